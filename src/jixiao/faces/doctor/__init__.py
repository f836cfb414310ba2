"""What is found on a machine, as far as the buttons of the workbook depend on it."""

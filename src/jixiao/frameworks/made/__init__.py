"""What was read becomes a framework of the unit, and a workbook made anew for it."""

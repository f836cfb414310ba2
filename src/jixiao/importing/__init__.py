"""Published tables as they come -> the entries of a workbook, and what was not understood."""

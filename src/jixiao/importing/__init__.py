"""Published tables as they come (.xls, .xlsx) -> the entries of a workbook, and what was not understood."""

"""A layout and a filling -> the bytes of a new workbook."""

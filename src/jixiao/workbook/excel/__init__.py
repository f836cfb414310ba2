"""The workbook that is open in Excel: its cells read, results written into it."""

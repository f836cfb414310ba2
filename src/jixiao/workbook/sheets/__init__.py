"""The form -> where every cell of the standard workbook lies; no spreadsheet library is involved."""

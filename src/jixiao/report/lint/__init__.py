"""A template looked through as a whole: every trouble at once, without a workbook."""

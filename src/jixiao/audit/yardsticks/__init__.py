"""What a report is held against: a filled workbook, or the report of last year."""

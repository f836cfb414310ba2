"""A folder under watch: every save of a workbook in it is noticed once."""

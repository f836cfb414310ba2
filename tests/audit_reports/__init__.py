"""Reports of invented units, with all that is true of their figures, and slips to be planted in them.

`pieces` says what a report is made of, `figures` invents a consistent year, `pen` writes figures and notes
down what relates them, `forms/` has a genre each, `planting` makes one slip, `files` writes the report as
.txt, .html, .docx or .pdf, and `measure` asks the audit what it finds.
"""

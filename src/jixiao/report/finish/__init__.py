"""The last pass over a filled template: numbers of headings, merged cells, the table of contents."""

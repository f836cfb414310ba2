"""The summary workbook of a folder: one sheet for each question that a reviewer asks."""

"""A name or formula of an indicator -> its measure over the terms of the workbook."""

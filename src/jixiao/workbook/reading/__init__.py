"""A filled workbook -> facts, and findings about cells that cannot be read plainly."""

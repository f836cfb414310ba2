"""What a new workbook takes over from other workbooks; in the layer of building."""

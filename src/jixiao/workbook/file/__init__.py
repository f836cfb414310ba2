"""An Excel file as it lies on the disk: its parts and cells, read, changed and saved without loss."""

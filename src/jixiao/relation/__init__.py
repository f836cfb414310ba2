"""The equation language: Excel's own operators and a few of its functions, over terms instead of cells."""

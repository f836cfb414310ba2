"""A PDF with a text layer: characters and ruled lines -> paragraphs (a line each) and tables."""

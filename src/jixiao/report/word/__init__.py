"""Word files as such: their parts and markup, read as text, told apart, commented."""

"""Lists of parts and their whole, in sentences, in numbered and in plain paragraphs."""

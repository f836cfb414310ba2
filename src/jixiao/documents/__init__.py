"""Files that somebody else made -> one type for all kinds: paragraphs and tables in reading order."""

"""Things that are counted: in parts, again, by grades."""

"""What the tool says to people and to scripts: lines of text, or one JSON document."""

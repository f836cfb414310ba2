"""The same thing said at two places, in text or in a table."""

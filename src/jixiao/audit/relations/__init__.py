"""A relation that a report states: how it comes out, within which bounds, and which slip would explain it."""

"""The overview of a folder as one page for a browser."""

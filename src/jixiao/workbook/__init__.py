"""Everything that knows what an Excel file looks like: build, read, write back."""

"""From data to files: new workbooks, what is shipped of a pack, samples."""

"""Where the figures of a report come from, and whether they arrived: marks read back, traces, comparisons."""

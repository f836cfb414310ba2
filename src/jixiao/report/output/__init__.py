"""The files that a run leaves: how a report is called, where it is written, its PDF."""

"""A score table that somebody else printed, read into an indicator framework."""

"""The prose of a standard -> a scoring method: a module for each way of awarding points."""

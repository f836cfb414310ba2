"""Rates of execution and of anything with a name, means, targets."""

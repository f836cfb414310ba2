"""What is not filled in: a cell is filled, or declared not to exist (then it is a zero), or told."""

"""Faults of codes: a wrong digit, a missing row; said before what follows from them."""

"""jixiao: fill, check, score and report the yearly performance self-evaluation of a budget unit."""

__version__ = "0.1.0"

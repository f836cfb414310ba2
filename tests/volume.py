"""How much generated material the tests make: `make test` a share of it, `make test-long` all, and so CI.

A test that asks is marked `volume`, and so runs in both.
"""

import os

ALL = os.environ.get("JIXIAO_TESTS") == "all"


def volume(all_of_it: int, share: int) -> int:
    """How many workbooks, cells or examples this run makes."""
    return all_of_it if ALL else share


def every(step: int) -> int:
    """Which of the cells a run tries: each, or every so many-th."""
    return 1 if ALL else step

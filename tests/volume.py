"""How much the tests try: `make test` a share of it, `make test-long` all of it; CI does both.

A test that makes what it tries, and asks here how much, is marked `volume` and runs in both. One that
only widens what another test of `make test` does is marked `exhaustive` and runs in `make test-long` alone.
"""

import os

ALL = os.environ.get("JIXIAO_TESTS") == "all"


def volume(all_of_it: int, share: int) -> int:
    """How many workbooks, cells or examples this run makes."""
    return all_of_it if ALL else share


def every(step: int) -> int:
    """Which of the cells a run tries: each, or every so many-th."""
    return 1 if ALL else step

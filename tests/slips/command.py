"""What the programs beside this one do with their command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import TypeVar

Table = TypeVar("Table")
Lines = Callable[[Table], Iterator[str]]


def printed(about: str, measure: Callable[[int], Table], lines: Lines[Table], failures: Lines[Table]) -> None:
    """What is measured with the seed of the command line, and on request what failed."""
    options = argparse.ArgumentParser(description=about.partition("\n")[0])
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--failures", action="store_true", help="show what was missed or wrongly named")
    chosen = options.parse_args()
    table = measure(chosen.seed)
    print("\n".join(lines(table)))
    if chosen.failures:
        print("\n".join(failures(table)))

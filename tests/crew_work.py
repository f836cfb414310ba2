"""Work for a crew; here, because workers find modules of this folder by their names."""

import os
from collections.abc import Sequence

KILLER = 13


def double(numbers: Sequence[int]) -> list[int]:
    """Twice each number; one of them kills the worker."""
    if KILLER in numbers:
        os._exit(1)
    return [2 * number for number in numbers]


def die(numbers: Sequence[int]) -> list[int]:
    """As in an environment in which no worker comes up."""
    os._exit(1)

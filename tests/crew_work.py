"""Work for a crew; here, because workers find modules of this folder by their names. And a crew of one."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future

from jixiao.desk.crew import Processes

KILLER = 13


def double(numbers: Sequence[int]) -> list[int]:
    """Twice each number; one of them kills the worker."""
    if KILLER in numbers:
        os._exit(1)
    return [2 * number for number in numbers]


def die(numbers: Sequence[int]) -> list[int]:
    """As in an environment in which no worker comes up."""
    os._exit(1)


class Here(Processes):
    """The work is done in this process: for tests of what is made, not of who makes it."""

    def open(self) -> Executor:  # type: ignore[override]
        return _AtOnce()

    open_for_one = open  # type: ignore[assignment]


class _AtOnce(Executor):
    def submit(self, work: Callable, /, *given: object, **named: object) -> Future:
        future: Future = Future()
        try:
            future.set_result(work(*given, **named))
        except Exception as fault:
            future.set_exception(fault)
        return future

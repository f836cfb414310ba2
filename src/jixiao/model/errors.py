"""What stops a run: said in one Chinese sentence that tells what to do, and what was finished before."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class UnusableInput(Exception):  # noqa: N818 - not a fault of ours
    """A file that cannot be worked on; the message is for the accountant."""

    def __str__(self) -> str:
        return f"{super().__str__()}{done_before(self)}"


@contextmanager
def having_done(sentence: str) -> Iterator[None]:
    """Whatever breaks off in here, also by Ctrl-C, tells what was finished before it."""
    try:
        yield
    except BaseException as error:
        error.add_note(sentence)
        raise


def done_before(error: BaseException | None) -> str:
    """The sentences about it; empty if nothing is known to be finished."""
    return "".join(getattr(error, "__notes__", ()))

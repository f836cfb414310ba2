"""What stops a run before it can start: said in one Chinese sentence that tells what to do."""

from __future__ import annotations


class UnusableInput(Exception):  # noqa: N818 - not a fault of ours
    """A file that cannot be worked on; the message is for the accountant."""

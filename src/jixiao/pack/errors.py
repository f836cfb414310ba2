"""What goes wrong with a pack: said with file, place and reason, before any workbook is opened."""

from __future__ import annotations


class PackError(Exception):
    """A pack that cannot be used. Not a user's mistake: the pack's author has to mend it."""

    def __init__(self, file: str, place: str, reason: str) -> None:
        super().__init__(f"{file}: {place}: {reason}" if place else f"{file}: {reason}")
        self.file = file
        self.place = place
        self.reason = reason

"""Merged cells, and which of them cover a place, found in the time of a look into a dictionary."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

TALL = 2_000  # rows; what covers more is a whole column, by a slip, and there are few of them
LOOKED_AT = 8  # merged cells left of a place; those of a sound file overlap nowhere, and one is enough


class Merge(msgspec.Struct, frozen=True):
    """Cells that are one; its content stands at top and left."""

    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class MergeIndex:
    """Merged cells by the rows that they cover."""

    def __init__(self, merges: Iterable[Merge]) -> None:
        self._tall: list[Merge] = []
        self._rows: dict[int, list[Merge]] = {}
        for merge in merges:
            if merge.bottom - merge.top >= TALL:
                self._tall.append(merge)
                continue
            for row in range(merge.top, merge.bottom + 1):
                self._rows.setdefault(row, []).append(merge)
        for here in self._rows.values():
            here.sort(key=lambda merge: merge.left)

    def at(self, row: int, column: int) -> Merge | None:
        """The merged cells that a place belongs to."""
        here = self._rows.get(row, ())
        end = bisect_right(here, column, key=lambda merge: merge.left)
        near = (here[at] for at in range(end - 1, max(end - 1 - LOOKED_AT, -1), -1))
        for merge in (*near, *self._tall):
            if merge.covers(row, column):
                return merge
        return None

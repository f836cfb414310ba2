"""The rows of the sheet of relations: one for each check, and for each repetition of a block it runs over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.pack.check import Check
from jixiao.pack.pack import Pack


@dataclass(frozen=True, slots=True)
class RelationRow:
    """`at` is the repetition of the block; `table` is set where the check runs row by row."""

    check: Check
    at: tuple[int, ...] = ()
    table: str = ""

    @property
    def key(self) -> tuple[str, tuple[int, ...]]:
        return self.check.data.id, self.at


def relation_rows(pack: Pack) -> tuple[RelationRow, ...]:
    """In the order of the checks."""
    return tuple(row for check in pack.checks for row in _rows(check, pack))


def _rows(check: Check, pack: Pack) -> Iterator[RelationRow]:
    path = check.path
    table = path[-1] if path and not pack.groups[path[-1]].repeat else ""
    blocks = path[:-1] if table else path
    for number in range(pack.groups[blocks[0]].repeat if blocks else 1):
        yield RelationRow(check, (number,) if blocks else (), table)


def repetitions(path: tuple[str, ...], pack: Pack) -> int:
    """How often the block around a term stands on its sheet; 1 for a term without a block."""
    return max(1, pack.groups[path[0]].repeat) if path else 1

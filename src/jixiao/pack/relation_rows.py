"""The relations of a workbook as its own sheet lists and counts them: one row for each check, and for each
repetition of a block that it runs over; the rows of a table are one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from jixiao.pack.check import Check
from jixiao.pack.form import Form
from jixiao.pack.pack import Pack
from jixiao.pack.sections import BlockSection


class RelationRow(msgspec.Struct, frozen=True):
    """`at` is the repetition of the block; `table` is set where the check runs row by row."""

    check: Check
    at: tuple[int, ...] = ()
    table: str = ""

    @property
    def key(self) -> tuple[str, tuple[int, ...]]:
        return self.check.data.id, self.at


@lru_cache(maxsize=4)  # each sheet of a workbook that is built asks for them
def relation_rows(pack: Pack) -> tuple[RelationRow, ...]:
    """Of all checks of the pack, in their order."""
    return tuple(row for check in pack.checks for row in rows_of(check, pack))


def rows_of(check: Check, pack: Pack) -> Iterator[RelationRow]:
    """Of one check."""
    path = check.path
    table = path[-1] if path and not pack.groups[path[-1]].repeat else ""
    blocks = path[:-1] if table else path
    for number in range(pack.groups[blocks[0]].repeat if blocks else 1):
        yield RelationRow(check, (number,) if blocks else (), table)


def repetitions(path: tuple[str, ...], pack: Pack) -> int:
    """How often the block around a term stands on its sheet; 1 for a term without a block."""
    return max(1, pack.groups[path[0]].repeat) if path else 1


def row_title(form: Form, row: RelationRow) -> str:
    """The title of its check, after the repetition of the block that it is about."""
    if not row.at:
        return row.check.data.title
    blocks = form.sections(BlockSection)
    title = next(block.title for block in blocks if block.name == row.check.path[0])
    return f"（{title.replace('{}', str(row.at[0] + 1))}）{row.check.data.title}"

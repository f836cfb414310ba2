"""The reviewer's words beside units, and which row of the next summary each of them belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from jixiao.desk.roster import same_name
from jixiao.desk.standing import Standing


class ReviewerNote(msgspec.Struct, frozen=True):
    handled: str = ""
    remark: str = ""


NOTHING = ReviewerNote()


class NotedRow(msgspec.Struct, frozen=True):
    """A row of the earlier summary, with a note or without one."""

    book: str
    code: str
    name: str
    note: ReviewerNote = NOTHING

    @property
    def unit(self) -> tuple[str, str]:
        return self.code, same_name(self.name)

    def is_another(self, row: Standing) -> bool:
        """Whether a row is of another unit: one of the two alone may have been mended."""
        return bool(self.code and row.code) and self.code != row.code and self.unit[1] != same_name(row.name)


class ReviewerNotes(msgspec.Struct, frozen=True):
    """What an earlier summary says of units; and what the reviewer added to it that is none of ours."""

    rows: tuple[NotedRow, ...] = ()
    added: tuple[str, ...] = ()

    def placed(self, rows: Sequence[Standing]) -> list[ReviewerNote]:
        """What belongs beside each row."""
        return [found[0].note if found else NOTHING for found in self._found(rows)]

    def left(self, rows: Sequence[Standing]) -> list[str]:
        """What the next summary has no place for: notes on files that are gone, own columns and sheets."""
        used = {one for found in self._found(rows) for one in found}
        gone = [one for one in self.rows if one.note != NOTHING and one not in used]
        return [*(f"“{one.book or one.name}”的处理和备注" for one in gone), *self.added]

    def _found(self, rows: Sequence[Standing]) -> list[list[NotedRow]]:
        """By code and name if these are of one row each time; else by the file.

        If that is gone, the workbook of the unit that counts has it, unless it has one of its own; of several
        notes of a unit only where all say the same.
        """
        before, now = _by_unit(self.rows), Counter(map(_unit_of, rows))
        sure = {unit: found[0] for unit, found in before.items() if len(found) == now[unit] == 1}
        taken = {one.book for one in sure.values()}
        books = {one.book: one for one in self.rows if one.book and one.book not in taken}
        there = {row.book: row for row in rows if row.book}
        gone = [one for one in self.rows if one.note != NOTHING and _is_gone(one, there)]
        loose, counted = _loosely(gone), {_unit_of(row) for row in rows if row.counts}
        alone = {row.book for row in rows if row.counts or _unit_of(row) not in counted}
        return [self._of(row, sure, books, loose if row.book in alone else {}) for row in rows]

    def _of(
        self,
        row: Standing,
        sure: Mapping[tuple[str, str], NotedRow],
        books: Mapping[str, NotedRow],
        loose: Mapping[str, list[NotedRow]],
    ) -> list[NotedRow]:
        if one := sure.get(_unit_of(row)):
            return [one]
        if (one := books.get(row.book)) and not one.is_another(row):
            return [one]
        alone = row.name == row.unit or not row.unit  # else the unit's code says too little
        several = (loose.get(row.code, []) if alone else []) or loose.get(same_name(row.name), [])
        return several if len({one.note for one in several}) == 1 else []


def _unit_of(row: Standing) -> tuple[str, str]:
    return row.code, same_name(row.name)


def _is_gone(one: NotedRow, there: Mapping[str, Standing]) -> bool:
    """Whether the file that a note was typed for is not there any more; there may have been none."""
    return one.book not in there or one.is_another(there[one.book])


def _by_unit(rows: Sequence[NotedRow]) -> dict[tuple[str, str], list[NotedRow]]:
    found: dict[tuple[str, str], list[NotedRow]] = {}
    for one in rows:
        found.setdefault(one.unit, []).append(one)
    return found


def _loosely(rows: Sequence[NotedRow]) -> dict[str, list[NotedRow]]:
    """By the code, and by the name."""
    found: dict[str, list[NotedRow]] = {}
    for one in rows:
        for key in {one.code, same_name(one.name)} - {""}:
            found.setdefault(key, []).append(one)
    return found

"""How many units have reported: those that have to are those that have, and those of whom nothing counts."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jixiao.desk.roster import Listed
from jixiao.desk.standing import Arrival, Standing


class Unreported(msgspec.Struct, frozen=True):
    """A unit of the roster of which no workbook counts, and the files that came from it all the same."""

    unit: Listed
    files: tuple[Standing, ...] = ()

    @property
    def why(self) -> str:
        """In words for the reviewer."""
        return "，".join(f"“{one.book}”{one.arrival}" for one in self.files) or str(Arrival.MISSING)


class Turnout(msgspec.Struct, frozen=True):
    """`due` is `came` and the `unreported` together. `listed`: whether a roster says who has to report."""

    due: int
    came: int
    unreported: tuple[Unreported, ...]
    listed: bool
    strangers: int = 0  # workbooks that count and are on no roster

    @property
    def said(self) -> str:
        """The numbers in words."""
        if not self.listed:
            return f"应报 {self.due} 家，已报 {self.came} 家"
        astray = sum(bool(one.files) for one in self.unreported)
        more = f"（其中 {astray} 家有文件，没有计入）" if astray else ""
        return f"应报 {self.due} 家，已报 {self.came} 家，未报 {len(self.unreported)} 家{more}"


def turnout(rows: Sequence[Standing]) -> Turnout:
    """Of all rows of the list of units."""
    counting = [row for row in rows if row.counts]
    units = {row.listed.row: row.listed for row in rows if row.listed}
    if not units:
        names = {row.unit or row.name for row in counting}
        return Turnout(len(names), len(names), (), listed=False)
    came = {row.listed.row for row in counting if row.listed}
    files: dict[int, list[Standing]] = {}
    for row in rows:
        if row.listed and row.book:
            files.setdefault(row.listed.row, []).append(row)
    absent = (
        Unreported(unit, tuple(files.get(number, ()))) for number, unit in units.items() if number not in came
    )
    strangers = sum(row.listed is None for row in counting)
    return Turnout(len(units), len(came), tuple(absent), listed=True, strangers=strangers)

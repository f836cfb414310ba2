"""Type rows in the other unit and paste tables twice, and see what an inspection says.

    python tests/slips/whole_rows.py [--seed N] [--failures]

Prints the table of whole rows in docs/diagnosis.zh-CN.md. A row of 基础数据表 is typed in 万元 among 元,
or in 元 among 万元; it is noticed if there is a finding that was not there before, were it a note, and
pointed at if what comes first of all names cells of that row alone. A table is pasted once more below itself;
that is pointed at by one finding that says so, and leads all others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))  # as pytest does

from msgspec.structs import replace
from profiles import UNITS, profile
from slips.command import printed
from slips.sample_cells import Retyped, Typist
from workbook.books import silent

from jixiao.building.workbook import built
from jixiao.checks.pasted_twice import FEWEST
from jixiao.checks.pasted_twice import ID as PASTED_TWICE
from jixiao.checks.texts_twice import ID as TEXTS_TWICE
from jixiao.model.fact import Fact, Kind, Place
from jixiao.model.filling import Filling
from jixiao.model.finding import Finding
from jixiao.model.outcome import Severity
from jixiao.pack.loading import load_pack
from jixiao.workbook.file.source import saved_book

SHEET = "基础数据表"
ROW, PASTED, AGAIN = "row in the other unit", "table pasted twice", "half a table pasted twice"
CENT = Decimal("0.01")


@cache
def pack():  # type: ignore[no-untyped-def]
    return load_pack()


@dataclass
class Tally:
    """How the slips of one kind came out."""

    planted: int = 0
    noticed: int = 0
    noted: int = 0
    pointed: int = 0
    failures: list[tuple[str, tuple[Finding, ...]]] = field(default_factory=list)

    def count(self, said: str, findings: tuple[Finding, ...], right: bool) -> None:
        """`findings` are those of the slip."""
        self.planted += 1
        self.noticed += bool(findings)
        self.noted += bool(findings) and all(one.severity is Severity.NOTE for one in findings)
        self.pointed += right
        if not right:
            self.failures.append((said, findings))


@contextmanager
def typist(filling: Filling) -> Iterator[Typist]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsm"
        path.write_bytes(built(silent(pack()), pack().form.framework, filling))
        yield Typist(Retyped(saved_book(path)))


def rows(one: Typist) -> Iterator[tuple[Fact, ...]]:
    """The amounts of each filled row of 基础数据表."""
    found: dict[str, list[Fact]] = {}
    for fact in one.figures:
        if fact.kind is Kind.AMOUNT and fact.place and fact.place.sheet == SHEET:
            found.setdefault(fact.place.cell[1:], []).append(fact)
    return map(tuple, found.values())


def in_the_other_unit(one: Typist, row: tuple[Fact, ...]) -> dict[Place, str]:
    factor = Decimal(10000) if one.clean.reading.unit.factor > 1 else Decimal("0.0001")
    amounts = {fact.place: Decimal(one.shown(fact)[0]) * factor for fact in row if fact.place}
    return {place: format(amount.quantize(CENT), "f") for place, amount in amounts.items()}


def pasted(filling: Filling, table: str, number: int) -> Filling:
    """The table, and its first rows once more below it."""
    once = filling.groups[table]
    return replace(filling, groups={**filling.groups, table: (*once, *once[:number])})


def points_at(findings: tuple[Finding, ...], cells: set[Place]) -> bool:
    """True if what leads names cells of the row and no other."""
    leading = [one for one in findings if not one.follows]
    for one in leading:
        if one.suggestions:
            return {correction.place for correction in one.suggestions[0].corrections} <= cells
    return bool(leading) and leading[0].place in cells


def measure(seed: int, units: Iterable[str] = tuple(UNITS)) -> dict[str, Tally]:
    """A unit of each profile: every row of 基础数据表, every table that is long enough."""
    table = {kind: Tally() for kind in (ROW, PASTED, AGAIN)}
    for name in units:
        filling = profile(name, seed)
        with typist(filling) as one:
            for row in rows(one):
                typed = in_the_other_unit(one, row)
                found = one.inspected(typed)
                table[ROW].count(f"{name} {row[0].place} {row[0].label}", found, points_at(found, set(typed)))
            before = {finding.message for finding in one.clean.findings}
        for group, number, kind in _pastes(filling):
            with typist(pasted(filling, group, number)) as one:
                found = tuple(each for each in one.clean.findings if each.message not in before)
            led = [each.id for each in found if not each.follows and each.severity is not Severity.NOTE]
            table[kind].count(f"{name} {group} {number}", found, led in ([PASTED_TWICE], [TEXTS_TWICE]))
    return table


def _pastes(filling: Filling) -> Iterator[tuple[str, int, str]]:
    for group, records in filling.groups.items():
        if pack().groups[group].rows >= 2 * len(records):
            for kind, number in ((PASTED, len(records)), (AGAIN, len(records) // 2)):
                if number >= FEWEST:
                    yield group, number, kind


def lines(table: dict[str, Tally]) -> Iterator[str]:
    yield "| slip | planted | not noticed | by a note only | pointed at |"
    yield "|---|--:|--:|--:|--:|"
    for kind, one in table.items():
        yield f"| {kind} | {one.planted} | {one.planted - one.noticed} | {one.noted} | {one.pointed} |"


def failures(table: dict[str, Tally]) -> Iterator[str]:
    for kind, tally in table.items():
        for said, findings in tally.failures:
            yield f"{kind}: {said}"
            yield from (f"    {one.id} {one.severity} {one.message}" for one in findings[:8])


if __name__ == "__main__":
    printed(__doc__, measure, lines, failures)

"""Type one slip after the other into every figure of the samples, and see what an inspection says.

    python tests/slips/sample_cells.py [--seed N] [--failures]

Prints the last table of docs/diagnosis.zh-CN.md. Unlike measure.py it looks at every cell that a number is
typed into, whether an equation holds it or not, and at all findings: a slip is noticed if there is a finding,
no mere note, that was not there before; it is pointed at if the first suggestion, or without one the first
finding, names the cell that is wrong and no other. What could be a rounding difference is no slip.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))  # as pytest does

from slips.command import printed
from slips.planting import changed, dropped, sign, swapped

from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.disorders.sheet_grid import column_of
from jixiao.checks.diagnosis.network import Network
from jixiao.inspection import Inspection
from jixiao.model.fact import Fact, Kind, Place, Record
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.pack import Pack
from jixiao.pipeline import inspect_source
from jixiao.workbook.file.cells import Content, RawCell
from jixiao.workbook.file.source import SavedBook, saved_book
from jixiao.workbook.file.structure import Area, BookStructure
from jixiao.workbook.reading.facts import Reader

SAMPLES = Path(__file__).parents[2] / "samples"
BOOKS = ("leiyang-2022-balanced.xlsm", "final-accounts-2024.xlsm")
TRIES = 20  # two like digits exchanged are no slip: then others are


def _times(power: int) -> Callable[[str, random.Random], str]:
    return lambda text, dice: format(Decimal(text).scaleb(power), "f")


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    **{"changed": changed, "swapped": swapped, "dropped": dropped},
    "ten times": _times(1),
    "a tenth": _times(-1),
    "hundred times": _times(2),
    "sign": sign,
}


POWERS = ("ten times", "a tenth", "hundred times")
LOOSE = "power of ten, no equation"  # of POWERS, those in cells that no equation holds to others
BLOCK = "blank block"


class Retyped:
    """A workbook in some cells of which something else stands than in its file; "" is nothing."""

    def __init__(self, book: SavedBook) -> None:
        self.book = book
        self.typed: dict[Place, str] = {}
        self._known: dict[tuple[str, int], Mapping[str, RawCell]] = {}

    @property
    def path(self) -> Path:
        return self.book.path

    @property
    def structure(self) -> BookStructure:
        return self.book.structure

    def cells(self, sheet: str, wanted: Set[str]) -> Mapping[str, RawCell]:
        at = sheet, hash(frozenset(wanted))
        if at not in self._known:
            self._known[at] = self.book.cells(sheet, wanted)
        found = dict(self._known[at])
        for place, text in self.typed.items():
            if place.sheet == sheet and place.cell in wanted:
                found[place.cell] = RawCell(Content.NUMBER, text)
                if not text:
                    del found[place.cell]
        return found

    def is_date(self, cell: RawCell) -> bool:
        return self.book.is_date(cell)

    def is_percent(self, cell: RawCell) -> bool:
        return self.book.is_percent(cell)

    def is_struck(self, cell: RawCell) -> bool:
        return self.book.is_struck(cell)

    def formula_rows(self, column: Area) -> list[int]:
        return self.book.formula_rows(column)


@dataclass(frozen=True)
class Typist:
    """Types slips into one sample and takes them back."""

    book: Retyped

    @cached_property
    def clean(self) -> Inspection:
        return inspect_source(self.book)

    @cached_property
    def figures(self) -> tuple[Fact, ...]:
        """Every filled cell that a number is typed into."""
        return tuple(_figures(self.clean.record, self.clean.pack))

    @cached_property
    def held(self) -> frozenset[int]:
        """The figures that an equation holds to others."""
        clean, pack = self.clean, self.clean.pack
        verdicts = confront(clean.record, pack.checks, pack.vocabulary, pack.names_of_codes)
        network = Network(verdicts, pack.formulas)
        return frozenset(id(fact) for fact in self.figures if network.around(id(fact)))

    @cached_property
    def blocks(self) -> tuple[dict[Place, str], ...]:
        """The figures of each column of each section of a sheet, as they are when it was left blank."""
        found: dict[tuple[str, str], list[Place]] = {}
        for fact in self.figures:
            assert fact.place
            found.setdefault((fact.place.sheet, column_of(fact)), []).append(fact.place)
        runs = (run for places in found.values() for run in _runs(places))
        return tuple(dict.fromkeys(run, "") for run in runs if len(run) > 1)

    def inspected(self, typed: dict[Place, str]) -> tuple[Finding, ...]:
        """The findings that there are only while this stands in the cells."""
        self.book.typed = typed
        before = {(finding.key, finding.message) for finding in self.clean.findings}
        found = inspect_source(self.book).findings
        self.book.typed = {}
        return tuple(finding for finding in found if (finding.key, finding.message) not in before)

    def slip(self, fact: Fact, kind: str, dice: random.Random) -> str:
        """What is typed by mistake; empty if no such slip can be made of the figure."""
        meant, scale = self.shown(fact)
        if sum(character.isdigit() for character in meant) < 2:
            return ""
        for _ in range(TRIES):
            typed = KINDS[kind](meant, dice)
            text = format(Decimal(typed) * scale, "f")
            if Decimal(typed) != Decimal(meant) and self.read(fact, text) != fact.number:
                return text
        return ""

    def read(self, fact: Fact, text: str) -> Decimal:
        """What is understood: 130 of a rate is 130 %, as 1.3 is."""
        assert fact.place
        term = self.clean.pack.vocabulary[fact.term]
        return (
            Reader(self.clean.reading.unit)
            .understand(term, fact.place, RawCell(Content.NUMBER, text))
            .fact.number
        )

    def shown(self, fact: Fact) -> tuple[str, Decimal]:
        """The figure as people see it, and what it is multiplied with to be stored."""
        if fact.kind is Kind.PERCENT:
            return format((fact.number * 100).normalize(), "f"), Decimal("0.01")
        if fact.kind is Kind.AMOUNT:
            return format((fact.number / self.clean.reading.unit.factor).normalize(), "f"), Decimal(1)
        return format(fact.number.normalize(), "f"), Decimal(1)


def _figures(record: Record, pack: Pack) -> Iterator[Fact]:
    for fact in record.walk():
        if fact.kind.numeric and fact.number and fact.place and not pack.vocabulary[fact.term].formula:
            yield fact


def _runs(places: list[Place]) -> Iterator[list[Place]]:
    """Places below one another without another line between."""
    run: list[Place] = []
    for place in sorted(places, key=_row):
        if run and _row(place) != _row(run[-1]) + 1:
            yield run
            run = []
        run.append(place)
    yield run


def _row(place: Place) -> int:
    return int("".join(filter(str.isdigit, place.cell)))


def points_at(findings: tuple[Finding, ...], place: Place) -> bool:
    """True if the first suggestion names the cell and no other; without one, the first finding."""
    for finding in findings:
        if finding.suggestions:
            return {correction.place for correction in finding.suggestions[0].corrections} == {place}
    return bool(findings) and findings[0].place == place


@dataclass
class Tally:
    """How the slips of one kind came out."""

    planted: int = 0
    noticed: int = 0
    pointed: int = 0
    failures: list[tuple[Fact, str, tuple[Finding, ...]]] = field(default_factory=list)

    @property
    def missed(self) -> float:
        """In percent of what was planted."""
        return 100 * (self.planted - self.noticed) / max(1, self.planted)

    @property
    def right(self) -> float:
        """In percent of what was noticed."""
        return 100 * self.pointed / max(1, self.noticed)

    def count(self, fact: Fact, text: str, found: tuple[Finding, ...]) -> None:
        """`fact` is the cell that is wrong, or the first of a block."""
        assert fact.place
        findings = tuple(one for one in found if one.severity is not Severity.NOTE)
        if not findings and any(one.outcome is Outcome.ROUNDING for one in found):
            return
        right = points_at(findings, fact.place)
        self.planted += 1
        self.noticed += bool(findings)
        self.pointed += right
        if not right:
            self.failures.append((fact, text, findings))

    def add(self, other: Tally) -> None:
        self.planted += other.planted
        self.noticed += other.noticed
        self.pointed += other.pointed


def typist(sample: str) -> Typist:
    return Typist(Retyped(saved_book(SAMPLES / sample)))


def measure(seed: int, every: int = 1) -> dict[str, Tally]:
    """One slip of every kind in every cell of the samples, or in each of so many."""
    dice = random.Random(seed)
    table = {kind: Tally() for kind in (*KINDS, LOOSE, BLOCK)}
    for one in map(typist, BOOKS):
        for fact in one.figures[::every]:
            for kind in KINDS:
                if text := one.slip(fact, kind, dice):
                    found = one.inspected({fact.place: text})
                    table[kind].count(fact, text, found)
                    if kind in POWERS and id(fact) not in one.held:
                        table[LOOSE].count(fact, text, found)
        for block in one.blocks:
            first = next(fact for fact in one.figures if fact.place in block)
            table[BLOCK].count(first, "", one.inspected(block))
    return table


def total(table: Mapping[str, Tally]) -> Tally:
    """All slips in one cell together."""
    whole = Tally()
    for kind in KINDS:
        whole.add(table[kind])
    return whole


def lines(table: Mapping[str, Tally]) -> Iterator[str]:
    yield "| slip | planted | not noticed % | first right % |"
    yield "|---|--:|--:|--:|"
    for kind, tally in {"one cell": total(table), **table}.items():
        right = "" if kind == BLOCK else f"{tally.right:.1f}"
        yield f"| {kind} | {tally.planted} | {tally.missed:.1f} | {right} |"


def failures(table: Mapping[str, Tally]) -> Iterator[str]:
    """What was missed or wrongly named, for whoever wants to make it better."""
    for kind, tally in table.items():
        for fact, text, findings in tally.failures:
            yield f"{kind}: {fact.place} {fact.term} {fact.typed} -> {text}"
            yield from (f"    {finding.id} {finding.message}" for finding in findings)


if __name__ == "__main__":
    printed(__doc__, measure, lines, failures)

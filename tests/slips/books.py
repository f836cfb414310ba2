"""Consistent workbooks to plant slips in: built, read back, and kept as records with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from balanced import Year
from balanced_accounts import AccountsYear
from msgspec.structs import replace
from workbook.books import silent

from jixiao.building.workbook import built
from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.unit import Unit
from jixiao.model.fact import Fact, Kind, Record, State
from jixiao.model.filling import Filling
from jixiao.pack.computed import with_computed
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack
from jixiao.workbook.file.cells import Content, RawCell
from jixiao.workbook.file.source import saved_book
from jixiao.workbook.reading.book_unit import BookUnit
from jixiao.workbook.reading.facts import Reader
from jixiao.workbook.reading.filled_workbook import read_facts

UNITS = ("元", "万元")


def overall(seed: int) -> Filling:
    """部门整体支出: 元 and 万元 by turns, with and without money that is not from the treasury."""
    return Year(seed, fiscal_only=seed % 4 < 2).filling(UNITS[seed % 2])


def accounts(seed: int) -> Filling:
    """部门决算公开表: 元 and 万元 by turns, with and without funds and other money."""
    return AccountsYear(seed, funds=seed % 4 < 2, own=seed % 8 < 4).filling(UNITS[seed % 2])


# pack -> a consistent filling for each seed; a further pack is a further line
GENERATORS: dict[str, Callable[[int], Filling]] = {
    "department-overall": overall,
    "department-final-accounts": accounts,
}


@dataclass(frozen=True)
class Slot:
    """A cell that can be typed into: the fields it stands in and its term."""

    fields: dict[str, Fact]
    term: str

    @property
    def fact(self) -> Fact:
        return self.fields[self.term]

    def put(self, fact: Fact) -> None:
        self.fields[self.term] = fact


@dataclass(frozen=True)
class Book:
    """A consistent workbook as it was read. Slips are put into its record and taken out again."""

    pack: Pack
    record: Record
    units: BookUnit

    @property
    def unit(self) -> Unit:
        return Unit(self.units.name, self.units.factor)

    @property
    def step(self) -> Decimal:
        """The last place of its amounts, in 元."""
        return self.units.factor / 100

    def network(self) -> Network:
        """The equations as the record stands now."""
        record = with_computed(self.record, self.pack)
        verdicts = confront(record, self.pack.checks, self.pack.vocabulary, self.pack.names_of_codes)
        return Network(verdicts, self.pack.formulas)

    @cached_property
    def clean(self) -> Network:
        """The equations before anything was planted."""
        return self.network()

    def typed(self, fact: Fact, text: str) -> Fact:
        """The fact as it would be read if `text` stood in its cell."""
        if not text:
            return replace(fact, value=None, quantum=Decimal(0), state=State.BLANK, typed="")
        assert fact.place
        raw = RawCell(Content.NUMBER, text)
        return Reader(self.units).understand(self.pack.vocabulary[fact.term], fact.place, raw).fact

    def digits(self, fact: Fact) -> str:
        """What the accountant meant to type."""
        return format((fact.number / self.units.factor).quantize(Decimal("0.01")), "f")

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The filled amounts that take part in an equation."""
        around = self.clean.around
        return tuple(slot for slot in _amounts(self.record, self.pack) if around(id(slot.fact)))

    @cached_property
    def least(self) -> dict[int, Decimal]:
        """Identity of a fact -> the change of it that some equation must notice, being beyond rounding."""
        network = self.clean
        found = {}
        for cell in (id(slot.fact) for slot in self.slots):
            edges = [edge for position in network.around(cell) if (edge := network.edge(position))]
            found[cell] = min((edge.tolerance + abs(edge.gap)) / abs(edge.factors[cell]) for edge in edges)
        return found


def books(pack: str, seeds: range) -> tuple[Book, ...]:
    """One consistent workbook per seed."""
    loaded = load_pack(pack)
    return tuple(_book(loaded, GENERATORS[pack](seed)) for seed in seeds)


def _book(pack: Pack, filling: Filling) -> Book:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsm"
        path.write_bytes(built(silent(pack), pack.form.framework, filling))
        reading = read_facts(saved_book(path), pack)
    return Book(pack, reading.record, reading.unit)


def _amounts(record: Record, pack: Pack) -> Iterator[Slot]:
    for term, fact in record.fields.items():
        if fact.kind is Kind.AMOUNT and fact.number and not pack.vocabulary[term].formula:
            assert isinstance(record.fields, dict)
            yield Slot(record.fields, term)
    for group in record.groups.values():
        for inner in group:
            yield from _amounts(inner, pack)

"""How many cells a unit must type: the entries of its workbook, less those that the tool offers.

python tests/typing_effort.py prints it for the invented units.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec.structs import replace
from profiles import PROFILES, profile

from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.offered_totals import OfferedTotal, offered_totals
from jixiao.model.fact import Fact, Record
from jixiao.model.filling import Filling
from jixiao.model.outcome import Outcome
from jixiao.pack.computed import record_of
from jixiao.pack.loading import load_pack
from jixiao.pack.sections import TableSection

PACK = load_pack()
Place = tuple[str, tuple[int, ...]]  # a term, and which row or fund
PRINTED = {  # what the form itself prints into rows is typed by nobody
    f"{section.name}.{column.name}"
    for sheet in PACK.form.sheets
    for section in sheet.sections
    if isinstance(section, TableSection)
    for column in section.columns
    if column.preset
}


OUTLINE_B_ONLY = ("项目自评", "项目指标")


class Effort(NamedTuple):
    """Cells: all that are filled in, names that lists have, totals that are offered."""

    entries: int
    names: int
    totals: int

    @property
    def typed(self) -> int:
        return self.entries - self.names - self.totals


def effort(name: str, seed: int = 0) -> Effort:
    """Of an invented unit: with the evaluation of its projects only where its report has it."""
    filling = profile(name, seed)
    if filling.entries["报告.大纲"] == "大纲A":
        groups = {name: rows for name, rows in filling.groups.items() if name not in OUTLINE_B_ONLY}
        filling = replace(filling, groups=groups)
    return effort_of(filling)


def effort_of(filling: Filling) -> Effort:
    """Of a whole workbook that is consistent."""
    entries = {place for place, _ in entries_of(filling) if place[0] not in PRINTED}
    names = set(named(filling))
    return Effort(len(entries), len(names), len(totals(without(filling, names.__contains__))))


def named(filling: Filling) -> Iterator[Place]:
    """The names that a blank cell would have just the same."""
    facts = facts_of(record_of(without(filling, lambda place: place[0] in PACK.stand_ins), PACK))
    for (term, at), entry in entries_of(filling):
        if term in PACK.stand_ins and facts[term, at].text == entry:
            yield term, at


def totals(filling: Filling) -> dict[Place, OfferedTotal]:
    """The totals that can stay blank: each is offered once all of them are."""
    facts = facts_of(record_of(filling, PACK))
    gone = {place for place, fact in facts.items() if fact.filled and fact.kind.numeric} & summed(filling)
    while True:
        record = record_of(without(filling, gone.__contains__), PACK)
        offers = {id(offer.fact): offer for offer in offers_in(record)}
        found = {p: offers[id(fact)] for p, fact in facts_of(record).items() if id(fact) in offers}
        if gone <= found.keys():
            return {place: found[place] for place in gone}
        gone &= found.keys()


def summed(filling: Filling) -> set[Place]:
    """The cells that stand alone on the left of a sum."""
    record = record_of(filling, PACK)
    network = network_of(record)
    places = {id(fact): place for place, fact in facts_of(record).items()}
    held = [number for number, one in enumerate(network.verdicts) if one.outcome is Outcome.PASSED]
    edges = filter(None, (network.edge(position) for position in held))
    return {places[edge.total] for edge in edges if edge.total in places}


def offers_in(record: Record) -> tuple[OfferedTotal, ...]:
    return offered_totals(network_of(record), PACK.groups)


def network_of(record: Record) -> Network:
    return Network(confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes), PACK.formulas)


def facts_of(record: Record, at: tuple[int, ...] = ()) -> dict[Place, Fact]:
    found = {(term, at): fact for term, fact in record.fields.items()}
    for rows in record.groups.values():
        for number, row in enumerate(rows):
            found |= facts_of(row, (*at, number))
    return found


def entries_of(filling: Filling, at: tuple[int, ...] = ()) -> Iterator[tuple[Place, object]]:
    yield from (((term, at), entry) for term, entry in filling.entries.items() if entry != "")
    for rows in filling.groups.values():
        for number, row in enumerate(rows):
            yield from entries_of(row, (*at, number))


def without(filling: Filling, gone: Callable[[Place], bool], at: tuple[int, ...] = ()) -> Filling:
    """The filling with some cells left blank."""
    entries = {term: entry for term, entry in filling.entries.items() if not gone((term, at))}
    groups = {
        name: tuple(without(row, gone, (*at, number)) for number, row in enumerate(rows))
        for name, rows in filling.groups.items()
    }
    return replace(filling, entries=entries, groups=groups)


if __name__ == "__main__":
    for name in PROFILES:
        found = effort(name)
        print(f"{name}: {found.entries} -> {found.typed} (names {found.names}, totals {found.totals})")

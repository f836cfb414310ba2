"""Offers <-> entries in the unit of a new workbook; remembers what the conversion has rounded."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.carryover.offers import Offer, Offering, OfferOrigin
from jixiao.model.fact import ZERO, Kind
from jixiao.model.figures import CENT, round_half_up
from jixiao.model.filling import Entry, Filling
from jixiao.pack.pack import Pack


@dataclass(frozen=True, slots=True)
class Taken:
    """One cell that was filled from a file; `row` says which row or fund, `rounded` that digits were lost."""

    row: str
    offer: Offer
    entry: Entry
    rounded: bool


def offering_of_values(filling: Filling, pack: Pack, factor: Decimal, file: str) -> Offering:
    """What the user says in a values file, in the unit of `factor` 元: it wins over every workbook."""
    origin = OfferOrigin(file, (), factor)
    fields = {
        term: _given(term, entry, pack, origin, filling.notes.get(term, ""))
        for term, entry in filling.entries.items()
    }
    groups = {
        name: tuple(offering_of_values(row, pack, factor, file) for row in rows)
        for name, rows in filling.groups.items()
    }
    return Offering(fields, groups)


def _given(term: str, entry: Entry, pack: Pack, origin: OfferOrigin, note: str) -> Offer:
    if pack.vocabulary[term].kind is not Kind.AMOUNT or not isinstance(entry, Decimal):
        return Offer(term, entry, ZERO, origin, given=True, note=note)
    quantum = CENT * origin.factor if entry == round_half_up(entry) else CENT
    return Offer(term, entry * origin.factor, quantum, origin, given=True, note=note)


@dataclass
class Entering:
    """Turns a merged offering into a filling in the unit of `factor` 元, and lists what came from files."""

    pack: Pack
    factor: Decimal
    taken: list[Taken] = field(default_factory=list)

    def filling(self, offering: Offering, row: str = "") -> Filling:
        entries = {term: self._entry(offer, row) for term, offer in offering.fields.items()}
        groups = {
            name: tuple(self.filling(inner, self._row(row, name, inner)) for inner in rows)
            for name, rows in offering.groups.items()
        }
        notes = {term: offer.note for term, offer in offering.fields.items() if offer.note}
        return Filling(entries, groups, notes)

    def _row(self, row: str, name: str, inner: Offering) -> str:
        key = inner.fields.get(self.pack.groups[name].key)
        label = str(key.value) if key else ""
        return f"{row}·{label}" if row and label else row or label

    def _entry(self, offer: Offer, row: str) -> Entry:
        entry, rounded = self._converted(offer)
        if not offer.given:
            self.taken.append(Taken(row, offer, entry, rounded))
        return entry

    def _converted(self, offer: Offer) -> tuple[Entry, bool]:
        value = offer.value
        assert value is not None
        if not isinstance(value, Decimal) or self.pack.vocabulary[offer.term].kind is not Kind.AMOUNT:
            return value, False
        scaled = value / self.factor
        if offer.given or self.factor <= offer.origin.factor:
            return scaled, False
        return round_half_up(scaled), round_half_up(scaled) != scaled

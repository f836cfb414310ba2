"""Several offerings -> one: what the user says wins; a cell about which two files disagree stays blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from jixiao.carryover.offers import Offer, Offering
from jixiao.pack.pack import Pack
from jixiao.relation.texts import same_text

WHOLE = "（各行）"


@dataclass(frozen=True, slots=True)
class Clash:
    """Offers about one cell that differ. `kept` is what the user gave; None where the cell stays blank."""

    row: str
    kept: Offer | None
    refused: tuple[Offer, ...]


@dataclass
class Merger:
    """Merges offerings scope by scope and remembers the clashes."""

    pack: Pack
    clashes: list[Clash] = field(default_factory=list)

    def merged(self, parts: Sequence[Offering], row: str = "") -> Offering:
        """One offering of all parts; `row` says to people where we are."""
        terms = dict.fromkeys(term for part in parts for term in part.fields)
        offers = {term: [part.fields[term] for part in parts if term in part.fields] for term in terms}
        chosen = {term: self._chosen(several, row) for term, several in offers.items()}
        names = dict.fromkeys(name for part in parts for name in part.groups)
        groups = {
            name: self._group(name, [part.groups.get(name, ()) for part in parts], row) for name in names
        }
        gaps = tuple(gap for part in parts for gap in part.gaps if gap.term not in terms)
        return Offering({term: offer for term, offer in chosen.items() if offer}, groups, gaps)

    def _chosen(self, offers: list[Offer], row: str) -> Offer | None:
        best = min(offers, key=lambda offer: (not offer.given, offer.quantum))
        others = tuple(offer for offer in offers if not agree(best, offer))
        if not others:
            return best
        kept = best if best.given else None
        self.clashes.append(Clash(row, kept, others if kept else tuple(offers)))
        return kept

    def _group(self, name: str, parts: list[tuple[Offering, ...]], row: str) -> tuple[Offering, ...]:
        term = self.pack.groups[name].key
        units = [_by_key(rows, term) for rows in parts]
        keys = dict.fromkeys(found for unit in units for found in unit)
        merged: list[Offering] = []
        for found in keys:
            several = [unit[found] for unit in units if found in unit]
            label = _label(several[0][0], term)
            merged += self._unit(several, f"{row}·{label}" if row else label)
        return tuple(merged)

    def _unit(self, several: list[list[Offering]], row: str) -> list[Offering]:
        """The rows of one key. Where a source has several such rows, they are one thing: all or none."""
        if all(len(rows) == 1 for rows in several):
            return [self.merged([rows[0] for rows in several], row)]
        best = min(several, key=lambda rows: not _given(rows))
        others = [rows for rows in several if not _same(rows, best)]
        if not others:
            return best
        kept = best if _given(best) else None
        refused = others if kept else several
        firsts = tuple(offer for rows in refused for offer in list(rows[0].fields.values())[-1:])
        self.clashes.append(Clash(f"{row}{WHOLE}", _last(kept), firsts))
        return kept or []


def agree(one: Offer, other: Offer) -> bool:
    """True if both may be the same figure, each within its precision, or the same text."""
    if one.quantity is not None and other.quantity is not None:
        return one.quantity.meets(other.quantity)
    return same_text(str(one.value)) == same_text(str(other.value))


def _by_key(rows: tuple[Offering, ...], term: str) -> dict[str, list[Offering]]:
    found: dict[str, list[Offering]] = {}
    for row in rows:
        found.setdefault(same_text(_label(row, term)), []).append(row)
    return found


def _label(row: Offering, term: str) -> str:
    return str(row.fields[term].value) if term in row.fields else ""


def _given(rows: list[Offering]) -> bool:
    return any(offer.given for row in rows for offer in row.fields.values())


def _last(rows: list[Offering] | None) -> Offer | None:
    return list(rows[0].fields.values())[-1] if rows else None


def _same(one: list[Offering], other: list[Offering]) -> bool:
    return len(one) == len(other) and all(
        set(a.fields) == set(b.fields) and all(agree(a.fields[term], b.fields[term]) for term in a.fields)
        for a, b in zip(one, other, strict=True)
    )

"""Names by which rows of two tables find each other: one that differs is one slip, whatever it breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.checks.diagnosis.trial import Suspicion, Trial, at
from jixiao.model.fact import Fact, Kind
from jixiao.model.finding import Correction, Suggestion
from jixiao.model.outcome import Outcome
from jixiao.pack.check import Check
from jixiao.relation.syntax import Name, walk

_ALIKE = 0.6  # how much two names must have in common to be thought the same, as difflib counts
_MOST_ALIKE = 3
_REASON = "像是同一个名称写得不一样"


class Sought(msgspec.Struct, frozen=True):
    """A name that should stand in a column of another table, and does not."""

    verdict: Verdict
    name: Fact
    column: tuple[Fact, ...]
    term: str  # of the column


def differing_names(verdicts: Iterable[Verdict], trial: Trial) -> Iterator[Suspicion]:
    """One suspicion for each name that is not found where it should be, or that others do not find."""
    broken = [verdict for verdict in verdicts if verdict.outcome is Outcome.INCONSISTENT]
    left = sought_names(broken)
    while left:
        first = left[0]
        alike = tuple(one.verdict for one in left if _same(one, first))
        suspicion = _likeliest(first, broken, trial) or Suspicion(alike)
        yield suspicion
        gone = {id(verdict) for verdict in suspicion.verdicts}
        left = [one for one in left if id(one.verdict) not in gone]


def sought_names(verdicts: Iterable[Verdict]) -> list[Sought]:
    """The names that broken relations do not find."""
    return [found for verdict in verdicts if (found := _sought(verdict)) is not None]


def _same(one: Sought, other: Sought) -> bool:
    return one.name.text == other.name.text and one.verdict.check is other.verdict.check


def _sought(verdict: Verdict) -> Sought | None:
    """The name of a row, if all that the relation reads is that and a column of names elsewhere."""
    if verdict.outcome is not Outcome.INCONSISTENT or not verdict.scope.current:
        return None
    terms = _terms(verdict.check)
    vocabulary, fields = verdict.scope.vocabulary, verdict.scope.innermost.fields
    own, others = terms & fields.keys(), terms - fields.keys()
    if len(own) != 1 or len(others) != 1 or any(vocabulary[term].kind is not Kind.TEXT for term in terms):
        return None
    (term,) = others
    column = tuple(fact for _, fact in verdict.scope.column(term) if fact.filled)
    return Sought(verdict, fields[own.pop()], column, term)


def _terms(check: Check) -> set[str]:
    return {part.term for part in walk(check.relation.expression) if isinstance(part, Name)}


def _likeliest(sought: Sought, broken: Sequence[Verdict], trial: Trial) -> Suspicion | None:
    """The change of one name after which the fewest relations of names are broken; None if none helps."""
    checks = [check for check in trial.pack.checks if _terms(check) & _name_terms(sought)]
    ids = {check.data.id for check in checks}
    before = {at(verdict): verdict for verdict in broken if verdict.check.data.id in ids}
    tried = [(trial.broken(_corrected(cells, text), checks), cells, text) for cells, text in _ways(sought)]
    left, cells, text = min(tried, key=lambda way: (len(way[0]), len(way[1])), default=({}, (), ""))
    gone = tuple(verdict for place, verdict in before.items() if place not in left)
    if not cells or len(left) >= len(before) or id(sought.verdict) not in map(id, gone):
        return None
    return Suspicion(gone, (_suggestion(cells, text, len(gone)),), _corrected(cells, text))


def _name_terms(sought: Sought) -> set[str]:
    return {sought.name.term, *(fact.term for fact in sought.column)}


def _ways(sought: Sought) -> Iterator[tuple[tuple[Fact, ...], str]]:
    """Cells, all with one name, and another name that they might have been meant to hold."""
    from difflib import get_close_matches  # only when something is broken

    name = sought.name
    here = [fact for _, fact in sought.verdict.scope.column(name.term)]
    mine = tuple(fact for fact in here if fact.text == name.text)
    there = {fact.text for fact in sought.column} - {fact.text for fact in here}  # what both have is right
    for other in get_close_matches(name.text, sorted(there), _MOST_ALIKE, _ALIKE):
        yield tuple(fact for fact in sought.column if fact.text == other), name.text
        yield mine or (name,), other


def _corrected(cells: Iterable[Fact], text: str) -> dict[int, Fact]:
    return {id(fact): replace(fact, value=text) for fact in cells}


def _suggestion(cells: tuple[Fact, ...], text: str, settled: int) -> Suggestion:
    places = "、".join(str(fact.place) for fact in cells if fact.place)
    agree = f"{settled}项全部相符" if settled > 1 else "相符"
    first = cells[0]
    message = f"{places} “{first.label}”填的是“{first.text}”，若为“{text}”则{agree}，{_REASON}。"
    corrections = tuple(Correction(fact.place, fact.label, fact.text, text) for fact in cells)
    return Suggestion(message, _REASON, corrections)

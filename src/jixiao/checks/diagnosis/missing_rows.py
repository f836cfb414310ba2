"""A name that a table lacks, and sums of that table that lack the very figures beside the name: one slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jixiao.checks.confront import Verdict
from jixiao.checks.diagnosis.names import Sought, sought_names
from jixiao.checks.diagnosis.trial import Suspicion
from jixiao.model.finding import Suggestion
from jixiao.model.outcome import Outcome

TELLING = 4  # digits of a figure that no other has by chance; of shorter ones two must agree
_REASON = "像是漏列一行"


def missing_rows(verdicts: Iterable[Verdict]) -> Iterator[Suspicion]:
    """One suspicion for each row that is missing, with the sums that it would settle."""
    broken = [verdict for verdict in verdicts if verdict.outcome is Outcome.INCONSISTENT]
    told: set[int] = set()
    for sought in sought_names(broken):
        lacking = [one for one in _lacking(sought, broken) if id(one) not in told]
        if _is_telling(lacking):
            told |= set(map(id, lacking))
            alike = tuple(verdict for verdict in broken if _says_the_same(verdict, sought))
            found = (*lacking, *alike)
            yield Suspicion(found, (_suggestion(sought, len(found)),))


def _lacking(sought: Sought, broken: Iterable[Verdict]) -> Iterator[Verdict]:
    """The broken relations of the other table that are out by a figure of the row with the name."""
    row = sought.verdict.scope.innermost
    figures = {fact.number for fact in row.fields.values() if fact.kind.numeric and fact.number}
    table = sought.verdict.scope.vocabulary[sought.term].path
    for verdict in broken:
        tables = {verdict.scope.vocabulary[term].path for term in verdict.check.relation.terms}
        if table in tables and _gap(verdict) in figures:
            yield verdict


def _gap(verdict: Verdict) -> Decimal:
    return abs(verdict.comparison.difference or Decimal(0))


def _is_telling(lacking: Iterable[Verdict]) -> bool:
    gaps = {_gap(verdict).normalize() for verdict in lacking}
    return len(gaps) > 1 or any(len(gap.as_tuple().digits) >= TELLING for gap in gaps)


def _says_the_same(verdict: Verdict, sought: Sought) -> bool:
    """True for relations that seek that name in that table, too."""
    return any(
        other.name.text == sought.name.text and other.term == sought.term for other in sought_names([verdict])
    )


def _suggestion(sought: Sought, settled: int) -> Suggestion:
    sheet = sought.verdict.scope.vocabulary[sought.term].sheet
    where = f"{sought.name.place} 有" if sought.name.place else "别的表有"
    lacks = f"“{sheet}”表缺“{sought.name.text}”这一行"
    message = f"{where}“{sought.name.text}”，{lacks}，补上则{settled}项全部相符，{_REASON}。"
    return Suggestion(message, _REASON)

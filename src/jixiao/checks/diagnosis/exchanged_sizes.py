"""Two figures that are each too large or too small beside last year's, and fit when they change places.

Their sum holds, so no equation knows of it: 事业收入 in the row of 经营收入.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.diagnosis.trial import Suspicion, Trial
from jixiao.checks.unit import Unit
from jixiao.model.fact import Fact
from jixiao.model.finding import Correction, Suggestion

MOST_TRIED = 40  # pairs
_REASON = "像是两行互换"


def exchanged_sizes(
    verdicts: Iterable[Verdict], network: Network, trial: Trial, unit: Unit
) -> Iterator[Suspicion]:
    """One suspicion for each two figures of one family of checks that compare a cell with the one beside."""
    told: set[int] = set()
    compared = [(verdict, pair) for verdict in verdicts if (pair := _pair(verdict))]
    for (one, here), (other, there) in list(combinations(compared, 2))[:MOST_TRIED]:
        if {id(one), id(other)} & told or not _alike(one, other) or _is_held(here[0], there[0], network):
            continue
        swapped = {
            id(here[0]): replace(here[0], value=there[0].value),
            id(there[0]): replace(there[0], value=here[0].value),
        }
        if len(tuple(trial.settled(swapped, (one, other)))) == len(swapped):
            told |= {id(one), id(other)}
            yield Suspicion((one, other), (_suggestion(here, there, unit),), swapped)


def _pair(verdict: Verdict) -> tuple[Fact, Fact] | None:
    """The cell and the one beside it, where the relation knows no others."""
    facts = tuple({id(fact): fact for fact in verdict.comparison.facts}.values())
    if len(facts) != 2 or not all(fact.number for fact in facts):
        return None
    return facts[0], facts[1]


def _alike(one: Verdict, other: Verdict) -> bool:
    return (one.check.file, one.check.number) == (other.check.file, other.check.number)


def _is_held(one: Fact, other: Fact, network: Network) -> bool:
    """True if an equation that holds would not, once the two have changed places."""
    around = {*network.around(id(one)), *network.around(id(other))}
    edges = (network.edge(position) for position in around if network.holds(position))
    return any(edge.factors.get(id(one)) != edge.factors.get(id(other)) for edge in edges if edge)


def _suggestion(here: tuple[Fact, Fact], there: tuple[Fact, Fact], unit: Unit) -> Suggestion:
    (one, beside), (other, last) = here, there
    message = (
        f"{_named(one)}与 {_named(other)}{_REASON}：对调则都与旁边的数大小相当；"
        f"填反的是 {_named(beside)}与 {_named(last)}的，对调那两处。"
    )
    corrections = (_correction(one, other, unit), _correction(other, one, unit))
    return Suggestion(message, _REASON, corrections)


def _correction(fact: Fact, meant: Fact, unit: Unit) -> Correction:
    stated, needed = (unit.digits(each.number, each.kind) for each in (fact, meant))
    return Correction(fact.place, fact.label, stated, needed)


def _named(fact: Fact) -> str:
    return f"{fact.place} “{fact.label}”" if fact.place else f"“{fact.label}”"

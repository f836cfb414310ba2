"""Points that are lost by a slip of a figure alone: what is told of them stands behind what is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice

from msgspec.structs import replace

from jixiao.checks.diagnosis.trial import Trial, blanked
from jixiao.checks.unit import Unit
from jixiao.model.fact import Fact, Kind, Record, State
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome
from jixiao.pack.framework import Framework
from jixiao.scoring.findings import NO_REASON
from jixiao.scoring.scorecard import score_framework

MOST_TRIED = 10  # suggestions; each has the whole workbook scored again


def behind_slips(
    about_scores: Iterable[Finding], broken: Iterable[Finding], trial: Trial, unit: Unit, framework: Framework
) -> tuple[Finding, ...]:
    """The findings, those of lost points that are gone with the first suggestion of another behind that one.

    Nothing stands behind what is lighter, nor behind a suggestion that would change no figure.
    """
    found = tuple(about_scores)
    asked = {one.key: one for one in found if one.id == NO_REASON and not one.follows}
    leads: dict[str, str] = {}
    for cause in islice(_causes(broken), MOST_TRIED if asked else 0):
        corrected = _corrected(cause, trial.record, unit)
        left = _lost(trial, corrected, framework) if corrected else set(asked)
        for key, one in asked.items():
            if key not in left and cause.severity.rank <= one.severity.rank:
                leads.setdefault(key, cause.key)
    return tuple(replace(one, follows=leads.get(one.key, one.follows)) for one in found)


def _causes(broken: Iterable[Finding]) -> Iterator[Finding]:
    for one in broken:
        if one.outcome is Outcome.INCONSISTENT and not one.follows and one.suggestions:
            yield one


def _corrected(cause: Finding, record: Record, unit: Unit) -> Mapping[int, Fact]:
    """Identity of a fact -> what should stand there. Empty if the suggestion is not about figures alone."""
    needed = {each.place: each.needed for each in cause.suggestions[0].corrections if each.place}
    facts = [(fact, needed[fact.place]) for fact in record.walk() if fact.place and fact.place in needed]
    if any(fact.kind not in (Kind.AMOUNT, Kind.COUNT) for fact, _ in facts):
        return {}
    return {id(fact): _with(fact, digits, unit) for fact, digits in facts}


def _with(fact: Fact, digits: str, unit: Unit) -> Fact:
    if not digits:
        return blanked(fact)
    scale = unit.factor if fact.kind is Kind.AMOUNT else Decimal(1)
    return replace(fact, value=Decimal(digits) * scale, state=State.FILLED)


def _lost(trial: Trial, corrected: Mapping[int, Fact], framework: Framework) -> set[str]:
    """The keys of the findings of points that are lost all the same, or cannot be had."""
    pack = trial.pack
    assert pack.form.assessment is not None
    record = trial.mended(corrected)
    card = score_framework(record, framework, pack.form.assessment, pack.vocabulary, pack.names_of_codes)
    return {f"{NO_REASON}@{score.id}" for score in card.scores if score.score is None or score.deduction}

"""Cells that ask for a reason, where somebody wrote a word that is none, such as “情况属实，已核对”.

What a check can compare in the workbook are a few words; here a reason is held to all of the pack's fillers,
alone or several together, as an explanation is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.model.fact import State
from jixiao.model.outcome import Outcome
from jixiao.model.written_explanation import says_nothing

_ASK_FOR_REASONS = "REASON-"  # how the ids of such checks begin


def without_fillers(verdicts: Iterable[Verdict], fillers: Collection[str]) -> Iterator[Verdict]:
    """The same verdicts; a reason that passed and says nothing does not hold."""
    for verdict in verdicts:
        yield _broken(verdict) if _passed_unsaid(verdict, fillers) else verdict


def _passed_unsaid(verdict: Verdict, fillers: Collection[str]) -> bool:
    if verdict.outcome is not Outcome.PASSED or not verdict.check.data.id.startswith(_ASK_FOR_REASONS):
        return False
    given = [fact for fact in verdict.comparison.facts if fact.state is State.FILLED]
    return bool(given) and all(says_nothing(fact.text, fillers) for fact in given)


def _broken(verdict: Verdict) -> Verdict:
    comparison = replace(verdict.comparison, outcome=Outcome.INCONSISTENT)
    return replace(verdict, comparison=comparison, outcome=Outcome.INCONSISTENT)

"""What was written beside findings -> the warnings that it closes, as long as their figures stay the same.

What a cell gives as its reason is held to the same: a few words a check can compare in the workbook, here it
is all of the pack's fillers, alone or several together.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.checks.explained_figures import SEPARATOR, figures_of, same_figures
from jixiao.checks.keys import keys_of, told_apart
from jixiao.model.fact import State
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.written_explanation import (
    WrittenExplanation,
    counts,
    lapsed,
    no_remedy,
    says_nothing,
    unconfirmed,
    why_not,
    without_lapse,
)

T = TypeVar("T")
Written = Mapping[str, WrittenExplanation]  # by the keys of the findings

_ID = re.compile(r"[^@#]+")  # of a check, in the key of a finding: id@record#number
_PASSED = Outcome.PASSED  # by name: thousands of verdicts are looked at


def accepted(verdicts: Iterable[Verdict], written: Written, fillers: Collection[str] = ()) -> frozenset[int]:
    """The verdicts that an explanation closes, by identity: the accountant stands by their figures."""
    if not written:
        return frozenset()
    came_out = tuple(verdicts)
    keys = keys_of(came_out)
    return frozenset(
        id(verdict)
        for verdict in came_out
        if verdict.severity is Severity.WARNING
        and (key := keys.get(id(verdict), "")) in written
        and counts(_today(written[key], figures_of(verdict)).text, fillers)
    )


def explained(
    findings: Iterable[Finding], written: Written, fillers: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Give each finding its own key and its explanation; sort errors first.

    A warning with an explanation that counts is explained; an error stays an error, whatever is written
    beside it, and says so. `figures` are then those that the explanation was written for.
    """
    found = tuple(findings)
    keys = told_apart(finding.key for finding in found)
    told = [_explained(finding, key, written, fillers) for finding, key in zip(found, keys, strict=True)]
    return in_order(told)


def _explained(finding: Finding, key: str, written: Written, fillers: Collection[str]) -> Finding:
    if key not in written:
        return replace(finding, key=key, figures="")
    if finding.severity is not Severity.WARNING:  # nothing that could lapse
        text = written[key].text
        mend = f"{finding.mend}{no_remedy(text) if finding.severity is Severity.ERROR else ''}"
        return replace(finding, key=key, explanation=text, figures=written[key].figures, mend=mend)
    today = _today(written[key], finding.figures or _figures_shown(finding))
    return replace(
        finding,
        key=key,
        explanation=today.text,
        figures=today.figures,
        outcome=Outcome.EXPLAINED if counts(today.text, fillers) else finding.outcome,
        mend=f"{finding.mend}{why_not(today.text, fillers)}",
    )


def _figures_shown(finding: Finding) -> str:
    """Of a finding that no relation has brought about."""
    return SEPARATOR.join(filter(None, (finding.stated, finding.expected)))


def _today(written: WrittenExplanation, figures: str) -> WrittenExplanation:
    """What was written, beside the figures of today: new ones, if it was written since the last run.

    It lapses where they are others, and comes to life again where they are the old ones again.
    """
    if not written.figures:
        return written if unconfirmed(written.text) else replace(written, figures=figures)
    same, before = same_figures(written.figures, figures), without_lapse(written.text)
    if before is not None:
        return replace(written, text=before) if same else written
    return written if same else replace(written, text=lapsed(written.text))


def under_present_ids(written: Mapping[str, T], former: Mapping[str, str]) -> dict[str, T]:
    """What was written for a check under an id that it had before is kept under the id that it has now.

    What stands under the present id already is not replaced; the older text then keeps its own key.
    """
    kept: dict[str, T] = {}
    for key, explanation in written.items():
        name = _ID.match(key)
        present = former.get(name[0], "") if name else ""
        moved = f"{present}{key[len(name[0]) :]}" if name and present else key
        kept[key if moved in written or moved in kept else moved] = explanation
    return kept


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then what is still open; otherwise as they come. What follows another stands behind it.

    What follows nothing that is still open stands for itself.
    """
    ranked = sorted(findings, key=lambda finding: (finding.severity.rank, not finding.open))
    leading = {finding.key for finding in ranked if finding.open and not finding.follows}
    behind: dict[str, list[Finding]] = {}
    leads = []
    for finding in ranked:
        if finding.follows in leading:
            behind.setdefault(finding.follows, []).append(finding)
        else:
            leads.append(replace(finding, follows="") if finding.follows else finding)
    return tuple(one for lead in leads for one in (lead, *behind.get(lead.key, ())))


def without_fillers(verdicts: Iterable[Verdict], fillers: Collection[str]) -> Iterator[Verdict]:
    """The same verdicts; a reason that passed and says nothing does not hold."""
    for verdict in verdicts:
        asked = verdict.outcome is _PASSED and verdict.check.asks_for_reason
        yield _broken(verdict) if asked and _unsaid(verdict, fillers) else verdict


def _unsaid(verdict: Verdict, fillers: Collection[str]) -> bool:
    given = [fact for fact in verdict.comparison.facts if fact.state is State.FILLED]
    return bool(given) and all(says_nothing(fact.text, fillers) for fact in given)


def _broken(verdict: Verdict) -> Verdict:
    comparison = replace(verdict.comparison, outcome=Outcome.INCONSISTENT)
    return replace(verdict, comparison=comparison, outcome=Outcome.INCONSISTENT)

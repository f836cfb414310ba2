"""Verdicts -> the findings a person reads, with the explanations that close warnings, and the counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from jixiao.checks.confront import Verdict
from jixiao.checks.diagnosis import Hint, Hints
from jixiao.checks.sentences import Unit, finding_of
from jixiao.model.finding import CheckResult, Finding
from jixiao.model.offered import CONFIRM, only_offered
from jixiao.model.outcome import Outcome, Severity

NO_HINTS: Hints = MappingProxyType({})
NO_HINT: Hint = ("", ())
_ID = re.compile(r"[^@#]+")  # of a check, in the key of a finding: id@record#number
_FOUND = (Outcome.INCONSISTENT, Outcome.ROUNDING)
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def findings_of(verdicts: Iterable[Verdict], unit: Unit, said: Hints = NO_HINTS) -> tuple[Finding, ...]:
    """One finding per broken relation and per rounding difference, in the order of the checks."""
    return tuple(
        finding_of(verdict, unit, *said.get(id(verdict), NO_HINT))
        for verdict in verdicts
        if verdict.outcome in _FOUND
    )


def accepted(verdicts: Iterable[Verdict], explanations: Mapping[str, str]) -> frozenset[int]:
    """The verdicts that an explanation closes, by identity: the accountant stands by their figures."""
    found = [verdict for verdict in verdicts if verdict.outcome in _FOUND]
    keys = _told_apart(verdict.key for verdict in found)
    return frozenset(
        id(verdict)
        for verdict, key in zip(found, keys, strict=True)
        if _closes(explanations.get(key, ""), Severity(verdict.check.data.severity))
    )


def explained(findings: Iterable[Finding], explanations: Mapping[str, str]) -> tuple[Finding, ...]:
    """Give each finding its own key and its explanation; sort errors first.

    A warning with an explanation is explained, but not by last year's that nobody has confirmed; an error
    stays an error, whatever is written beside it.
    """
    found = tuple(findings)
    result = []
    for finding, key in zip(found, _told_apart(finding.key for finding in found), strict=True):
        text = explanations.get(key, "")
        waits = only_offered(text) and finding.severity is Severity.WARNING
        mend = f"{finding.mend}{CONFIRM}" if waits else finding.mend
        outcome = Outcome.EXPLAINED if _closes(text, finding.severity) else finding.outcome
        result.append(replace(finding, key=key, explanation=text, outcome=outcome, mend=mend))
    return in_order(result)


def under_present_ids(explanations: Mapping[str, str], former: Mapping[str, str]) -> dict[str, str]:
    """What was written for a check under an id that it had before is kept under the id that it has now.

    What stands under the present id already is not replaced; the older text then keeps its own key.
    """
    kept: dict[str, str] = {}
    for key, text in explanations.items():
        name = _ID.match(key)
        present = former.get(name[0], "") if name else ""
        moved = f"{present}{key[len(name[0]) :]}" if name and present else key
        kept[key if moved in explanations or moved in kept else moved] = text
    return kept


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then what is still open; otherwise as they come."""
    return tuple(sorted(findings, key=lambda finding: (_ORDER[finding.severity], not finding.open)))


def _told_apart(keys: Iterable[str]) -> Iterator[str]:
    """The keys, each but the first of its like with its number."""
    seen: Counter[str] = Counter()
    for key in keys:
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key}#{seen[key]}"


def _closes(explanation: str, severity: Severity) -> bool:
    return severity is Severity.WARNING and bool(explanation) and not only_offered(explanation)


def results_of(verdicts: Iterable[Verdict]) -> tuple[CheckResult, ...]:
    """One line per check that found nothing: passed (how often), or not checked and why."""
    grouped: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        grouped.setdefault(verdict.check.data.id, []).append(verdict)
    results = (_result(group) for group in grouped.values())
    return tuple(result for result in results if result is not None)


def _result(group: list[Verdict]) -> CheckResult | None:
    data = group[0].check.data
    outcomes = {verdict.outcome for verdict in group}
    if outcomes & {Outcome.INCONSISTENT, Outcome.ROUNDING}:
        return None
    passed = [verdict for verdict in group if verdict.outcome is Outcome.PASSED]
    if passed:
        return CheckResult(data.id, data.title, Outcome.PASSED, len(passed))
    return CheckResult(data.id, data.title, Outcome.NOT_CHECKED, reason=group[0].comparison.reason)

"""Verdicts -> the findings a person reads, with the explanations that close warnings, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from jixiao.checks.confront import Verdict
from jixiao.checks.diagnosis import Hint, hints
from jixiao.checks.sentences import Unit, finding_of
from jixiao.model.finding import CheckResult, Finding
from jixiao.model.offered import CONFIRM, only_offered
from jixiao.model.outcome import Outcome, Severity
from jixiao.relation.linear import Formulas

NO_FORMULAS: Formulas = MappingProxyType({})
NO_HINT: Hint = ("", ())
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def findings_of(
    verdicts: tuple[Verdict, ...], unit: Unit, formulas: Formulas = NO_FORMULAS
) -> tuple[Finding, ...]:
    """One finding per broken relation and per rounding difference, in the order of the checks."""
    said = hints(verdicts, formulas, unit)
    wanted = (Outcome.INCONSISTENT, Outcome.ROUNDING)
    return tuple(
        finding_of(verdict, unit, *said.get(index, NO_HINT))
        for index, verdict in enumerate(verdicts)
        if verdict.outcome in wanted
    )


def explained(findings: Iterable[Finding], explanations: Mapping[str, str]) -> tuple[Finding, ...]:
    """Give each finding its own key and its explanation; sort errors first.

    A warning with an explanation is explained, but not by last year's that nobody has confirmed; an error
    stays an error, whatever is written beside it.
    """
    seen: Counter[str] = Counter()
    result = []
    for finding in findings:
        seen[finding.key] += 1
        key = finding.key if seen[finding.key] == 1 else f"{finding.key}#{seen[finding.key]}"
        text = explanations.get(key, "")
        waits = only_offered(text) and finding.severity is Severity.WARNING
        closes = bool(text) and not waits and finding.severity is Severity.WARNING
        mend = f"{finding.mend}{CONFIRM}" if waits else finding.mend
        outcome = Outcome.EXPLAINED if closes else finding.outcome
        result.append(replace(finding, key=key, explanation=text, outcome=outcome, mend=mend))
    return tuple(sorted(result, key=lambda finding: (_ORDER[finding.severity], not finding.open)))


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

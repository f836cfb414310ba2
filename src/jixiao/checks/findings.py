"""Verdicts -> the findings a person reads, with the explanations that close warnings, and the counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.checks.hints import NO_HINT, NO_HINTS, Hint, Hints
from jixiao.checks.keys import keys_of, told_apart
from jixiao.checks.sentences import Sentences, Unit
from jixiao.model.fact import Fact
from jixiao.model.finding import CheckResult, Finding
from jixiao.model.offered import CONFIRM, only_offered
from jixiao.model.outcome import Outcome, Severity
from jixiao.relation.functions import comparisons
from jixiao.relation.syntax import Name

_ID = re.compile(r"[^@#]+")  # of a check, in the key of a finding: id@record#number
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_MEND = "请核对所列单元格，改正填错的数。"
_KEEP = "尾差，可不改。"
_ROUNDED = "在四舍五入允许的范围内（尾差）。"
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def findings_of(verdicts: Iterable[Verdict], unit: Unit, said: Hints = NO_HINTS) -> tuple[Finding, ...]:
    """One finding per broken relation and per rounding difference, in the order of the checks."""
    came_out = tuple(verdicts)
    keys = keys_of(came_out)
    return tuple(
        replace(finding_of(verdict, unit, said.get(id(verdict), NO_HINT)), key=keys[id(verdict)])
        for verdict in came_out
        if id(verdict) in keys
    )


def following(findings: Iterable[Finding], said: Hints) -> Iterator[Finding]:
    """What was found when reading; a cell is not missing where its row should not be there."""
    for finding in findings:
        hint = said.get(finding.place, NO_HINT) if finding.place else NO_HINT
        yield replace(finding, message=f"{finding.message}{hint.ending}", follows=hint.follows)


def finding_of(verdict: Verdict, unit: Unit, hint: Hint = NO_HINT) -> Finding:
    """The finding for a relation that does not hold, or holds only within rounding."""
    sentences, data = Sentences(verdict, unit), verdict.check.data
    rounding, gap = verdict.outcome is Outcome.ROUNDING, verdict.comparison.difference
    stated = _stated_fact(verdict, sentences)
    placed = [fact for fact in verdict.comparison.facts if fact.place]
    facts = [fact for fact in placed if fact.filled or fact is stated] or placed[:1]  # where one is missing
    lead = stated or next(iter(facts), None)
    body = _own_words(verdict, unit) if data.says and not rounding else sentences.told()
    tail = _ROUNDED if rounding else hint.ending
    return Finding(
        id=data.id,
        severity=Severity.NOTE if rounding else Severity(data.severity),
        outcome=verdict.outcome,
        label=lead.label if lead else data.title,
        message=f"{_where(lead)}{body}{'，' if rounding else '。'}{tail}",
        place=lead.place if lead else None,
        stated=sentences.stated,
        expected=sentences.expected,
        difference="" if gap is None else unit.digits(gap, sentences.kind(sentences.tree)),
        mend=_KEEP if rounding else data.mend or _MEND,
        cells=tuple(dict.fromkeys(fact.place for fact in facts if fact.place)),
        key=verdict.key,
        suggestions=hint.suggestions,
        follows=hint.follows,
    )


def _stated_fact(verdict: Verdict, sentences: Sentences) -> Fact | None:
    """The cell that the relation speaks of: the term on its left, or the first filled one there."""
    left = next(comparisons(verdict.check.relation.expression)).left
    if isinstance(left, Name):
        return verdict.scope.cell(left.term)
    return next((fact for fact in sentences.facts_of(left) if fact.filled), None)


def _own_words(verdict: Verdict, unit: Unit) -> str:
    """The pack's own sentence with the values of its terms filled in, after the row or block."""

    def value(match: re.Match[str]) -> str:
        fact = verdict.scope.cell(match[1])
        digits = unit.digits(fact.number, fact.kind) if fact.kind.numeric else fact.text
        return unit.full(digits, fact.kind)

    return f"{verdict.scope.key}{_PLACEHOLDER.sub(value, verdict.check.data.says)}"


def _where(fact: Fact | None) -> str:
    return f"{fact.place} " if fact and fact.place else ""


def accepted(verdicts: Iterable[Verdict], explanations: Mapping[str, str]) -> frozenset[int]:
    """The verdicts that an explanation closes, by identity: the accountant stands by their figures."""
    came_out = tuple(verdicts)
    keys = keys_of(came_out)
    return frozenset(
        id(verdict)
        for verdict in came_out
        if id(verdict) in keys
        and _closes(explanations.get(keys[id(verdict)], ""), Severity(verdict.check.data.severity))
    )


def explained(findings: Iterable[Finding], explanations: Mapping[str, str]) -> tuple[Finding, ...]:
    """Give each finding its own key and its explanation; sort errors first.

    A warning with an explanation is explained, but not by last year's that nobody has confirmed; an error
    stays an error, whatever is written beside it.
    """
    found = tuple(findings)
    result = []
    for finding, key in zip(found, told_apart(finding.key for finding in found), strict=True):
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
    """Errors first, then what is still open; otherwise as they come. What follows another stands behind it.

    What follows nothing that is still open stands for itself.
    """
    ranked = sorted(findings, key=lambda finding: (_ORDER[finding.severity], not finding.open))
    leading = {finding.key for finding in ranked if finding.open and not finding.follows}
    behind: dict[str, list[Finding]] = {}
    leads = []
    for finding in ranked:
        if finding.follows in leading:
            behind.setdefault(finding.follows, []).append(finding)
        else:
            leads.append(replace(finding, follows="") if finding.follows else finding)
    return tuple(one for lead in leads for one in (lead, *behind.get(lead.key, ())))


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

"""Verdicts -> the findings a person reads, and a line for each check that found nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from jixiao.checks.confront import FOUND, Verdict
from jixiao.checks.explained_figures import figures_of, rows_and_figures
from jixiao.checks.keys import keys_of
from jixiao.checks.odd_columns import odd_columns, of_column
from jixiao.checks.repeated_rows import Repeated, naming_all, repeated_rows
from jixiao.checks.sentences import Sentences
from jixiao.checks.unit import Unit
from jixiao.model.fact import Fact, Kind, State
from jixiao.model.finding import CheckResult, Finding
from jixiao.model.hint import NO_HINT, NO_HINTS, Hint, Hints
from jixiao.model.outcome import Outcome, Severity
from jixiao.relation.functions import comparisons
from jixiao.relation.syntax import Name

_FOUND, _PASSED = frozenset(FOUND), Outcome.PASSED
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_FILL = "漏填的请补填；"
_MEND = "请核对所列单元格，改正填错的数。"
_BLANK = "（没有填）"  # of a term in the pack's own sentence
_KEEP = "尾差，可不改。"
_ROUNDED = "在四舍五入允许的范围内（尾差）。"


def findings_of(verdicts: Iterable[Verdict], unit: Unit, said: Hints = NO_HINTS) -> tuple[Finding, ...]:
    """One finding per broken relation and per rounding difference, in the order of the checks.

    What checks find together is one finding, where the first of it stands, but for what follows from a
    finding that says more, and for what is explained itself: that stands alone. The odd figures of a column
    are one finding, too, and so are the rows in which the same stands.
    """
    came_out = [one for one in verdicts if one.outcome is not _PASSED and one.outcome in FOUND]
    keys = keys_of(came_out)
    columns = odd_columns((verdict for verdict in came_out if id(verdict) not in said), unit)
    repeated = repeated_rows(came_out)
    groups: dict[str | int | Repeated, list[Verdict]] = {}
    for verdict in came_out:
        shared = columns.get(id(verdict)) or verdict.check.data.together
        hint = said.get(id(verdict), NO_HINT)
        if id(verdict) in repeated:
            groups.setdefault(repeated[id(verdict)], []).append(verdict)
        elif id(verdict) in keys and not (shared and hint.follows):
            alone = hint.suggestions or not shared
            groups.setdefault(id(verdict) if alone else shared, []).append(verdict)
    return tuple(_told(shared, group, unit, said, keys) for shared, group in groups.items())


def _told(
    shared: str | int | Repeated,
    group: Sequence[Verdict],
    unit: Unit,
    said: Hints,
    keys: Mapping[int, str],
) -> Finding:
    """The finding of one verdict, or of several that share something."""
    first = group[0]
    if isinstance(shared, tuple):
        lead = next((one for one in group if said.get(id(one), NO_HINT).suggestions), first)
        told = finding_of(lead, unit, said.get(id(lead), NO_HINT))
        return naming_all(replace(told, key=keys[id(lead)]), group)
    if isinstance(shared, int):
        return replace(finding_of(first, unit, said.get(id(first), NO_HINT)), key=keys[id(first)])
    if shared == first.check.data.together:
        return together(group, unit)
    return of_column(shared, group, unit, finding_of(first, unit))


def together(group: Sequence[Verdict], unit: Unit) -> Finding:
    """One finding for what several rows, or tables, have in common; it names them once."""
    first = finding_of(group[0], unit)
    rows = list(dict.fromkeys(verdict.scope.key for verdict in group))
    cells = [fact.place for verdict in group for fact in verdict.comparison.facts if fact.place]
    where = f"{first.place} " if first.place else ""
    message = f"{where}{group[0].check.data.together}有{len(rows)}个：{'、'.join(rows)}。"
    return replace(
        first,
        message=message,
        stated="",
        expected="",
        cells=tuple(dict.fromkeys(cells)),
        key=group[0].check.data.id,
        figures=rows_and_figures(group),
    )


def following(findings: Iterable[Finding], said: Hints) -> Iterator[Finding]:
    """What was found when reading; a cell is not missing where its row should not be there."""
    for finding in findings:
        hint = said.get(finding.place, NO_HINT) if finding.place else NO_HINT
        yield replace(finding, message=f"{finding.message}{hint.ending}", follows=hint.follows)


def finding_of(verdict: Verdict, unit: Unit, hint: Hint = NO_HINT) -> Finding:
    """The finding for a relation that does not hold, or holds only within rounding."""
    sentences, data = Sentences(verdict, unit), verdict.check.data
    rounding = verdict.outcome is Outcome.ROUNDING
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
        difference=sentences.difference,
        amounts=sentences.stated_kind is Kind.AMOUNT,
        mend=_KEEP if rounding else _mend(data.mend, hint),
        cells=tuple(dict.fromkeys(fact.place for fact in facts if fact.place)),
        key=verdict.key,
        title=_title(verdict),
        figures=figures_of(verdict),
        suggestions=hint.suggestions,
        follows=hint.follows,
    )


def _mend(mend: str, hint: Hint) -> str:
    """The check's own advice may not think of a cell that is blank."""
    if hint.mend:
        return hint.mend
    blank = any(not cell.stated for first in hint.suggestions[:1] for cell in first.corrections)
    return f"{_FILL}{mend}" if blank and mend and "补" not in mend else mend or _MEND


def _stated_fact(verdict: Verdict, sentences: Sentences) -> Fact | None:
    """The cell that the relation speaks of: the term on its left, or the first filled one there."""
    left = next(comparisons(verdict.check.relation.expression)).left
    if isinstance(left, Name):
        return verdict.scope.cell(left.term)
    return next((fact for fact in sentences.facts_of(sentences.subject or left) if fact.filled), None)


def _own_words(verdict: Verdict, unit: Unit) -> str:
    """The pack's own sentence with the values of its terms filled in, after the row or block."""

    def value(match: re.Match[str]) -> str:
        fact = verdict.scope.cell(match[1])
        if fact.state is State.BLANK:
            return _BLANK
        digits = unit.digits(fact.number, fact.kind) if fact.kind.numeric else fact.text
        return unit.full(digits, fact.kind)

    return f"{verdict.scope.key}{_PLACEHOLDER.sub(value, verdict.check.data.says)}"


def _title(verdict: Verdict) -> str:
    """What the relation demands, of its row or block."""
    key = verdict.scope.key
    return f"{key}：{verdict.check.data.title}" if key else verdict.check.data.title


def _where(fact: Fact | None) -> str:
    return f"{fact.place} " if fact and fact.place else ""


def results_of(verdicts: Iterable[Verdict]) -> tuple[CheckResult, ...]:
    """One line per check that found nothing: passed (how often), or not checked and why."""
    grouped: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        grouped.setdefault(verdict.check.data.id, []).append(verdict)
    results = (_result(group) for group in grouped.values())
    return tuple(result for result in results if result is not None)


def _result(group: list[Verdict]) -> CheckResult | None:
    data = group[0].check.data
    outcomes = [verdict.outcome for verdict in group]
    if not _FOUND.isdisjoint(outcomes):
        return None
    if passed := outcomes.count(_PASSED):
        return CheckResult(data.id, data.title, _PASSED, passed)
    return CheckResult(data.id, data.title, Outcome.NOT_CHECKED, reason=group[0].comparison.reason)

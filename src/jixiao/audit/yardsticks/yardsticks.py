"""Reports against workbooks and reports of last year: whether they go together, and the findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from jixiao.audit.context import AuditContext, Judged
from jixiao.audit.document.finding import AuditFinding, AuditKind
from jixiao.audit.figures.figure import StatedFigure, digits
from jixiao.audit.judgement.findings import findings_of
from jixiao.audit.judgement.witnesses import witnesses_of
from jixiao.audit.relations.stated import StatedRelation, rounded
from jixiao.audit.relations.variants import variants
from jixiao.audit.yardsticks.against import Discrepancy, YardstickComparison, compare
from jixiao.audit.yardsticks.going_together import IDS, done, is_other, mismatch, of_another_unit, other
from jixiao.audit.yardsticks.known import Yardstick
from jixiao.model.outcome import Outcome, Severity

_AROUND = 80  # letters of a quote on each side


class Held(msgspec.Struct):
    """`findings`: those of the report's own relations too. `said`: what was done, in sentences."""

    findings: list[AuditFinding]
    compared: int
    said: list[str]


def hold(context: AuditContext, judged: Sequence[Judged], yardsticks: Sequence[Yardstick]) -> Held:
    """All findings of a report; what does not hold only because a figure differs follows from that."""
    held = Held([], 0, [])
    comparisons: list[YardstickComparison] = []
    for yardstick in yardsticks:
        if trouble := mismatch(context, yardstick):
            held.findings.append(trouble)
            continue
        shift = 1 if yardstick.kind is AuditKind.LAST_YEAR else 0
        comparison = compare(context, yardstick, context.year or yardstick.year + shift)
        held.compared += comparison.compared
        held.said.append(done(comparison))
        held.findings += of_another_unit(context, yardstick)
        comparisons.append(comparison)
    told: dict[StatedFigure, Discrepancy] = {}
    for comparison in comparisons:
        for one in comparison.found:
            told.setdefault(one.figure, one)
    explained, left = _explained(judged, told)
    by_figure = {figure: findings_of(explained.get(figure, ())) for figure in told}
    for comparison in comparisons:
        own = [_finding(one, by_figure[one.figure]) for one in comparison.found if told[one.figure] is one]
        held.findings += [other(comparison, own, context)] if is_other(comparison) else own
        held.findings += findings_of(comparison.faults)
    held.findings += findings_of(left, witnesses_of(context))
    held.findings.sort(key=lambda finding: (finding.at, finding.id))
    return held


def _explained(
    judged: Sequence[Judged], told: dict[StatedFigure, Discrepancy]
) -> tuple[dict[StatedFigure, list[Judged]], list[Judged]]:
    """Relations that hold once the figures are what they should be, by the first of these; and all others."""
    changed = {figure: rounded(one.expected, figure) for figure, one in told.items() if one.like is figure}
    explained: dict[StatedFigure, list[Judged]] = {}
    left: list[Judged] = []
    for one in judged:
        figures = [f for f in one.figures if f in changed] if isinstance(one, StatedRelation) else []
        if isinstance(one, StatedRelation) and figures and _is_mended(one, changed):
            explained.setdefault(figures[0], []).append(one)
        else:
            left.append(one)
    return explained, left


def _is_mended(relation: StatedRelation, changed: Mapping[StatedFigure, Decimal]) -> bool:
    """Whether it holds with the figures as they should be, and only so."""
    broken = relation.outcome() is Outcome.INCONSISTENT
    return broken and relation.outcome(changed) in (Outcome.PASSED, Outcome.ROUNDING)


def _finding(one: Discrepancy, consequences: Sequence[AuditFinding]) -> AuditFinding:
    figure, like, yardstick = one.figure, one.like, one.yardstick
    needed = digits(one.expected, like)
    gap = digits(abs(one.expected - like.value), like)
    if like.unit == "%":
        gap = gap.removesuffix("%") + "个百分点"
    name = f"“{figure.label[-30:]}”" if figure.label else ""
    if one.change:
        more, less = ("增长", "下降") if like.unit == "%" else ("增加", "减少")
        which = more if one.change > 0 else less
        needed = f"{which}{needed}" if one.change * figure.direction < 0 else needed
        source = f"按{yardstick.said}的上年数（{one.whence}）应是{which}{needed.removeprefix(which)}"
    elif yardstick.kind is AuditKind.BOOK:
        source = f"工作簿（{one.whence}）是{needed}"
    else:
        source = f"上年报告（{one.whence}）写的是{needed}"
    passage = figure.passage
    start = max(min(figure.label_start, figure.start), figure.start - _AROUND)
    if passage.row:
        start = max(figure.start - _AROUND, 0)
    end = min(figure.end + _AROUND, len(passage.text)) if passage.row else figure.end
    return AuditFinding(
        f"{IDS[yardstick.kind]}-{'CHANGE' if one.change else 'FIGURE'}",
        yardstick.kind,
        _severity(one),
        f"{name}写的是{figure.written}，{source}，相差{gap}。",
        passage.raw[start:end],
        passage.page,
        passage.paragraph,
        passage.at + start,
        figure.written,
        needed,
        gap,
        "请核对两处，改成一致。",
        (passage.pointer(figure.start, figure.end, culprit=True),),
        tuple(replace(each, consequences=()) for each in consequences),
    )


def _severity(one: Discrepancy) -> Severity:
    """What is neither a typing slip nor near may be a figure of something else."""
    large, small = sorted((abs(one.expected), abs(one.like.value)), reverse=True)
    near = small * 2 >= large
    slip = rounded(one.expected, one.like) in set(variants(one.like))
    return Severity.ERROR if near or slip else Severity.WARNING

"""What somebody has typed into the grey cells of an indicator, which its rule does not use: told."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.methods.entered_rate import counts, has_sign
from jixiao.methods.method import ScoringMethod
from jixiao.methods.rates import PerPoint
from jixiao.methods.wording import percent
from jixiao.model.fact import Fact, Record, places_of
from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.form import Assessment
from jixiao.pack.framework import Framework, Indicator, asked_terms
from jixiao.scoring.entered import FEWEST

UNUSED = "SCORE-06"


def unused_entries(record: Record, framework: Framework, assessment: Assessment) -> tuple[Finding, ...]:
    """One finding for each cell. A target beside a rule with a limit is used if it is the same."""
    rows = {row.key: row for row in record.groups.get(assessment.table, ())}
    return tuple(
        _told(indicator, fact, assessment)
        for id_, indicator in framework.by_id.items()
        if id_ in rows and not rows[id_].lost
        for fact in _unused(indicator, rows[id_], assessment)
    )


def _unused(indicator: Indicator, row: Record, assessment: Assessment) -> Iterator[Fact]:
    method, used = indicator.method, asked_terms(indicator, assessment)
    typed = assessment.target, assessment.actual, assessment.violations, assessment.grade, assessment.score
    for term in (*typed, *assessment.points):
        fact = row.fields[term]
        if term in used or not fact.filled or not fact.text.strip():
            continue
        if term == assessment.target and indicator.entered == "actual":
            limit = method.limit if isinstance(method, PerPoint) else None
            if fact.value == limit or (limit is None and not _counted(method, fact)):
                continue  # for the reader
        yield fact


def _counted(method: ScoringMethod, target: Fact) -> bool:
    """25 beside a rate: who types it expects 24 to be divided by it."""
    return method.typed_rate and (counts(target) or (target.number >= FEWEST and not has_sign(target)))


def _told(indicator: Indicator, fact: Fact, assessment: Assessment) -> Finding:
    rule = _aim(indicator) if fact.term == assessment.target else ""
    how = "这个指标的指标值由其他工作表算出" if indicator.measure else f"这个指标的评分方法{rule or '不用它'}"
    typed = fact.typed.strip() or fact.text
    return Finding(
        id=UNUSED,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=indicator.label,
        message=f"{indicator.label}：“{fact.label}”填了“{typed}”，{how}，没有用上。",
        place=fact.place,
        stated=typed,
        mend="请清空这一格；评分方法或目标值不对的，请在“指标体系”表里改。",
        cells=places_of([fact]),
        key=f"{UNUSED}@{indicator.id}·{fact.label}",
    )


def _aim(indicator: Indicator) -> str:
    """What the rule counts from, whatever target is typed."""
    method = indicator.method
    aim = method.limit if isinstance(method, PerPoint) else getattr(method, "target", None)
    if not isinstance(aim, Decimal):
        return ""
    return f"已定为{percent(aim) if method.typed_rate else plain(aim)}"

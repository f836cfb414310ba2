"""What a reason declares of an indicator: the unit has no such business, or its score is vetoed."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from jixiao.methods.judgements import Manual
from jixiao.methods.method import Measure
from jixiao.model.fact import Fact, Record
from jixiao.model.figures import plain
from jixiao.model.scorecard import Score
from jixiao.pack.form import Assessment
from jixiao.pack.framework import Framework, Indicator, open_terms
from jixiao.relation.texts import same_text

ZERO = Decimal(0)
_DENIED = re.compile(  # behind the word for a veto
    r"[^:,。]{0,6}(?:未发生|未出现|未发现|没有|不存在|不适用|不涉及)|[^:,。]{0,6}:?(?:无|没有|否|未发生|未出现|不存在|不适用|0)。?$"
)


def says_not_applicable(reason: str, assessment: Assessment) -> bool:
    """Whether a reason says that the unit has no such business: 不适用：没有…."""
    return bool(assessment.not_applicable) and reason.startswith(assessment.not_applicable)


def says_vetoed(reason: str, assessment: Assessment) -> bool:
    """Whether a reason says that something that costs all points has happened; 一票否决：无 does not."""
    if not assessment.veto or not reason.startswith(assessment.veto):
        return False
    return not _DENIED.match(same_text(reason.removeprefix(assessment.veto)))


def not_applicable(unscored: Score, assessment: Assessment, framework: Framework, rule: str) -> Score:
    """Full marks, or left out, as the framework lays down; the reason is printed in either case."""
    said, facts = assessment.not_applicable, (unscored.reason_fact,) if unscored.reason_fact else ()
    found = replace(unscored, measure=said, said=said, reason=unscored.given_reason, facts=facts)
    if rule == "full":
        full = unscored.max_score
        return replace(found, score=full, unrounded=full, working=f"{said}，按满分计，得{plain(full)}分")
    return replace(
        found, applies=False, working=f"{said}，不计分，其余指标的得分折算为{plain(framework.total)}分"
    )


def vetoed(unscored: Score, assessment: Assessment) -> Score:
    """No points, whatever else was filled in; the reason is printed."""
    said, facts = assessment.veto, (unscored.reason_fact,) if unscored.reason_fact else ()
    working = f"{said}，得0分"
    return replace(
        unscored,
        score=ZERO,
        unrounded=ZERO,
        measure=said,
        said=said,
        working=working,
        reason=unscored.given_reason,
        facts=facts,
    )


def veto_hint(doubt: str, assessment: Assessment | None) -> str:
    """For who judges an indicator whose standard knows a veto, which its method does not."""
    if not (assessment and assessment.veto and assessment.veto in doubt):
        return ""
    return f"（发生{assessment.veto}情形的，在扣分原因写“{assessment.veto}：事由”，这一行得0分）"


def filled_despite(indicator: Indicator, row: Record | None, assessment: Assessment, *, ruled: bool) -> str:
    """“实际值”填了“95%”: what people have filled in for what they say does not apply."""
    if isinstance(indicator.method, Manual) and not ruled:
        return ""  # who scores such an indicator has judged what its lack is worth
    facts = (row.fields[term] for term in open_terms(indicator, assessment)) if row else ()
    first = next((fact for fact in facts if _says_something(fact)), None)
    return f"“{first.label}”填了“{first.typed.strip() or first.text}”" if first else ""


def measured_despite(indicator: Indicator, measure: Measure) -> str:
    """指标值是90%: what the figures of the workbook come to."""
    if not indicator.measure or measure.special or measure.value == 0:
        return ""
    return f"指标值是{measure.shown}"


def _says_something(fact: Fact) -> bool:
    """A nought, or that nothing is met, does not contradict."""
    return fact.filled and bool(fact.text.strip()) and not (fact.kind.numeric and fact.value == 0)

"""A record and a framework -> the scorecard: one score per indicator, sums by level, the grade."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec.structs import replace

from jixiao.methods.entered_rate import BASE_ZERO
from jixiao.methods.method import Measure, NotMeasurable
from jixiao.model.fact import Record
from jixiao.model.figures import kept_decimals, plain, round_half_up
from jixiao.model.scorecard import Obstacle, Score, Scorecard, Subtotal
from jixiao.model.term import Vocabulary
from jixiao.pack.form import Assessment
from jixiao.pack.framework import Framework, Indicator
from jixiao.relation.evaluation import Codes
from jixiao.relation.scope import Scope
from jixiao.scoring.computed import computed_measure
from jixiao.scoring.declared import (
    filled_despite,
    measured_despite,
    not_applicable,
    says_not_applicable,
    says_vetoed,
    vetoed,
)
from jixiao.scoring.entered import entered_measure

ZERO = Decimal(0)


def score_framework(
    record: Record, framework: Framework, assessment: Assessment, vocabulary: Vocabulary, codes: Codes
) -> Scorecard:
    """Score every indicator that can be scored; the others say what they lack. Never raises for user input.

    Each score is rounded once, so that the printed scores add up to the printed total; the grade looks at
    the total before rounding, unless the table itself lays down how scores are rounded.
    """
    scope = Scope(record, vocabulary)
    scores = tuple(_score(each, scope, assessment, codes, framework) for each in framework.indicators)
    card = Scorecard(
        framework=framework.title,
        scores=scores,
        level1=tuple(
            Subtotal(level.name, level.max_score, _sum(each for each in scores if each.level1 == level.name))
            for level in framework.levels
        ),
        level2=_second_levels(scores, framework),
        total=_sum(scores),
        max_total=framework.total,
        grade="",
        columns=tuple((column.label, column.holds) for column in framework.columns),
        below=framework.below,
        dated=framework.dated,
    )
    return _graded(replace(card, total=round_half_up(card.scaled(card.total))), framework)


def _second_levels(scores: tuple[Score, ...], framework: Framework) -> tuple[tuple[str, Subtotal], ...]:
    def reached(level1: str, level2: str) -> Decimal:
        return _sum(each for each in scores if (each.level1, each.level2) == (level1, level2))

    return tuple(
        (level.name, Subtotal(part, weight, reached(level.name, part)))
        for level in framework.levels
        for part, weight in level.parts.items()
    )


def _sum(scores: Iterable[Score]) -> Decimal:
    return sum((score.score for score in scores if score.score is not None), ZERO)


def _graded(card: Scorecard, framework: Framework) -> Scorecard:
    if not card.complete:
        return card
    exact = card.unrounded_total
    grade, printed = _grade(exact, framework), _grade(card.total, framework)
    note = f"总分四舍五入前为{plain(exact)}分，按此评为“{grade}”。" if grade != printed else ""
    return replace(card, grade=grade, grade_note=note)


def _grade(total: Decimal, framework: Framework) -> str:
    return next((grade.name for grade in framework.grades if total >= grade.lowest), "")


def _score(
    indicator: Indicator, scope: Scope, assessment: Assessment, codes: Codes, framework: Framework
) -> Score:
    row = _row(indicator, scope.root, assessment)
    unscored = _unscored(indicator, row, assessment)
    if says_vetoed(unscored.given_reason, assessment):
        return vetoed(unscored, assessment)
    absent = says_not_applicable(unscored.given_reason, assessment)
    rule = framework.absent(indicator) if absent else ""
    denied = filled_despite(indicator, row, assessment, ruled=bool(rule)) if absent else ""
    try:
        measure = _measure(indicator, row, scope, assessment, codes)
    except NotMeasurable as problem:
        obstacle = _with_base(problem.obstacle, row, assessment)
        if rule or (absent and obstacle.no_base):
            found = not_applicable(unscored, assessment, framework, rule or "full")
            return replace(found, assumed=not rule, despite=denied)
        obstacle = _with_way_out(obstacle, unscored, assessment, bool(framework.absent(indicator)))
        return replace(unscored, working=_missing(obstacle), obstacle=obstacle)
    if absent and not rule and measure.special == BASE_ZERO:
        return replace(not_applicable(unscored, assessment, framework, "full"), assumed=True)
    denied = denied or (measured_despite(indicator, measure) if absent else "")
    if rule:
        return replace(not_applicable(unscored, assessment, framework, rule), despite=denied)
    return replace(_scored(unscored, indicator, measure, framework), despite=denied)


def _with_base(obstacle: Obstacle, row: Record | None, assessment: Assessment) -> Obstacle:
    """A target of 0 that was entered is a base like one that was computed."""
    target = row.fields[assessment.target] if row else None
    zero = target is not None and target.value == 0 and obstacle.place == target.place
    return replace(obstacle, no_base=True) if zero else obstacle


def _with_way_out(obstacle: Obstacle, unscored: Score, assessment: Assessment, ruled: bool) -> Obstacle:
    """Who has no such business can say so: where the figures show it, or the framework has a rule."""
    if not (assessment.not_applicable and unscored.reason_fact):
        return obstacle
    said, column = assessment.not_applicable, unscored.reason_fact.label
    if obstacle.no_base:
        where = f"“{assessment.table}”表“{unscored.name}”的“{column}”"
        return replace(obstacle, mend=f"{obstacle.mend}没有这项业务的，在{where}写“{said}：…”。")
    if not all(fact.term.startswith(f"{assessment.table}.") for fact in obstacle.blanks):
        return obstacle  # figures that a declaration of 单位概况 makes noughts
    declared = says_not_applicable(unscored.given_reason, assessment)
    unruled = f"评分表没有写“{said}”的怎样计分，“{unscored.name}”请照财政部门的答复填自评分等格"
    way = f"没有这项业务的指标，在“{column}”写“{said}：…”" if ruled else unruled if declared else ""
    return replace(obstacle, way_out=way)


def _missing(obstacle: Obstacle) -> str:
    return f"未评分：{obstacle.problem}。{obstacle.mend}"


def _unscored(indicator: Indicator, row: Record | None, assessment: Assessment) -> Score:
    return Score(
        id=indicator.id,
        level1=indicator.level1,
        level2=indicator.level2,
        name=indicator.name,
        max_score=indicator.max_score,
        standard=indicator.standard,
        formula=indicator.formula,
        printed=indicator.printed,
        score=None,
        measure="",
        working="",
        given_reason=_reason(indicator, row, assessment),
        evidence=row.fields[assessment.evidence].text.strip() if row else "",
        reason_fact=row.fields[assessment.reason] if row else None,
    )


def _reason(indicator: Indicator, row: Record | None, assessment: Assessment) -> str:
    """The unit's own indicators have their reasons beside them."""
    typed = row.fields[assessment.reason].text.strip() if row else ""
    return typed or ("见各项指标的偏差原因" if indicator.method.of_rows else "")


def _scored(unscored: Score, indicator: Indicator, measure: Measure, framework: Framework) -> Score:
    result = indicator.method.mark(measure.value, indicator.max_score)
    score = framework.rounded(result.score, indicator.max_score)
    working = f"{measure.special}，得{plain(score)}分" if measure.special else result.working
    if framework.decimals is not None and score != round_half_up(result.score):
        working = f"{result.working}，{kept_decimals(framework.decimals)}为{plain(score)}分"
    return replace(
        unscored,
        score=score,
        unrounded=result.score if framework.decimals is None else score,
        measure=measure.shown,
        said=measure.said,
        working=working,
        reason=(unscored.given_reason or working) if score < indicator.max_score else "",
        facts=measure.facts,
        relation=indicator.measure or "",
    )


def _measure(
    indicator: Indicator, row: Record | None, scope: Scope, assessment: Assessment, codes: Codes
) -> Measure:
    if indicator.measure:
        return computed_measure(indicator, scope, codes)
    if row is None:
        mend = "请从备份中恢复这一行，或用 jixiao new 新建工作簿。"
        what = f"在“{assessment.table}”表中找不到"
        raise NotMeasurable(Obstacle(indicator.label, None, what, mend))
    return entered_measure(indicator, row, assessment)


def _row(indicator: Indicator, record: Record, assessment: Assessment) -> Record | None:
    rows = record.groups.get(assessment.table, ())
    return next((row for row in rows if row.key == indicator.id), None)

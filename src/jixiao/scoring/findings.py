"""A scorecard -> what the accountant has to fill in, mend or explain about it."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from jixiao.methods.entered_rate import BASE_ZERO
from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Obstacle, Score, Scorecard
from jixiao.model.written_explanation import says_nothing

ZERO = Decimal(0)
_FIGURE = re.compile(r"\d")
UNUSABLE = "SCORE-02"  # a cell holds what cannot be scored
NO_REASON = "SCORE-03"  # points were lost, and nobody wrote why
LEFT_OUT = "SCORE-05"  # indicators do not apply, so the others were scaled
ASSUMED = "SCORE-07"  # does not apply, and the framework does not say what follows
GRADE_NOTE = "SCORE-04"  # rounding lifted the printed total over the edge of a grade


def scorecard_findings(scorecard: Scorecard, fillers: Collection[str] = ()) -> tuple[Finding, ...]:
    """In the order of the framework. Missing evidence is no finding. Blank and lost cells are told by sheet.

    `fillers` are no reasons.
    """
    findings = []
    for score in scorecard.scores:
        if score.obstacle is not None:
            told = score.obstacle.blank or score.obstacle.lost
            findings += [] if told else [_unscored(score, score.obstacle)]
        elif score.assumed:
            findings.append(_assumed(score))
        elif score.deduction and not score.despite and says_nothing(score.given_reason, fillers):
            findings.append(_unexplained(score))
    return (*findings, *_left_out(scorecard), *_grade_notes(scorecard))


def _unscored(score: Score, obstacle: Obstacle) -> Finding:
    return Finding(
        id=UNUSABLE,
        severity=Severity.ERROR,
        outcome=Outcome.NOT_CHECKED,
        label=score.label,
        message=f"“{score.label}”不能评分，{obstacle.problem}。",
        place=obstacle.place,
        stated=obstacle.typed,
        mend=obstacle.mend,
        cells=(obstacle.place,) if obstacle.place else (),
        key=f"{UNUSABLE}@{score.id}",
    )


def _unexplained(score: Score) -> Finding:
    given = score.given_reason
    lacking = f"扣分原因写的是“{given}”，没有说明原因" if given else "没有写明扣分原因"
    return Finding(
        id=NO_REASON,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=score.label,
        message=f"{score.named}扣{plain(score.deduction)}分，{lacking}。评分过程：{score.working}。",
        place=score.place,
        stated=plain(score.max_score - score.deduction),
        expected=plain(score.max_score),
        difference=plain(score.deduction),
        mend=f"扣分须写明原因，请填写这一行的扣分原因。{_way_out(score)}",
        cells=(score.place,) if score.place else (),
        key=f"{NO_REASON}@{score.id}",
        title=f"{score.name}得满分",
    )


def _way_out(score: Score) -> str:
    """Where the figures, or a word such as 无 instead of a score, show that there may be no such business."""
    wordy = any(fact.value == 0 and fact.typed and not _FIGURE.search(fact.typed) for fact in score.facts)
    without = score.score == 0 and (score.measure == BASE_ZERO or wordy)
    return "没有这项业务的，写“不适用：…”。" if without else ""


def _assumed(score: Score) -> Finding:
    given = score.given_reason
    return Finding(
        id=ASSUMED,
        severity=Severity.WARNING,
        outcome=Outcome.NOT_CHECKED,
        label=score.label,
        message=f"{score.named}填了“{given}”，评分表没有写没有这项业务的怎样计分，先按满分计。",
        place=score.place,
        stated=given,
        mend="请向财政部门问清；按满分计的，在审核说明写明依据；不计满分的，在“指标体系”表改为由人评分，再填自评分。",
        cells=(score.place,) if score.place else (),
        key=f"{ASSUMED}@{score.id}",
    )


def _left_out(scorecard: Scorecard) -> tuple[Finding, ...]:
    """How the total follows from the scores of the indicators that apply."""
    if not scorecard.left_out:
        return ()
    names = "、".join(score.label for score in scorecard.left_out)
    reached = scorecard.reached
    whole, count = plain(scorecard.max_total), plain(scorecard.applicable)
    sum_ = f"{plain(reached)}÷{count}×{whole}={plain(scorecard.total)}分"
    return (
        Finding(
            id=LEFT_OUT,
            severity=Severity.NOTE,
            outcome=Outcome.PASSED,
            label=scorecard.framework,
            message=f"不适用的指标：{names}。其余指标共{count}分，总分按比例折算：{sum_}。",
            stated=plain(reached),
            expected=plain(scorecard.total),
            key=LEFT_OUT,
        ),
    )


def _grade_notes(scorecard: Scorecard) -> tuple[Finding, ...]:
    if not scorecard.grade_note:
        return ()
    note = Finding(
        id=GRADE_NOTE,
        severity=Severity.NOTE,
        outcome=Outcome.PASSED,
        label=scorecard.framework,
        message=scorecard.grade_note,
        stated=plain(scorecard.total),
        expected=plain(scorecard.unrounded_total),
        key=GRADE_NOTE,
    )
    return (note,)

"""Reasons that say how many points were lost, held against the points that were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Score, Scorecard

SAID_DEDUCTION = "SCORE-12"
_LOST = re.compile(r"扣(?:减|除|掉|了|去)*(\d+(?:\.\d+)?)分")
_RULE = re.compile(r"每|最多|最高|至多|按规定应|不扣")  # what the standard says, or what others have


def said_deductions(scorecard: Scorecard) -> Iterator[Finding]:
    """One warning for a reason that neither names the points nor parts that make them up."""
    for score in scorecard.scores:
        said = [] if _RULE.search(score.given_reason) else _LOST.findall(score.given_reason)
        if score.score is not None and score.deduction and said and not _fits(said, score.deduction):
            yield _told(score, said)


def _fits(said: list[str], lost: Decimal) -> bool:
    points = [Decimal(each) for each in said]
    step = min(Decimal(1).scaleb(int(each.as_tuple().exponent)) for each in points)
    return any(abs(each - lost) <= step / 2 for each in (*points, sum(points)))


def _told(score: Score, said: list[str]) -> Finding:
    label = score.reason_fact.label if score.reason_fact else ""
    words = "、".join(f"扣{each}分" for each in said)
    return Finding(
        id=SAID_DEDUCTION,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=score.label,
        message=f"{score.named}的“{label}”里写着{words}，这个指标扣了{plain(score.deduction)}分。",
        place=score.place,
        stated=words,
        expected=plain(score.deduction),
        mend="请改这一格，或核对这个指标填的数；没有写错的，写一句审核说明。",
        cells=(score.place,) if score.place else (),
        key=f"{SAID_DEDUCTION}@{score.id}",
    )

"""A standard that was rewritten beside a method that was left as it was: it scores as before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.methods.judgements import Manual
from jixiao.methods.method import ScoringMethod
from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.framework_rows import FrameworkSheet, Texts, row_of, typed_points
from jixiao.pack.sections import FrameworkSection, Held
from jixiao.relation.texts import same_text

OUTDATED_METHOD = "FRAME-05"
OUTDATED = "评分标准改过，评分方法和参数没有跟着改"
_ASKED: tuple[Held, ...] = ("method", "parameters", "relation", "sure")
_SIGNS = re.compile(r"[、，。；：,;:“”\"'（）()【】\[\]]")


def outdated(base: Indicator | None, texts: Texts, section: FrameworkSection, method: ScoringMethod) -> bool:
    """Whether people must look at it; not where only signs, or the points with the weight, changed."""
    waits = base is not None and awaits(base)
    if base is None or (base.offer and not waits) or isinstance(method, Manual) or method.of_rows:
        return False
    former = row_of(base, section)
    if any(same_text(texts[held]) != same_text(former[held]) for held in _ASKED):
        return False
    if waits:
        return True
    points = typed_points(texts["max_score"]) or base.max_score
    return reworded(former["standard"], texts["standard"], base.max_score, points)


def reworded(former: str, present: str, weight: Decimal, present_weight: Decimal) -> bool:
    """Whether a standard says something else; not where only signs, or the points with the weight, differ."""
    was, now = _words(former), _words(present)
    points = re.sub(rf"(?<![\d.]){plain(weight)}分", f"{plain(present_weight)}分", was)
    return now not in (was, points)


def awaits(indicator: Indicator) -> bool:
    """Whether an indicator scores by such a method until people have looked at it."""
    offer = indicator.offer
    return offer is not None and offer.doubt == OUTDATED and not isinstance(indicator.method, Manual)


def about_outdated(sheet: FrameworkSheet, framework: Framework) -> Iterator[Finding]:
    """Told at every run until the row is said to be looked at."""
    for row in sheet.rows:
        base = framework.by_id.get(row.made_for)
        if base is None or not awaits(base) or not outdated(base, row.texts, sheet.section, base.method):
            continue
        place, confirmed = row.places["sure"], sheet.section.confirmed
        yield Finding(
            id=OUTDATED_METHOD,
            severity=Severity.WARNING,
            outcome=Outcome.INCONSISTENT,
            label="评分",
            message=f"{place} “{row.texts['name']}”的{OUTDATED}，得分还是照原来的方法算的。",
            place=place,
            mend=f"请照新的评分标准改评分方法和参数（不用改的不改），再把这一格选为“{confirmed}”。",
            cells=(place,),
            key=f"{OUTDATED_METHOD}@{row.texts['name']}",
        )


def _words(standard: str) -> str:
    return _SIGNS.sub("", same_text(standard))

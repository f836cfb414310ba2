"""A score that people gave, beside what the printed standard seems to say: another, or none it can give."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from msgspec.structs import replace

from jixiao.methods.judgements import Manual
from jixiao.methods.method import Measure, NotMeasurable
from jixiao.model.fact import Fact, Record, places_of
from jixiao.model.figures import plain
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.scorecard import Score, Scorecard
from jixiao.pack.form import Assessment
from jixiao.pack.framework import Framework, Indicator, UnsureReading
from jixiao.relation.evaluation import Codes
from jixiao.relation.scope import Scope
from jixiao.scoring.computed import computed_measure
from jixiao.scoring.framework_sheet.points_in_words import said_scores

OTHER_SCORE = "SCORE-10"
_BY_TOOL = "评分方法读对了的，可以在“指标体系”表选“已核对”，由工具计分；读错了的，在那里改。"
_LISTED = 8  # scores that one sentence lists


def against_offers(
    card: Scorecard,
    framework: Framework,
    unsure: Collection[str],
    record: Record,
    assessment: Assessment,
    scope: Scope,
    codes: Codes,
) -> Iterator[Finding]:
    """Of rows that people score. What was understood may be wrong, so a warning that can be explained.

    `unsure`: those that nobody has confirmed; of the others only what their standard lists is known.
    """
    rows = {row.key: row for row in record.groups.get(assessment.table, ())}
    for score in card.scores:
        indicator = framework.by_id[score.id]
        if score.score is None or not isinstance(indicator.method, Manual):
            continue
        typed = rows[score.id].fields[assessment.score] if score.id in rows else None
        if typed is None or all(fact is not typed for fact in score.facts):
            continue  # declared otherwise
        offer = indicator.offer if score.id in unsure else None
        if said := _expected(indicator, offer, score.score, framework, scope, codes):
            yield _told(score, typed, said, understood=bool(offer and offer.method))


def _expected(
    indicator: Indicator,
    offer: UnsureReading | None,
    given: Decimal,
    framework: Framework,
    scope: Scope,
    codes: Codes,
) -> str:
    """What the rule that was understood says instead; empty if the score may be right."""
    if offer is None or offer.method is None:
        scores = said_scores(indicator.standard, indicator.max_score)
        listed = sorted({framework.rounded(each, indicator.max_score) for each in scores})
        return f"评分标准里写的得分是{_listed(listed)}分" if listed and given not in listed else ""
    found = _measured(indicator, offer, scope, codes)
    if found is not None:
        exact = offer.method.mark(found.value, indicator.max_score).score
        mark = framework.rounded(exact, indicator.max_score)
        said = f"照读出的评分方法和工作簿里的数（{found.shown}）是{plain(mark)}分"
        return "" if mark == given else said
    whole = indicator.max_score
    possible = {framework.rounded(each, whole) for each in offer.method.possible(whole) or ()}
    fits = not possible or given in possible | {Decimal(0)}  # nothing is given by a veto, if by no rule
    return "" if fits else f"照读出的评分方法只能是{_listed(possible)}分"


def _listed(scores: Collection[Decimal]) -> str:
    best = sorted(scores, reverse=True)
    return "、".join(plain(each) for each in best[:_LISTED]) + ("……" if len(best) > _LISTED else "")


def _measured(indicator: Indicator, offer: UnsureReading, scope: Scope, codes: Codes) -> Measure | None:
    """What the figures of the workbook come to, where the measure is made of them."""
    method = offer.method
    if method is None or not (offer.measure and method.rate) or method.of_rows:
        return None
    try:
        return computed_measure(replace(indicator, method=method, measure=offer.measure), scope, codes)
    except NotMeasurable:
        return None


def _told(score: Score, typed: Fact, said: str, *, understood: bool) -> Finding:
    points = plain(score.score or Decimal(0))
    return Finding(
        id=OTHER_SCORE,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=score.label,
        message=f"{typed.lead}“{score.label}”自评{points}分，{said}。",
        place=typed.place,
        stated=points,
        mend=f"请核对自评分。{_BY_TOOL if understood else ''}自评分有依据的，写一句审核说明。",
        cells=places_of([typed]),
        key=f"{OTHER_SCORE}@{score.id}",
        figures=f"{points}；{said}",
    )

"""A rate that is a share of a whole by its name, such as 合格率, entered above 100 %."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.methods.entered_rate import has_sign
from jixiao.methods.wording import percent
from jixiao.model.fact import Fact, Record, places_of
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.form import Assessment
from jixiao.pack.framework import Framework, Indicator, asked_terms
from jixiao.pack.method_words import method_words
from jixiao.scoring.entered import FEWEST

BEYOND = "SCORE-13"
ONE = Decimal(1)


def beyond_whole(record: Record, framework: Framework, assessment: Assessment) -> Iterator[Finding]:
    """One warning for each such rate; where the actual value is counted, it is none."""
    for row in record.groups.get(assessment.table, ()):
        indicator = framework.by_id.get(row.key)
        if indicator is None or not method_words().share_of_whole(indicator.name):
            continue
        fact = row.fields[assessment.actual]
        if assessment.actual in asked_terms(indicator, assessment) and _too_large(fact, indicator):
            yield _told(fact, indicator)


def _too_large(fact: Fact, indicator: Indicator) -> bool:
    direct = indicator.method.typed_rate and indicator.entered == "actual"
    return fact.filled and fact.number > ONE and (has_sign(fact) or direct) and not _refused(fact, indicator)


def _refused(fact: Fact, indicator: Indicator) -> bool:
    """Whether no score is given for it, which is told with what to write instead: 91.6, 9160%."""
    highest = indicator.highest
    return highest is not None and (fact.number > highest or (fact.number >= FEWEST and not has_sign(fact)))


def _told(fact: Fact, indicator: Indicator) -> Finding:
    rate = percent(fact.number)
    return Finding(
        id=BEYOND,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=indicator.label,
        message=f"{fact.place} “{indicator.label}”的“{fact.label}”是{rate}，这样的比率一般不会超过100%。",
        place=fact.place,
        stated=rate,
        expected="100%",
        mend="请核对，写错的改正；当地的算法可以超过100%的，写一句审核说明。",
        cells=places_of([fact]),
        key=f"{BEYOND}@{indicator.id}",
    )

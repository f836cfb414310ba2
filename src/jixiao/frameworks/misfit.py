"""A rule and a measure that cannot belong together: steps from 0% beside spent ÷ budgeted."""

from __future__ import annotations

from decimal import Decimal

from jixiao.frameworks.rule import RuleReading
from jixiao.pack.measure_words import MeasureWords

_SMALL, _LARGE = Decimal("0.3"), Decimal("0.5")


def misfit(rule: RuleReading, relation: str, words: MeasureWords) -> str:
    """What is odd about the two, in a sentence; empty if they fit."""
    figures = _figures(rule)
    if not relation or not figures:
        return ""
    above = relation.partition(" / ")[0]
    change = " - " in above and any(term in above for term in words.names["of_last_year"])
    small = " - " in above or any(term in above for term in words.names["small_above"])
    if change and min(figures) >= _LARGE:
        return "评分标准说的是两数之比，指标值却是增减"
    if not small and max(figures) < _SMALL:
        return "评分标准说的是增减，指标值却是两数之比"
    return ""


def _figures(rule: RuleReading) -> list[Decimal]:
    """The values of the rate that the rule names; a distance from one is none."""
    given = rule.parameters
    if "centre" in given:
        return []
    ends = [given[key] for key in ("limit", "zero_at", "full_at") if key in given]
    ends += [band["upper"] for band in given.get("bands", ()) if "upper" in band]
    return [Decimal(end) for end in ends]

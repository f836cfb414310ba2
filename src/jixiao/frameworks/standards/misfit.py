"""A rule and a measure that cannot belong together: steps from 0% beside spent ÷ budgeted."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.wording.texts import prose, tidy
from jixiao.pack.measure_words import MeasureWords

_FACTOR = re.compile(r"(?:得分=|按照?)([\u4e00-\u9fff]{2,16})[×*]")
_COMMON = re.compile("部门|整体|单位|实际|年度|全年|本级|支出|预算|完成|执行|值|率|的|该|本|总|年|其")
_EXCESS = re.compile(r"[(\[]([^-()\[\]]+)-([^-()\[\]]+)[)\]][÷/]\(?([^()×*÷/,;。\n]+)")
_DIFFERENCE = re.compile(r"(?:ABS)?\((\S+) - (\S+)\) / (\S+)")
FEWEST = 2  # characters of another rate
_SMALL, _LARGE = Decimal("0.3"), Decimal("0.5")


def misfit(rule: RuleReading, relation: str, words: MeasureWords) -> str:
    """What is odd about the two, in a sentence; empty if they fit."""
    figures = _figures(rule)
    if not relation or not figures:
        return ""
    above = relation.partition(" / ")[0]
    change = " - " in above and any(term in above for term in words.names["of_last_year"])
    small = " - " in above or any(term in above for term in words.names["small_above"])
    if (change or _left_over(relation, words)) and min(figures) >= _LARGE:
        return "评分标准说的是两数之比，指标值却是增减"
    if small and " - " not in above and min(figures) >= _LARGE:
        return "评分标准说的是接近100%的比率，指标值却通常很小"
    if not small and max(figures) < _SMALL:
        return "评分标准说的是增减，指标值却是两数之比"
    return ""


def _left_over(relation: str, words: MeasureWords) -> bool:
    """(A - B) / B, and (A - B) / A: what goes beyond, or is left; less what is left, it is what was spent."""
    match = _DIFFERENCE.fullmatch(relation)
    if match is None or any(term in match[2] for term in words.names["small_above"]):
        return False
    return match[3] in (match[1], match[2])


def odd_excess(rule: RuleReading, texts: tuple[str, str]) -> str:
    """A limit of 100% beside (实际成本－计划成本)÷计划成本, which is what goes beyond; empty if they fit."""
    figures = _figures(rule)
    parts = (match for text in texts for match in _EXCESS.finditer(prose(text)))
    beyond = any(tidy(match[2]) == tidy(match[3]) for match in parts)
    return (
        "评分标准说的是两数之比，公式算的却是超出的部分"
        if beyond and min(figures, default=0) >= _LARGE
        else ""
    )


def odd_factor(standard: str, name: str) -> str:
    """“得分＝项目支付进度×10” of 预算执行率: another rate than the one that is computed."""
    match = _FACTOR.search(prose(standard))
    if match is None:
        return ""
    left = re.sub("|".join(map(re.escape, sorted(_pairs(tidy(name)), key=len, reverse=True))), "", match[1])
    return match[1] if len(_COMMON.sub("", left)) >= FEWEST else ""


def _pairs(name: str) -> list[str]:
    """The name and what it is made of, in pieces of two characters and more."""
    ends = range(len(name))
    return [name[begin:end] for begin in ends for end in range(begin + 2, len(name) + 1)] or [name]


def _figures(rule: RuleReading) -> list[Decimal]:
    """The values of the rate that the rule names; a distance from one is none."""
    given = rule.parameters
    if "centre" in given:
        return []
    ends = [given[key] for key in ("limit", "zero_at", "full_at") if key in given]
    ends += [band["upper"] for band in given.get("bands", ()) if "upper" in band]
    return [Decimal(end) for end in ends]

"""Figures of a standard that its rule has no place for: something was said that was not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.standard import Standard
from jixiao.frameworks.wording.texts import DATE, POINT

_FIGURE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?")
_AWARDED = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?=分)")
_OF_CASES = ("each_violation", "checklist", "graded", "graded_range")  # conditions may name days
_COUNTED = re.compile(r"\d+(?=个?(?:档|等次|等级|档次|项|方面|要点|条))")  # 三档, 上述三项
_DEFINED = re.compile(
    r"(?:^|(?<=[。;\n]))[^=,。;\n]{2,20}(?:率|度|比例|比重|占比)=[^=。;\n]*[÷/][^=,。;\n]*(?=[。;\n]|$)"
)
_HUNDRED = Decimal(100)
_NEAR = Decimal("0.01")
_TOLD = ("no_case", "round_up", "round_down", "round_exact")  # what is kept of these is no figure
_NAMED = {"grades": "name", "levels": "name", "points": "text"}


def unused_figures(standard: Standard, rule: RuleReading) -> Iterator[str]:
    """The figures, as they are printed."""
    used = list(_used(standard, rule))
    text = DATE.sub("", _DEFINED.sub("", POINT.sub("", standard.text)))
    for kind, aside in standard.asides:
        text = text.replace(aside, "") if kind in _TOLD else text
    figures = _AWARDED if rule.type in _OF_CASES else _FIGURE
    for printed in figures.findall(_COUNTED.sub("", text)):
        value = Decimal(printed)
        if not any(abs(value - each) <= _NEAR for each in used):
            yield printed


def _used(standard: Standard, rule: RuleReading) -> Iterator[Decimal]:
    """What the rule holds, as the text may write it: a rate, a percentage, points, a share of the weight."""
    full = standard.full
    yield from (Decimal(0), Decimal(1), _HUNDRED, full, full / _HUNDRED)
    for figure in figures_of(rule.parameters):
        yield from (figure, figure * _HUNDRED, figure * full, full - figure, figure / 10_000)
        yield abs(figure - 1) * _HUNDRED  # 超预算10%: up to 110%
        yield full - figure * full
        if full:
            yield figure * _HUNDRED / full
    for key, text in _NAMED.items():
        for each in rule.parameters.get(key, ()):
            yield from map(Decimal, _FIGURE.findall(str(each.get(text, ""))))
    yield Decimal(len(rule.parameters.get("points", ())))
    if "full_at" in rule.parameters:
        yield abs(Decimal(rule.parameters["full_at"]) - Decimal(rule.parameters["zero_at"])) * _HUNDRED


def figures_of(value: Any) -> Iterator[Decimal]:
    """The figures of a rule's parameters, without what names them."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from () if key in _NAMED.values() else figures_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from figures_of(each)
    elif isinstance(value, str) and _FIGURE.fullmatch(value.lstrip("-")):
        yield abs(Decimal(value))

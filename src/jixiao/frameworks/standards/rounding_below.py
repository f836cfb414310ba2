"""“不足1个百分点的不扣分” below a table: what a part of a step costs in the rows that do not say it."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from msgspec.structs import replace

from jixiao.frameworks.standards.rule import RuleReading, rounding_named, with_doubts
from jixiao.frameworks.wording.texts import POINT, prose, tidy

_SENTENCE = re.compile(r"[。;\n]")
PART_OF_STEP = re.compile(r"不足(\d+(?:\.\d+)?)%(?:的(?:部分)?)?,?")


def with_rounding_below(rule: RuleReading, name: str, notes: str, others: Collection[str]) -> RuleReading:
    """The rule with what the notes say of such a step, in a sentence that names no other indicator."""
    if not rule.silent or rule.type != "per_point":
        return rule
    step = Decimal(rule.parameters["step"]) * 100
    said = [
        each for each in _SENTENCE.split(POINT.sub("", prose(notes))) if _is_about(each, step, name, others)
    ]
    ways = {
        way
        for each in said
        if (way := rounding_named(PART_OF_STEP.sub(lambda part: part[0].rstrip(","), each)))
    }
    if len(ways) > 1:
        return with_doubts(rule, f"不足一个步长怎么扣，表下有几种说法：{'；'.join(said)}")
    return (
        replace(rule, parameters=rule.parameters | {"rounding": ways.pop()}, silent=False) if ways else rule
    )


def _is_about(sentence: str, step: Decimal, name: str, others: Collection[str]) -> bool:
    """Whether it speaks of a part of that step; of several indicators, of this one."""
    match = PART_OF_STEP.search(sentence)
    plain = tidy(sentence)
    if match is None or Decimal(match[1]) != step:
        return False
    return tidy(name) in plain or not any(tidy(each) in plain for each in others if tidy(each))

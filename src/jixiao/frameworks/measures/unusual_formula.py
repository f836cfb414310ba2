"""A table's own formula that turns round what the indicator's name says: 编制数/在职人员数 of a 控制率."""

from __future__ import annotations

import re

from jixiao.frameworks.measures.measures import read_measure
from jixiao.pack.measure_words import MeasureWords

_SHAPE = re.compile(r"\(?(?P<first>[^\s()]+)(?: - (?P<less>[^\s()]+)\))? / (?P<below>[^\s()]+)")


def unusual_formula(name: str, relation: str, words: MeasureWords) -> str:
    """What is odd about a measure of the usual figures that are put together otherwise; else empty."""
    usual = _shape(read_measure(name, "", "", "", words).relation)
    found = _shape(relation)
    if not usual or usual == found or sorted(set(usual)) != sorted(set(found)):
        return ""  # (实际-预算)/预算 beside ≤0 counts the same by another rate
    return f"表里的公式与“{name}”通常的算法不一样（分子、分母或正负颠倒），请核对"


def _shape(relation: str) -> tuple[str, ...]:
    """Above the line, what is taken off there, below the line; nothing for what is put together otherwise."""
    match = _SHAPE.fullmatch(relation.replace("ABS(", "("))
    return tuple(each or "" for each in match.groups()) if match else ()

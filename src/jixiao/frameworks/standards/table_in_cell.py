"""A small table inside the cell of a standard: 满意度 | 得分, a range and its points beside or below it."""

from __future__ import annotations

import re

from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.texts import tidy

FEWEST = 2  # ranges
_HEADS = ("得分", "分值", "计分", "分数", "评分", "赋分")
_POINTS = re.compile(r"\d+(?:\.\d+)?分?")
_RANGE = re.compile(r"\d.*[%以不含及上下内足~—－-]|[≥≤<>＜＞]\s*\d|(?:不足|低于|超过|达到|高于)\s*\d")
_SENTENCE = re.compile(r"[\d。；;，,：:]")
_LONGEST = 20  # characters of a range
_LONGEST_NAME = 12


def with_rows_of_table(standard: str) -> str:
    """The standard with each row of such a table as a sentence; any other text as it is."""
    lines = [line.strip() for line in standard.split("\n") if line.strip()]
    head = next((at for at, line in enumerate(lines) if tidy(line) in _HEADS and at > 0), None)
    if head is None:
        return standard
    down = _pairs(lines[head + 1 :: 2], lines[head + 2 :: 2])
    if down:
        return "\n".join([*_without_name(lines[:head]), down])
    points = lines[head + 1 :]
    first = head - len(points)
    across = _pairs(lines[first:head], points) if first > 0 else ""
    return "\n".join([*_without_name(lines[:first]), across]) if across else standard


def _without_name(lines: list[str]) -> list[str]:
    """What stands in front, without the name of the rate over its ranges; a sentence is none."""
    named = lines and not awards(lines[-1]) and not _SENTENCE.search(lines[-1])
    return lines[:-1] if named and len(lines[-1]) <= _LONGEST_NAME else lines


def _pairs(ranges: list[str], points: list[str]) -> str:
    """“90%及以上，得10分；…”; empty if these are none."""
    if len(ranges) != len(points) or len(ranges) < FEWEST:
        return ""
    said = all(_RANGE.search(text) and len(text) <= _LONGEST for text in ranges)
    if not said or not all(_POINTS.fullmatch(tidy(text)) for text in points):
        return ""
    pairs = zip(ranges, points, strict=True)
    return "\n".join(f"{text.rstrip('。；;，,')}，得{tidy(value).rstrip('分')}分；" for text, value in pairs)

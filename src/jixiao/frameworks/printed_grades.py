"""The grades that the notes under a table give: 90分（含）以上为优 …; else those of 财预〔2020〕10号."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import msgspec

from jixiao.frameworks.wording.texts import prose, shown
from jixiao.frameworks.wording.words import score_table_words

Grades = tuple[tuple[str, Decimal], ...]
_GAP = re.compile(r"[^\d不。;、\n]{0,12}")  # between the points of a grade and its name
_LOW_NAMED = re.compile(r"(\d+(?:\.\d+)?)(分?[-—–~～至到]+\d+(?:\.\d+)?分?)[(（]含\1分?[)）]")
_BOTH_NAMED = re.compile(r"[(（]含\d+(?:\.\d+)?分?[,，、]?不含\d+(?:\.\d+)?分?[)）]")
_NUMBER = re.compile(
    r"(?:^|(?<=[:：。；;\s]))[1-9][.．](?=(?:100|[5-9]\d)分)", re.MULTILINE
)  # 注：1.90分以上为优
_SENTENCE = re.compile(r"[\n。]")
_WHOLE = Decimal(100)
_NUMERALS = str.maketrans("12345", "一二三四五")


class _Band(msgspec.Struct, frozen=True):
    """Points of a grade; an end that is not printed is None."""

    low: Decimal | None
    high: Decimal | None
    low_out: bool = False  # the end itself is said to belong to it or not
    high_in: bool = False
    high_out: bool = False
    start: int = 0
    end: int = 0


_Named = tuple[str, _Band]


def grades_of(notes: str, total: Decimal = _WHOLE) -> Grades:
    """Names with the lowest score of each, best first; the last begins at 0.

    Empty for notes that speak of grades whose points do not join from 0 to the total.
    """
    if grades := said_grades(notes, total):
        return grades
    return () if any(_of_grades(pairs, total) for pairs in _pairs(_ready(notes))) else usual_grades()


def said_grades(notes: str, total: Decimal = _WHOLE) -> Grades:
    """Those of the notes; empty where these say nothing of grades, or were not understood."""
    ladders = (_ladder(pairs, total) for pairs in _pairs(_ready(notes)))
    return next(filter(None, ladders), ())


def grade_remarks(notes: str, total: Decimal) -> Iterator[str]:
    """For notes on grades that were not understood."""
    if grades_of(notes, total):
        return
    lines = [line for line in _SENTENCE.split(notes) if any(_pairs(_ready(line)))]
    said = shown("；".join(lines) or notes)
    yield (
        f"表下写着“{said}”，各等级的分数从满分到0分接不起来或没有读懂，不定等级。"
        "请写成“90分（含）以上为优，80分（含）—90分为良，60分以下为差”的样子再读，或由人写等级"
    )


def usual_grades() -> Grades:
    """Where the table says nothing."""
    return tuple((name, Decimal(value)) for name, value in score_table_words().grades.items())


# ------------------------------------------------------------------------------------------------- pairs
def _ready(notes: str) -> str:
    return prose(_LOW_NAMED.sub(r"\1(含)\2", _BOTH_NAMED.sub("", _NUMBER.sub("\n", notes))))


def _pairs(text: str) -> tuple[list[_Named], list[_Named]]:
    """Names behind their points, and names in front of them."""
    words = score_table_words()
    bands = sorted(_bands(text), key=lambda each: each.start)
    names = [match for each in words.patterns(words.rows, "grade_names") for match in each.finditer(text)]
    behind, before = [], []
    for band in bands:
        after = next((m for m in names if m.start() >= band.end), None)
        if after and _GAP.fullmatch(text[band.end : after.start()]):
            behind.append((_name(after), band))
        ahead = next((m for m in reversed(names) if m.end() <= band.start), None)
        if ahead and _GAP.fullmatch(text[ahead.end() : band.start]):
            before.append((_name(ahead), band))
    return behind, before


def _name(match: re.Match[str]) -> str:
    """“1档” of the text that was made ready is 一档."""
    return match["name"].translate(_NUMERALS)


def _bands(text: str) -> Iterator[_Band]:
    """Each place is read by the first pattern that fits there."""
    words = score_table_words()
    taken: list[tuple[int, int]] = []
    for pattern in words.patterns(words.rows, "grade_points"):
        for match in pattern.finditer(text):
            if all(match.end() <= start or match.start() >= end for start, end in taken):
                taken.append(match.span())
                yield _band(match)


def _band(match: re.Match[str]) -> _Band:
    said = match.groupdict()
    low, high = (Decimal(said[end]) if said.get(end) else None for end in ("low", "high"))
    low_said, high_said = (
        "".join(said.get(f"{end}_{each}") or "" for each in ("sign", "kind", "whole"))
        for end in ("low", "high")
    )
    if low is not None and high is not None and low > high:  # 100—95分
        low, high, low_said, high_said = high, low, high_said, low_said
    out = re.compile(r"不含|^[<>]")
    return _Band(
        low,
        high,
        low_out=bool(out.search(low_said)),
        high_in=bool(re.search(r"(?<!不)含|≤|及", high_said)),
        high_out=bool(out.search(high_said)),
        start=match.start(),
        end=match.end(),
    )


# ------------------------------------------------------------------------------------------------ ladders
def _ladder(pairs: list[_Named], total: Decimal) -> Grades:
    """Empty where the points do not join, or an end belongs to the lower of two grades."""
    unique = {(name, each.low, each.high): (name, each) for name, each in pairs}
    steps = sorted(unique.values(), key=lambda each: each[1].low or Decimal(0), reverse=True)
    if len(steps) < 2 or len({name for name, _ in steps}) != len(steps):
        return ()
    top, bottom = steps[0][1], steps[-1][1]
    whole = top.high is None or top.high in (_WHOLE, total)
    if not whole or bottom.low or not all(_join(upper, lower) for (_, upper), (_, lower) in pairwise(steps)):
        return ()
    return tuple((name, each.low or Decimal(0)) for name, each in steps)


def _join(upper: _Band, lower: _Band) -> bool:
    if upper.low is None or upper.low_out or lower.low == upper.low:
        return False
    if lower.high is None:
        return True  # 80分以上为良, below 90分以上为优
    gap = upper.low - lower.high
    return not lower.high_in if gap == 0 else 0 < gap <= 1 and not lower.high_out


def _of_grades(pairs: list[_Named], total: Decimal) -> bool:
    """Of the score of all: the points of one indicator are fewer."""
    return any(max(each.low or 0, each.high or 0) * 2 >= total > 0 for _, each in pairs)

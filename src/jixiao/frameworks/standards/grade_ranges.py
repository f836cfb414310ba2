"""“显著得8—10分，较显著得5—7分”: a level that people choose, and a score within its range."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.standards.grades import level_name, name_of_level
from jixiao.frameworks.standards.rule import RuleReading, share
from jixiao.frameworks.standards.span import span_in
from jixiao.frameworks.standards.standard import Clause, Standard
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

_RANGES = ("range", "share_range")
_HUNDRED = Decimal(100)
_POINTS_BEHIND = re.compile(r"\d(?:分|%|以上|以下)")
_NAMED = re.compile(r"([A-Z]?[\u4e00-\u9fff]{1,16})[(:]?\d+(?:\.\d+)?%?(?:\((?:不)?含\))?~\d")
_BETWEEN = re.compile(
    r"(\d+(?:\.\d+)?)%?(?:\((?:不)?含\))?~(?:(\d+(?:\.\d+)?)%|(0)(?![\d.分]))(?:\((?:不)?含\))?"
)


def read_graded_ranges(standard: Standard) -> RuleReading | None:
    """None for a standard without ranges of points."""
    ranges = standard.of(*_RANGES)
    if not ranges:
        return _shares_listed(standard)
    if len(ranges) < 2 and not _are_levels(standard):
        return None
    levels, doubts = [], []
    for clause in standard.clauses:
        bounds = _bounds(clause, standard)
        if bounds is None:
            doubts.append(f"“{clause.condition}{clause.text}”与各档的关系不清楚")
            continue
        if span_in(clause.condition, standard.name) is not None:
            doubts.append(f"“{clause.condition}”是比率，不是等级")
        levels.append((name_of_level(clause), *bounds))
    lowest = score_table_words().found(score_table_words().conditions, "below_points", standard.tail)
    if lowest and levels:
        levels.append((level_name(lowest["name"]), Decimal(0), Decimal(lowest["n"])))
    elif _POINTS_BEHIND.search(standard.tail):
        doubts.append(f"没有看懂“{standard.tail}”")
    doubts += _range_doubts([(low, high) for _, low, high in levels], standard.full)
    return RuleReading("graded_range", {"levels": _levels(levels, standard.full)}, tuple(doubts))


def _are_levels(standard: Standard) -> bool:
    """“好10分，较好8分，差0—3分”: a range of one level, beside the points of the others."""
    names = [name_of_level(clause) for clause in standard.clauses]
    levels = score_table_words().any_of("levels")
    return len(names) > 2 and all(re.fullmatch(f".{{0,6}}{levels}", name) for name in names)


def _bounds(clause: Clause, standard: Standard) -> tuple[Decimal, Decimal] | None:
    if clause.kind in _RANGES:
        one, other = sorted(clause.amounts)
        scale = standard.full / _HUNDRED if clause.kind == "share_range" else Decimal(1)
        return one * scale, other * scale
    score = standard.score(clause)
    if score is not None and says("points_below", clause.condition):
        return Decimal(0), score  # 差，不足6分
    return None if score is None else (score, score)


def _range_doubts(bounds: list[tuple[Decimal, Decimal]], full: Decimal) -> list[str]:
    doubts = []
    highest = max(high for _, high in bounds)
    if highest != full:
        doubts.append(f"分值是{plain(full)}分，评分标准里最高是{plain(highest)}分")
    ordered = sorted(bounds, reverse=True)
    if any(low < high for (low, _), (_, high) in pairwise(ordered)):
        doubts.append("各档的得分范围重叠")
    if bounds not in (ordered, ordered[::-1]):
        doubts.append("各档的得分不是一路降")
    return doubts


def _levels(levels: list[tuple[str, Decimal, Decimal]], full: Decimal) -> list[dict[str, str]]:
    return [{"name": name, "low": share(low, full), "high": share(high, full)} for name, low, high in levels]


def _shares_listed(standard: Standard) -> RuleReading | None:
    """“分三档，分别按100%-80%（含）、80%-60%（含）、60%-0%合理确定分值”."""
    if standard.of("award", "deduct", "proportion"):
        return None
    levels = share_levels(standard.text)
    return RuleReading("graded_range", {"levels": levels}) if levels else None


def share_levels(text: str) -> list[dict[str, str]]:
    """Ranges of percent that meet from 100% down to 0; empty if there are none."""
    words = score_table_words()
    if not says("in_shares", text):
        return []
    found = [sorted((Decimal(one), Decimal(other or zero))) for one, other, zero in _BETWEEN.findall(text)]
    whole = len(found) > 1 and found[0][1] == _HUNDRED and found[-1][0] == 0
    if not whole or any(upper[0] != lower[1] for upper, lower in pairwise(found)):
        return []
    match = words.found(words.conditions, "named_levels", text)
    names = re.split(r"[、,/和]", match["names"]) if match else _NAMED.findall(text)
    names = names if len(names) == len(found) else [f"第{number}档" for number in range(1, len(found) + 1)]
    return [
        {"name": level_name(name), "low": plain(low / 100), "high": plain(high / 100)}
        for name, (low, high) in zip(names, found, strict=True)
    ]

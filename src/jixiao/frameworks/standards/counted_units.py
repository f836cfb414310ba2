"""“≥500人得20分，400人（含）—500人得15分”: ranges of a number of something, read like those of a rate."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from jixiao.frameworks.standards.rate_span import HIGHEST_RATE
from jixiao.frameworks.standards.standard import Standard
from jixiao.frameworks.wording.words import score_table_words
from jixiao.model.figures import plain

_FIGURE = r"(\d+(?:\.\d+)?)"
_COMPARED = re.compile(r"完成\d|[≥≤<>~]|以上|以下|以内|不足|低于|不低于|超过|少于|不少于|达到|大于|小于|高于")
_ONE = Decimal(1)
_ORDINAL = re.compile(r"\d次(?:性)?(?:审核|通过|报送|送审|申报)")  # 一次审核通过: the first time
_PARTS = re.compile(r"\d[万亿]?(?:元|亩|米|公里|千米|平方|立方|吨|公顷|小时|倍)")
_DASH = re.compile(r"(?<=[\d)])-+(?=\d)")  # 1500元-1999元
SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}


def names_number(condition: str) -> bool:
    """“培训人数达到500人”, and no rate."""
    words = score_table_words()
    unit = f"(?:{words.any_of('measured_in')}|{words.filled_slots['unit']})"
    return (
        "%" not in condition
        and re.search(rf"(?:达到|达|不少于|不低于|≥|完成)\d+(?:\.\d+)?[万亿]?{unit}", condition) is not None
    )


def is_measured(standard: Standard) -> bool:
    """Whether what is counted has parts: 1499.5元."""
    return any(_PARTS.search(clause.condition) for clause in standard.clauses)


def of_points(standard: Standard) -> bool:
    """Whether its ranges are of points or an index, and count nothing."""
    counted = [clause.condition for clause in standard.clauses if re.search(r"\d", clause.condition)]
    return _is_index(counted, standard.name)


def _is_index(counted: list[str], name: str) -> bool:
    """Whether the figures of all conditions are larger than rates, and the name is that of none."""
    named = re.search("指数|系数$|分$|得分|成绩", name) or any(
        re.search("得分|分数|评分|成绩", t) for t in counted
    )
    figures = [Decimal(each) for text in counted for each in re.findall(_FIGURE, text)]
    return (
        bool(named and figures) and min(figures) > HIGHEST_RATE and not any("%" in text for text in counted)
    )


def in_bare_figures(standard: Standard) -> Standard:
    """The standard without the unit of its conditions, if all that have figures have the same one.

    1.5万人次 are 15000; a figure without a unit is as large as those that have one.
    """
    conditions = [clause.condition for clause in standard.clauses]
    counted = [text for text in conditions if re.search(r"\d", text)]
    if any(map(_ORDINAL.search, counted)):
        return standard
    words = score_table_words()
    in_many = re.findall(rf"\d([万亿])({words.filled_slots['unit']})", "\n".join(counted))
    many = "".join(
        f"|[万亿]?{each}" for each in dict.fromkeys(each for _, each in in_many)
    )  # 1.5万件, and 1000件
    unit = re.compile(rf"{_FIGURE}((?:\((?:不)?含\))?)({words.any_of('measured_in')}{many})")
    found = [match[3] for text in counted for match in unit.finditer(text)]
    units = {each.lstrip("".join(SCALES)) for each in found}
    if not units and _is_index(counted, standard.name):
        return replace(standard)  # 指数≥95: figures of nothing
    bare = len(units) != 1 or any("%" in text or not unit.search(text) for text in counted)
    if bare or not any(map(_COMPARED.search, counted)):
        return standard
    scales = {SCALES.get(each[0], _ONE) for each in found}
    if len(scales) > 1 and len(found) < sum(len(re.findall(_FIGURE, text)) for text in counted):
        return standard  # 8000～1.2万人: whose 万 that is
    usual = max(scales)
    figures = re.compile(rf"{unit.pattern}|{_FIGURE}((?:\((?:不)?含\))?)")

    def figure(match: re.Match[str]) -> str:
        scale = SCALES.get(match[3][0], _ONE) if match[3] else usual
        return plain(Decimal(match[1] or match[4]) * scale) + (match[2] or match[5] or "")

    bare_texts = (_DASH.sub("~", figures.sub(figure, clause.condition)) for clause in standard.clauses)
    clauses = [
        replace(clause, condition=text) for clause, text in zip(standard.clauses, bare_texts, strict=True)
    ]
    return replace(standard, clauses=tuple(clauses))

"""Numbers in front of names, 一、 （一） 1.: how deep a row stands in a table without columns for levels."""

from __future__ import annotations

import re

from jixiao.frameworks.printed.table_row import TableRow
from jixiao.frameworks.wording.texts import tidy

_CHINESE = "[一二三四五六七八九十]{1,3}"
_STYLES = (  # the highest first
    re.compile(rf"^(?:第{_CHINESE}(?:部分|项|类)|{_CHINESE}(?:[、.,:]|$))"),
    re.compile(rf"^\({_CHINESE}\)"),
    re.compile(r"^\d{1,2}(?:[、.](?!\d)|$)"),
    re.compile(r"^\(\d{1,2}\)|^\d{1,2}\)"),
)
_RANKS = "一二三四"
_CALLED = re.compile(rf"^([{_RANKS}])级(?:指标|目录|目标)?:")  # 一级指标：预算执行
_CODED = re.compile(r"^[A-Z](\d*)$")  # A, A1, A11: a sign for each level
_DOTTED = re.compile(r"^\d{1,2}((?:[.-]\d{1,2})+)")


def rank_of(row: TableRow) -> int | None:
    """The depth of the number of a row, in a column of numbers or in front of its name; None without one."""
    numbers = (row.cell(column)[0] for column in row.columns.roles.get("number", ()))
    ranks = (rank_in(text) for text in (*numbers, *row.texts[:1], row.cell(row.columns.name)[0]))
    return next((rank for rank in ranks if rank is not None), None)


def heads_rows_below(row: TableRow, below: TableRow) -> bool:
    """Whether a row names a level of the rows below: it has no standard, and they are numbered deeper.

    A row without a number stands above numbered ones if it has a weight.
    """
    own, deeper = rank_of(row), rank_of(below)
    if deeper is None or len(row.columns.levels) > 1:
        return False
    above = deeper > own if own is not None else bool(row.own_weight)
    return above and not row.text("standard").strip() and not row.text("target").strip()


def rank_in(text: str) -> int | None:
    """The depth of the number in front of a text."""
    return _rank(tidy(text))


def _rank(text: str) -> int | None:
    if match := _CALLED.match(text):
        return _RANKS.index(match[1])
    if match := _CODED.match(text):
        return len(match[1])
    if match := _DOTTED.match(text):
        return 2 + len(re.split(r"[.-]", match[1])) - 1
    return next((rank for rank, style in enumerate(_STYLES) if style.match(text)), None)

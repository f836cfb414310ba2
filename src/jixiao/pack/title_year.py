"""The year that stands in the title of a score table, held against the year of a workbook."""

from __future__ import annotations

import re

_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_BRACKETS = re.compile(r"[(（〔\[【][^)）〕\]】]*[)）〕\]】]")  # （2022年）, 〔2013〕: an edition, a document
_YEAR = re.compile(r"(?<![\d-])(20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年(度?)(?!以来|版|修订|印发)")


def evaluated_year(title: str) -> int | None:
    """The year that a title says it evaluates: 2024年度. 2025年 alone may be when the table was issued."""
    years = {year for year, whole in _years(title) if whole}
    return years.pop() if len(years) == 1 else None


def other_year(title: str, year: int) -> int | None:
    """The year of the title if the workbook is of another; None where the title fits, or names none."""
    named = list(_years(title))
    if not named or any(each == year or (each == year + 1 and not whole) for each, whole in named):
        return None
    return named[0][0]


def _years(title: str) -> list[tuple[int, bool]]:
    found = _YEAR.findall(_BRACKETS.sub("", title))
    return [(int(digits.translate(_NUMERALS)), bool(whole)) for digits, whole in found]

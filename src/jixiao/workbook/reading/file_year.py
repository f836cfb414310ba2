"""The year that the name of a workbook's file speaks of, held against the year that is filled in.

A workbook copied from last year's keeps last year's 年度, and with it every heading of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.model.fact import Fact
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.workbook.reading.facts import Remark

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_in(name: str) -> int | None:
    """The year that a file name speaks of; None if it names none, or several."""
    years = {int(digits) for digits in _YEAR.findall(name)}
    return years.pop() if len(years) == 1 else None


def other_year(stated: Fact, file: str) -> Iterator[Finding]:
    """A warning if the file is named for another year than the one filled in."""
    named = year_in(file.rpartition(".")[0])
    if named is None or not stated.filled or stated.number == named:
        return
    year = int(stated.number)
    yield Finding(
        id=str(Remark.OTHER_YEAR),
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=stated.label,
        message=f"{stated.place} “{stated.label}”填的是{year}，文件名“{file}”写的是{named}。",
        place=stated.place,
        stated=str(year),
        mend=f"报告的标题和正文都用{year}年：填错了的请改正；文件名里是编报的年份的，写一句审核说明，或改文件名。",
        cells=(stated.place,) if stated.place else (),
        key=f"{Remark.OTHER_YEAR}@{stated.term}",
        figures=f"{year}；{named}",
    )

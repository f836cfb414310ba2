"""The year that is filled in, held against the name of the file and the dates beside it.

A workbook copied from last year's keeps last year's 年度 or date, and with it every heading of the report.
What has a date on its cover tells of a year that is over: forms for what is still to come have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from jixiao.model.fact import Fact, Record, places_of
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.workbook.reading.facts import FIRST_YEAR, LAST_YEAR
from jixiao.workbook.reading.remark import Remark

LATEST = 2  # years after the year in question; nobody reports on it later
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_in(name: str) -> int | None:
    """The year that a file name speaks of; None if it names none, or several."""
    years = {int(digits) for digits in _YEAR.findall(name)}
    return years.pop() if len(years) == 1 else None


def contradicted_year(record: Record, term: str, file: str) -> Iterator[Finding]:
    """A warning if the file is named for another year, and for each date of the cover from another time."""
    stated = record.fields[term]
    if not stated.filled or not FIRST_YEAR <= stated.number <= LAST_YEAR:
        return  # told of elsewhere
    year, named = int(stated.number), year_in(file.rpartition(".")[0])
    if named not in (None, year):
        yield _warning(
            Remark.OTHER_YEAR,
            stated,
            f"填的是{year}，文件名“{file}”写的是{named}",
            "填错了的请改正；文件名里是编报的年份的，写一句审核说明，或改文件名。",
            f"{year}；{named}",
        )
    for fact in record.fields.values():
        if isinstance(fact.value, date) and not year < fact.value.year <= year + LATEST:
            within = fact.value.year == year
            doubt = f"“{stated.label}”{year}年还没有过完" if within else f"与“{stated.label}”{year}年对不上"
            yield _warning(
                Remark.OTHER_TIME,
                fact,
                f"是{fact.value:%Y-%m-%d}，{doubt}",
                "请核对这个日期和年度；属实的，写一句审核说明。",
                f"{year}；{fact.value:%Y-%m-%d}",
            )


def _warning(remark: Remark, fact: Fact, words: str, mend: str, figures: str) -> Finding:
    return Finding(
        id=str(remark),
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label=fact.label,
        message=f"{fact.place} “{fact.label}”{words}。",
        place=fact.place,
        stated=fact.typed,
        mend=mend,
        cells=places_of([fact]),
        key=f"{remark}@{fact.term}",
        figures=figures,
    )

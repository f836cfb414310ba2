"""What is told of the sheet 指标体系: a cell that is not understood, a sheet that is gone, text below it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.fact import Place
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.framework_rows import FrameworkSheet
from jixiao.pack.title_year import other_year

NOT_UNDERSTOOD = "FRAME-01"
UNBALANCED = "FRAME-02"
OTHER_YEAR = "FRAME-06"


def about_ruins(place: Place, *, there: bool) -> Finding:
    """Of a sheet that is gone, or lost a column: what people change there can no longer be read."""
    if not there:
        said = f"“{place.sheet}”表不见了（删除了，或连同单元格的名称一起改过），仍按原来的评分。"
        return fault_at(NOT_UNDERSTOOD, None, said, "请从备份中恢复这张表；评分表要改的，在这张表里改。")
    said = (
        f"“{place.sheet}”表被拆动过（少了列，或单元格的名称改动了），这张表里改的都没有用上，仍按原来的评分。"
    )
    return fault_at(NOT_UNDERSTOOD, place, said, "请从备份中恢复这张表，再改；没有改过评分表的，也请恢复。")


def about_stray(sheet: FrameworkSheet) -> Iterator[Finding]:
    """What is typed below the last row is no indicator."""
    for place in sheet.stray[:1]:
        said = f"“{sheet.section.name}”表最后一行以下填了字（{place.cell}等处），没有读，不计分。"
        mend = "请移到上面的空白行；空白行不够的，在指标行之间插入行，再填。"
        yield fault_at(NOT_UNDERSTOOD, place, said, mend)


def about_year(sheet: FrameworkSheet, year: int | None) -> Iterator[Finding]:
    """A title that goes on from year to year would be printed with the old one."""
    named = other_year(sheet.title, year) if year else None
    if named is None:
        return
    place = sheet.title_place
    yield Finding(
        id=OTHER_YEAR,
        severity=Severity.WARNING,
        outcome=Outcome.INCONSISTENT,
        label="评分",
        message=f"{place} 评分表的名称“{sheet.title}”写的是{named}年，年度填的是{year}，报告照这个名称印。",
        place=place,
        stated=str(named),
        expected=str(year),
        mend="请核对是不是这一年度的评分表；只是名称里的年份没有改的，改了再办理一次；不用改的，写一句审核说明。",
        cells=(place,),
        key=f"{OTHER_YEAR}@{place}",
        figures=f"{named}；{year}",
    )


def fault_at(id_: str, place: Place | None, message: str, mend: str) -> Finding:
    """An error at a cell of the sheet, or of the sheet as a whole."""
    return Finding(
        id=id_,
        severity=Severity.ERROR,
        outcome=Outcome.INCONSISTENT,
        label="评分",
        message=message,
        place=place,
        mend=mend,
        cells=(place,) if place else (),
        key=f"{id_}@{place or id_}",
    )

"""Rows of 指标体系 that nobody has confirmed: people score them until somebody does, and that is told."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.fact import Place
from jixiao.model.finding import Finding
from jixiao.model.outcome import Outcome, Severity
from jixiao.pack.framework import Framework, Indicator
from jixiao.pack.framework_rows import FrameworkSheet
from jixiao.relation.texts import same_text
from jixiao.scoring.framework_sheet.outdated_method import awaits

UNSURE = "FRAME-07"
_NAMED = 8  # rows that one sentence names


def unsure_indicators(sheet: FrameworkSheet | None, framework: Framework) -> dict[str, Place]:
    """By id the cell in which each can be confirmed. What was chosen there counts, not what is stored."""
    unsure = same_text(sheet.section.unsure) if sheet else ""
    rows = {row.made_for: row for row in sheet.rows if not row.blank} if sheet else {}
    return {
        each.id: rows[each.id].places["sure"]
        for each in framework.indicators
        if each.offer and not awaits(each) and each.id in rows
        if same_text(rows[each.id].texts["sure"]) == unsure
    }


def about_unsure(sheet: FrameworkSheet | None, framework: Framework, veto: str) -> Iterator[Finding]:
    """One warning for all of them: a person's score is none that is wrong, and no draft needs it."""
    places = unsure_indicators(sheet, framework)
    if sheet is None or not places:
        return
    rows = [each for each in framework.indicators if each.id in places]
    first, confirmed = places[rows[0].id], sheet.section.confirmed
    yield Finding(
        id=UNSURE,
        severity=Severity.WARNING,
        outcome=Outcome.NOT_CHECKED,
        label="评分",
        message=f"{first} 还有 {len(rows)} 个指标{sheet.section.unsure}，核对前由人评分：{_named(rows)}。",
        place=first,
        mend=f"请在“{sheet.section.name}”表照“{sheet.label('doubt')}”逐行看，改好或没有读错的选“{confirmed}”，"
        f"再办理一次；一直由人评分的，评分方法选“由人评分”，也选“{confirmed}”。{_vetoes(rows, veto)}"
        "不改的，写一句审核说明。",
        cells=tuple(places.values()),
        key=UNSURE,
        figures=_set_of(rows),
    )


def _named(rows: list[Indicator]) -> str:
    said = "、".join(f"“{each.name}”" for each in rows[:_NAMED])
    return f"{said}等" if len(rows) > _NAMED else said


def _set_of(rows: list[Indicator]) -> str:
    """As checks/explained_figures.py knows it: an explanation stands for these rows, or fewer of them."""
    return f"{{{' '.join(''.join(each.name.split()) for each in rows)}}}"


def _vetoes(rows: list[Indicator], veto: str) -> str:
    """A method that takes points off one by one knows no veto: where to write it down."""
    doubted = any(veto in each.offer.doubt for each in rows if each.offer) if veto else False
    return f"{veto}的情形不用写进方法，发生了的，在扣分原因写“{veto}：事由”。" if doubted else ""

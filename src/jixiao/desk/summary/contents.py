"""What stands on the sheets of the summary: how units stand, what was found, scores and figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any, Protocol

import msgspec

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.standing import Review, Standing
from jixiao.desk.summary.kept import BOOK, CODE, HANDLED, NAME, REMARK, STATES, UNITS
from jixiao.desk.summary.noted import ReviewerNote, ReviewerNotes
from jixiao.desk.summary.rule_titles import RuleTitles
from jixiao.desk.summary.sheet import (
    COUNT,
    FIGURE,
    SCORE,
    WIDE,
    Bars,
    Cell,
    Filtered,
    Link,
    SummaryColumn,
    SummarySheet,
    numbered,
)
from jixiao.desk.turnout import turnout

Links = Callable[[Standing, str], Link | None]  # of a unit to its 工作簿, 报告 or 退回通知
BEHIND = "待办（连带）"  # very likely comes of another finding; a letter names it there
_NUMBER = re.compile(r"-?\d{1,15}(\.\d+)?")
_SEVERITY = {"error": "错误", "warning": "警告", "note": "提示"}

UNITS_COLUMNS = (
    SummaryColumn("序号", 6, COUNT),
    SummaryColumn(CODE, 14),
    SummaryColumn(NAME, 34),
    SummaryColumn("上级单位", 24),
    SummaryColumn("到齐", 10),
    SummaryColumn("审核", 8),
    SummaryColumn(HANDLED, 10, choices=STATES, typed=True),
    SummaryColumn(REMARK, 24, typed=True),
    SummaryColumn("错误", 6, COUNT),
    SummaryColumn("警告", 6, COUNT),
    SummaryColumn("其中连带", 10, COUNT),
    SummaryColumn("已说明", 8, COUNT),
    SummaryColumn("自评得分", 10, SCORE),
    SummaryColumn("等级", 8, middle=True),
    SummaryColumn("年度", 8),
    SummaryColumn("最后保存", 18),
    SummaryColumn("要办的事", 48),
    SummaryColumn(BOOK, 40),
    SummaryColumn("结果", 10),
    SummaryColumn("报告", 10),
    SummaryColumn("退回通知", 14),
)
MISSING_COLUMNS = (
    SummaryColumn("序号", 6, COUNT),
    SummaryColumn(CODE, 14),
    SummaryColumn(NAME, 40),
    SummaryColumn("上级单位", 30),
    SummaryColumn("联系人", 20),
    SummaryColumn("情况", 40),
)
FINDINGS_COLUMNS = (
    SummaryColumn(CODE, 14),
    SummaryColumn(NAME, 30),
    SummaryColumn("程度", 8),
    SummaryColumn("办理", 14),
    SummaryColumn("规则", WIDE),
    SummaryColumn("规则名称", 30),
    SummaryColumn("工作表", 16),
    SummaryColumn("单元格", 10),
    SummaryColumn("项目", 30),
    SummaryColumn("填报数", 16, FIGURE),
    SummaryColumn("应为或对应数", 16, FIGURE),
    SummaryColumn("差额", 14, FIGURE),
    SummaryColumn("单位", 6),
    SummaryColumn("问题", 70),
    SummaryColumn("怎样改", 50),
    SummaryColumn("审核说明", 40),
    SummaryColumn(BOOK, 30),
)


class Collector(Protocol):
    """Takes of each workbook what its sheets need: to read ten thousand is a good part of the work."""

    def add(self, row: Standing, book: ExaminedBook) -> None: ...


class UnitBooks(msgspec.Struct, frozen=True):
    """The workbooks, to be gone through, and how their units stand."""

    standings: list[Standing]
    books: Callable[[Iterable[str]], Iterable[ExaminedBook]]  # by their paths
    # The same without figures, in a third of the time
    heads: Callable[[Iterable[str]], Iterable[ExaminedBook]]

    def each(self, *, counting: bool, figures: bool = False) -> Iterator[tuple[Standing, ExaminedBook]]:
        """The workbooks that could be read, with their units, in the order of the list of these."""
        rows = {row.book: row for row in self.standings if row.book and (row.counts or not counting)}
        for one in (self.books if figures else self.heads)(rows):
            if one.document:
                yield rows[one.book], one


def units_sheet(standings: list[Standing], notes: ReviewerNotes, link: Links) -> SummarySheet:
    """One row for each workbook and each unit without one."""
    noted = zip(standings, notes.placed(standings), strict=True)
    rows = numbered(_unit_row(row, note, link) for row, note in noted)
    note = f"到齐、审核两栏每次办理重新算；“{HANDLED}”“{REMARK}”由审核人填写，每次办理原样保留。"
    return SummarySheet(UNITS, "各单位报送和审核情况", UNITS_COLUMNS, rows, frozen=3, note=note)


def _unit_row(row: Standing, kept: ReviewerNote, link: Links) -> list[Cell]:
    counted: list[Cell] = [row.errors, row.warnings, row.behind, row.explained]
    counts = [None] * len(counted) if row.verdict is Review.NONE else counted
    return [
        *(row.code, row.name, row.listed.parent if row.listed else "", str(row.arrival), str(row.verdict)),
        *(kept.handled, kept.remark, *counts),
        *(float(row.score) if row.score else None, row.grade, row.year, row.saved[:16].replace("T", " ")),
        *(row.advice, link(row, BOOK), link(row, "结果"), link(row, "报告"), link(row, "退回通知")),
    ]


def missing_sheet(standings: list[Standing]) -> SummarySheet:
    """The units of the roster of which no workbook counts."""
    found = turnout(standings)
    rows = numbered(
        [one.unit.code, one.unit.name, one.unit.parent, one.unit.contact, one.why] for one in found.unreported
    )
    title = f"未报送单位：{found.said}" if found.listed else "未报送单位"
    return SummarySheet("未报送", title, MISSING_COLUMNS, rows, frozen=3)


def findings_sheet(source: UnitBooks, link: Links, titles: RuleTitles) -> SummarySheet:
    """One row for each finding."""
    rows = (
        _finding_row(row, one, book, titles, link if not nth or _to_do(one) else None)
        for row, book in source.each(counting=False)
        for nth, one in enumerate(_findings(book))
    )
    note = (
        f"金额按各工作簿的单位（元或万元，见“单位”一栏）；同一原因引起的也各占一行，办理一栏写“{BEHIND}”。"
        "“填报数”“应为或对应数”是那条关系两边的数，几项合起来核对的是它们的和。"
        "“提示”不用处理，已经筛去，要看的在“程度”一栏的筛选里选上。每家的第一行和待办的各行可以点开工作簿。"
    )
    told = Filtered(2, (_SEVERITY["error"], _SEVERITY["warning"]))
    return SummarySheet("问题", "审核发现的问题", FINDINGS_COLUMNS, rows, frozen=2, note=note, filtered=told)


def _findings(book: ExaminedBook) -> list[dict[str, Any]]:
    return list((book.document or {})["findings"])


def _to_do(one: dict[str, Any]) -> bool:
    return bool(one["outcome"] != "explained" and one["severity"] != "note")


def _finding_row(
    row: Standing, one: dict[str, Any], book: ExaminedBook, titles: RuleTitles, link: Links | None
) -> list[Cell]:
    """Without a link where there is nothing to do: a sheet of Excel holds so many and no more."""
    are_amounts = one.get("amounts", True)
    said = [one[what] for what in ("stated", "expected", "difference")]
    figures = [_figure(text) if are_amounts else _number(text) for text in said]
    amounts = are_amounts and any(isinstance(figure, Decimal) for figure in figures)
    unit = book.said("unit") if amounts else ""
    outcome = (
        (BEHIND if one.get("follows") else "待办")
        if _to_do(one)
        else "已说明"
        if one["outcome"] == "explained"
        else ""
    )
    return [
        *(row.code, row.name, _SEVERITY.get(one["severity"], ""), outcome, one["id"]),
        *(titles.of(row.form, one["id"], one["label"]), one["sheet"] or "", one["cell"] or "", one["label"]),
        *(*figures, unit),
        *(one["message"], one["mend"], one["explanation"], link(row, BOOK) if link else row.book),
    ]


def _figure(text: str) -> Decimal | str:
    """A number as one, so that it can be sorted; a rate or a text as it is."""
    return Decimal(text) if _NUMBER.fullmatch(text or "") else text


def _number(text: str) -> Decimal | int | str:
    """The same of what is no amount: a year, a number of rows has no cents."""
    figure = _figure(text)
    return int(figure) if isinstance(figure, Decimal) and figure == figure.to_integral_value() else figure


class BrokenRules:
    """Which rules are broken by how many units: a rule that many break is perhaps worded badly."""

    def __init__(self, titles: RuleTitles) -> None:
        self._titles = titles
        self._broken: dict[str, set[str]] = {}
        self._called: dict[str, str] = {}

    def add(self, row: Standing, book: ExaminedBook) -> None:
        for one in filter(_to_do, _findings(book)):
            self._broken.setdefault(one["id"], set()).add(row.book)
            self._called.setdefault(one["id"], self._titles.of(row.form, one["id"], one["label"]))

    def sheet(self) -> SummarySheet:
        often = sorted(self._broken.items(), key=lambda item: (-len(item[1]), item[0]))
        columns = (
            SummaryColumn("规则", WIDE),
            SummaryColumn("单位数", 10, COUNT),
            SummaryColumn("规则名称", 60),
        )
        rows: list[list[Cell]] = [[number, len(units), self._called[number]] for number, units in often]
        chart = Bars("各规则不符的单位数", 1, 2, min(len(rows), 15))
        note = "很多单位都不符的，往往是规则或填报口径的问题，先看这些。"
        return SummarySheet("按规则", "各规则不符的单位数", columns, rows, frozen=1, note=note, chart=chart)

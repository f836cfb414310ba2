"""Figures, changes and tables against what is known of their quantities."""

from __future__ import annotations

from decimal import Decimal

from audit.reports import report

from jixiao.audit.audit import read_context
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.report_text import read_text
from jixiao.audit.figures.figure import Metric
from jixiao.audit.yardsticks.against import compare
from jixiao.audit.yardsticks.known import KnownFigure, Moment, QuantityName, Yardstick

KNOWN = {
    "公用经费": ("38.96", "38.17"),
    "差旅费": ("4.10", "3.76"),
    "会议费": ("0.60", "0.36"),
    "培训费": ("1.05", "0.92"),
}


def known(name: str, moment: Moment, value: str) -> KnownFigure:
    amount = Decimal(value) * 10000
    return KnownFigure(QuantityName(name), moment, Metric.MONEY, amount, Decimal(100), f"{name}的格", "表")


def differences(
    *lines: str | list[list[str]], more: tuple[KnownFigure, ...] = ()
) -> list[tuple[str, Decimal]]:
    """(what is written, what it should be in 元)"""
    figures = tuple(
        known(name, moment, value)
        for name, values in KNOWN.items()
        for moment, value in zip((Moment.PRIOR, Moment.CURRENT), values, strict=True)
    )
    yardstick = Yardstick(AuditKind.BOOK, "书.xlsm", "工作簿", 2023, (*figures, *more))
    comparison = compare(read_context(read_text(report(*lines))), yardstick, 2023)
    return [(one.figure.written, one.expected) for one in comparison.found]


def table(*rows: list[str]) -> list[list[str]]:
    return [["经费控制情况", "上年决算数", "本年决算数"], *rows]


def test_a_figure_is_judged_by_its_own_precision():
    assert differences("2023年公用经费38.2万元。", "差旅费37600.40元。") == []
    assert differences("2023年公用经费38.3万元。") == [("38.3万元", Decimal("381700.00"))]


def test_an_item_that_projects_have_too_needs_others_beside_it_that_agree():
    assert differences("差旅费3.67万元。") == []
    assert differences("差旅费3.67万元，会议费0.36万元。") == [("3.67万元", Decimal("37600.00"))]


def test_one_of_several_values_is_enough_and_none_of_several_says_nothing():
    other = (known("公用经费", Moment.CURRENT, "20"),)
    assert differences("2023年公用经费20万元。", more=other) == []
    assert differences("2023年公用经费30万元。", more=other) == []


def test_a_change_follows_from_both_years():
    assert differences("公用经费38.17万元，比上年减少0.79万元。") == []
    assert differences("公用经费38.17万元，比上年减少0.80万元。") == []  # of rounded figures
    assert differences("公用经费38.17万元，比上年增加0.79万元。") == [("0.79万元", Decimal("7900.00"))]


def test_the_unit_of_a_table_is_the_one_in_which_most_of_it_agrees():
    rows = [["公用经费", "38.96", "38.17"], ["差旅费", "4.10", "3.67"], ["会议费", "0.60", "0.36"]]
    assert differences(table(*rows)) == [("3.67", Decimal("37600.00"))]


def test_a_table_of_which_little_agrees_is_one_of_something_else():
    rows = [["公用经费", "38.96", "8.17"], ["差旅费", "4.10", "1.67"], ["会议费", "0.60", "0.16"]]
    assert differences(table(*rows)) == []

"""What is said about a comparison, and whether a report and a yardstick go together at all."""

from __future__ import annotations

from decimal import Decimal

from audit.reports import report

from jixiao.audit.audit import audit
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import Metric
from jixiao.audit.yardsticks.known import KnownFigure, Moment, QuantityName, Yardstick
from jixiao.model.outcome import Severity


def yardstick(year: int = 2023, value: str = "3000000") -> Yardstick:
    spent = KnownFigure(
        QuantityName("支出"), Moment.CURRENT, Metric.MONEY, Decimal(value), Decimal(100), "总表!C9", "总表"
    )
    return Yardstick(AuditKind.BOOK, "书.xlsm", "工作簿", year, (spent,))


def test_how_much_was_compared_is_said():
    held = audit(report("本年支出合计300万元。"), (yardstick(),))
    assert (held.findings, held.held) == ((), ("与工作簿“书.xlsm”核对了1个数，都相同。",))


def test_that_nothing_could_be_compared_is_said():
    [said] = audit(report("厉行节约。"), (yardstick(),)).held
    assert "没有核对" in said


def test_a_finding_says_both_figures_their_difference_and_the_cell():
    [one] = audit(report("本年支出合计330万元。"), (yardstick(),)).findings
    assert one.message == "“支出”写的是330万元，工作簿（总表!C9）是300万元，相差30万元。"
    assert (one.severity, one.quote) == (Severity.ERROR, "本年支出合计330万元")


def test_what_is_far_off_and_no_slip_of_typing_is_a_doubt():
    [one] = audit(report("本年支出合计17万元。"), (yardstick(),)).findings
    assert one.severity is Severity.WARNING


def test_a_workbook_that_says_no_year_is_told():
    [one] = audit(report("本年支出合计330万元。"), (yardstick(year=0),)).findings
    assert (one.id, one.severity) == ("BOOK-YEAR", Severity.WARNING)


def test_a_figure_that_two_yardsticks_say_otherwise_is_told_once():
    [one] = audit(report("本年支出合计330万元。"), (yardstick(), yardstick())).findings
    assert one.computed == "300万元"

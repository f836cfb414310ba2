"""Tables that go on over the page."""

from __future__ import annotations

from audit.reports import ids

HEAD = ("支出决算表", "单位：万元", "科目编码 科目名称 合计 基本支出 项目支出")
FIRST = ("合计 60.00 40.00 20.00", "204 公共安全支出 45.00 25.00 20.00", "20405 法院 45.00 25.00 20.00")
ITEMS = ("2040501 行政运行 25.00 25.00", "2040504 案件审判 14.00 14.00")
MORE = ("2040599 其他法院支出 6.00 6.00", "208 社会保障和就业支出 {} 15.00", "20805 养老支出 {} 15.00")


def _report(amount: str) -> list[str]:
    return [*HEAD, *FIRST, *ITEMS, *HEAD, *(line.format(amount) for line in MORE), "二、其他情况说明。"]


def test_rows_over_the_page_belong_to_their_total():
    assert ids(*_report("15.00"), kind="txt") == []

"""Shares whose whole is named, and stands far away or in a table."""

from __future__ import annotations

from audit.reports import ids, said

FAR = ("项目计划总投资3080.00万元。", "一、资金使用", "截至年底累计支付2512.84万元，占计划总投资的{}%。")
TABLE = [["科目", "合计"], ["一般公共服务支出", "262.41"], ["住房保障支出", "52.06"], ["合计", "314.47"]]
ITEM = "参政议政专项支出24.86万元，占项目支出的比重较大，占一般公共服务支出的{}%。"


def _far(rate: str) -> list[str]:
    return [*FAR[:2], FAR[2].format(rate)]


def test_the_total_that_is_named_elsewhere():
    assert ids(*_far("81.59")) == []
    assert said(*_far("85.19")) == [("SHARE", "85.19%", "81.59%")]


def test_what_no_slip_explains_says_nothing():
    assert ids(*_far("12.37")) == []


def test_the_row_of_a_table():
    text = "支出决算表", "单位：万元", TABLE
    assert ids(*text, ITEM.format("9.47")) == []
    assert said(*text, ITEM.format("9.74")) == [("SHARE", "9.74%", "9.47%")]


def test_of_what_was_spent_in_the_year():
    first = "本年支出13450.51万元，其中：基本支出12312.02万元，占91.54%；项目支出1138.49万元，占8.46%。"
    text = "一般公共预算财政拨款支出2581.49万元，占本年支出的{}%。"
    assert ids(first, text.format("19.19")) == []
    assert len(ids(first, text.format("49.19"))) == 1

"""The balance of a year over several chapters."""

from __future__ import annotations

from audit.reports import ids, said

LINES = (
    "一、收入情况",
    "年初结转和结余43.33万元。本年收入合计1257.86万元。",
    "二、支出情况",
    "本年支出合计963.08万元，主要用于人员和公用。",
    "三、结余情况",
)


def test_four_figures_far_apart():
    assert ids(*LINES, "年末结转和结余338.11万元。") == []
    assert said(*LINES, "年末结转和结余383.11万元。") == [("BALANCE-CHAIN", "383.11万元", "338.11万元")]


def test_silent_where_something_else_was_used():
    assert ids(*LINES, "使用非财政拨款结余45.00万元。", "年末结转和结余383.11万元。") == []


def test_purchases_are_no_expenditure_of_the_year():
    lines = (
        "本年收入合计146.78万元。本年支出合计156.43万元。",
        "（三）结转结余情况",
        "年初结转和结余10.73万元，年末结转和结余{}万元。",
        "政府采购支出总额60.78万元。",
    )
    assert ids(*(line.format("1.08") for line in lines)) == []
    assert ids(*(line.format("1.80") for line in lines)) == ["BALANCE-CHAIN"]


def test_rows_typed_as_paragraphs_say_what_else_was_used():
    row = "使用非财政拨款结余 28 0.00 结余分配 58 {}"
    assert ids(*LINES, row.format("45.00"), "年末结转和结余383.11万元。") == []
    assert ids(*LINES, row.format("0.00"), "年末结转和结余383.11万元。") == ["BALANCE-CHAIN"]

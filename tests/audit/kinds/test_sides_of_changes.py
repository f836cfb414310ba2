"""A change of expenditure is none of the income before it; what was cut is taken off the budget."""

from __future__ import annotations

from audit.reports import audited, ids


def test_expenditure_is_no_income():
    assert ids("2023年收入1134.54万元，增长3.30%，支出增加35.18万元，增长3.23%。") == []
    assert ids("2023年支出1134.54万元，支出增加35.18万元，增长3.02%。") == ["CHANGE-RATE"]


def test_what_was_cut_is_taken_off():
    text = "年初预算800.00万元，年中追加100.00万元，压减20.00万元，全年预算{}万元，执行780.00万元。"
    assert ids(text.format("880.00")) == []
    assert ids(text.format("808.00")) == ["EQUATION"]


def test_a_product_that_is_wrong_ends_in_no_error():
    assert audited("预算调整率=预算调整数/预算数×100%=100.00/800.00×100%=12.50%。").figures

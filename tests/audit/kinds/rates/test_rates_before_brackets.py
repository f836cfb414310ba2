"""Execution rates before the bracket with what they are of."""

from __future__ import annotations

from audit.reports import ids, said


def test_budget_and_result_in_the_bracket():
    text = "执行率为{}%（全年预算1300.00万元，执行数1240.50万元）。"
    assert ids(text.format("95.42")) == []
    assert ids(text.format("94.52")) == ["RATE-DONE"]


def test_more_than_one_budget_in_the_bracket():
    assert ids("执行率为94.52%（年初预算1200.00万元，全年预算1300.00万元，执行数1240.50万元）。") == []


def test_a_rate_of_what_its_bracket_names():
    text = "改造项目仅支付合同价的{}%（合同价88.00万元，已付{}万元）。"
    assert ids(text.format("62.5", "55.00")) == []
    assert said(text.format("65.2", "55.00")) == [("RATE-NAMED", "65.2%", "62.5%")]
    assert ids(text.format("65.2", "20.00")) == []  # may be what was paid last

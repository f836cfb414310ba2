"""The balance of one fund in one sentence, borne out by its total, or broken by a slip."""

from __future__ import annotations

from audit.reports import ids, said

_TEXT = (
    "2023年度财政拨款收入总计2605.55万元，支出总计2605.55万元，其中本年财政拨款收入2585.40万元，"
    "年初财政拨款结转和结余20.15万元，本年财政拨款支出2563.02万元，年末财政拨款结转和结余{}万元{}。"
)


def test_what_is_left_of_a_fund():
    assert ids(_TEXT.format("42.53", "")) == []
    assert said(_TEXT.format("20.15", "")) == [("BALANCE-CHAIN", "20.15万元", "42.53万元")]  # the opening one
    assert ids(_TEXT.format("42.35", "")) == ["BALANCE-CHAIN"]


def test_silent_where_it_went_elsewhere_or_the_total_says_otherwise():
    assert ids(_TEXT.format("20.15", "，收回22.38万元")) == []
    other = _TEXT.replace("收入总计2605.55", "收入总计2705.55").replace("支出总计2605.55", "支出总计2705.55")
    assert ids(other.format("20.15", "")) == []

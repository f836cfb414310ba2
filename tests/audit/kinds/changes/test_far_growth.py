"""Changes that are told by their rate or their amount alone."""

from __future__ import annotations

from audit.reports import ids, said

TOTAL = "2023年收支预算总数605.69万元，比2022年收支预算总数增加{}万元。2022年收支预算总数为587.85万元。"
ITEM = (
    "“三公”经费14.00万元，其中：公务接待费5.40万元，公务用车购置及运行维护费8.60万元。",
    "（一）公务接待费较2022年预算下降{}%。2022年预算为6.00万元。",
)
RATE = "截至12月底，项目实际支出889.27万元，结余资金21.53万元。与上年支出823.66万元相比，增长{}%。"


def test_the_earlier_figure_is_said_behind():
    assert ids(TOTAL.format("17.84")) == []
    assert said(TOTAL.format("18.74")) == [("CHANGE-AMOUNT", "18.74万元", "17.84万元")]


def test_what_has_changed_is_named():
    assert ids(ITEM[0], ITEM[1].format("10.00")) == []
    assert said(ITEM[0], ITEM[1].format("11.11")) == [("CHANGE-RATE", "11.11%", "10.00%")]


def test_a_rate_over_this_years_figure():
    assert ids(RATE.format("7.97")) == []
    assert said(RATE.format("7.38")) == [("CHANGE-RATE", "7.38%", "7.97%")]
    assert ids(RATE.format("3.20")) == []

"""决算数比预算数减少…: both amounts stand before it."""

from __future__ import annotations

from audit.reports import ids, said

SPENT = "“三公”经费支出预算为9.20万元，支出决算为7.10万元，完成预算的77.17%。决算数较预算数减少{}万元。"
SAVED = (
    "“三公”经费支出7.97万元，其中公务接待费2.84万元、公务用车运行维护费5.13万元。"
    "与年初预算10.50万元相比，节约{}万元。"
)


def test_of_the_sentence_before():
    assert ids(SPENT.format("2.10")) == []
    assert said(SPENT.format("1.20")) == [("CHANGE-AMOUNT", "1.20万元", "2.10万元")]


def test_of_the_whole_of_a_list():
    assert ids(SAVED.format("2.53")) == []
    assert said(SAVED.format("2.35")) == [("CHANGE-AMOUNT", "2.35万元", "2.53万元")]


def test_of_two_amounts_spent_nobody_knows_which():
    assert ids("培训费支出5.00万元，会议费支出3.00万元，预算为9.20万元。决算数比预算数减少1.20万元。") == []


def test_more_or_less_than_the_budget():
    text = "年初预算为1986.40万元，支出决算为2105.40万元，完成年初预算的105.99%，决算数大于预算数{}万元。"
    assert ids(text.format("119.00")) == []
    assert said(text.format("191.00")) == [("CHANGE-AMOUNT", "191.00万元", "119.00万元")]

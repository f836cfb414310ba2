"""Shares of one name have one whole."""

from __future__ import annotations

from audit.reports import ids, said

TOTAL = "收入总计5473.10万元。（二）2023年度支出5265.62万元，支出总计5473.10万元，具体情况如下："
PARTS = ("1.基本支出2174.80万元，占本年支出的41.30%。", "2.项目支出3090.83万元，占本年支出的{}%。")


def test_the_one_that_all_parts_come_to():
    assert ids(TOTAL, PARTS[0], PARTS[1].format("58.70")) == []
    assert said(TOTAL, PARTS[0], PARTS[1].format("56.47")) == [("SHARE", "56.47%", "58.7%")]


def test_in_a_list_the_total_of_the_others():
    text = (
        "收入合计7512.79万元，其中：财政拨款收入6929.62万元，占92.2%；事业收入521.35万元，占{}%；"
        "其他收入61.82万元，占0.8%。"
    )
    assert ids(text.format("6.9")) == []
    assert ids(text.format("7.5")) == ["SHARE"]

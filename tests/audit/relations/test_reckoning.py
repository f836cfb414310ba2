"""Rates reckoned wrongly as people do: told with how they came about, silent where they are right."""

from __future__ import annotations

import pytest
from audit.reports import found, ids


@pytest.mark.parametrize(
    ("text", "right", "wrong", "how"),
    [
        ("现有格位1906个，已使用1461个，尚余445个，使用率{}%。", "76.65", "0.77", "没有乘100"),
        ("检验样品1240批次，合格1228批次，合格率{}%。", "99.03", "0.99", "没有乘100"),
        ("应收水费186.45万元，实收175.26万元，收缴率{}%。", "94.00", "0.94", "没有乘100"),
        ("支出决算45.20万元，完成年初预算40.00万元的{}%。", "113.00", "1.13", "没有乘100"),
        ("全年预算1200.00万元，执行1131.25万元，执行率{}%。", "94.27", "0.94", "没有乘100"),
        ("财产损失186.42万元，比上年减少27.15万元，下降{}%。", "12.71", "27.15", "写成了增减率"),
        ("受理投诉80件，比上年减少20件，下降{}%。", "20.00", "25.00", "除以变动后的数"),
        ("核定编制36名，实有在职人员34人，在职人员控制率{}%。", "94.44", "105.88", "写反"),
        ("“三公”经费预算4.80万元，实际支出3.68万元，“三公”经费控制率{}%。", "76.67", "130.43", "写反"),
        ("收入总计1134.54万元，同比增长{}%，增加36.28万元。", "3.30", "36.28", "写成了增减率"),
        ("2023年支出85.60万元，上年支出80.00万元，增长{}%。", "7.00", "107.00", "前后两数之比"),
    ],
)
def test_how_a_rate_was_come_by(text: str, right: str, wrong: str, how: str):
    assert ids(text.format(right)) == []
    (finding,) = found(text.format(wrong))
    assert finding.stated == f"{wrong}%"
    assert how in finding.message
    assert "若" not in finding.message  # no other figure is suspected


def test_a_share_whose_whole_stands_elsewhere():
    lines = ("“三公”经费支出决算为7.10万元。", "公务接待费支出决算为2.18万元，占“三公”经费支出的{}%。")
    assert ids(lines[0], lines[1].format("30.70")) == []
    assert ids(lines[0], lines[1].format("0.31")) == ["SHARE"]


def test_silent_where_the_change_is_against_what_is_compared_with():
    text = "合同金额合计2386.05万元；与概算相应部分2480.00万元相比，节约93.95万元，节约率3.79%。"
    assert ids(text) == []


def test_a_small_share_is_no_share_of_whatever_it_fits():
    lines = (
        "2023年度一般公共预算财政拨款基本支出684.84万元。",
        "2023年度“三公”经费财政拨款支出预算为9.20万元，支出决算为7.10万元，完成预算的77.17%。",
        "公务接待费支出决算为2.18万元，占“三公”经费支出的{}%。",
    )
    assert ids(*(line.format("30.70") for line in lines)) == []
    assert ids(*(line.format("0.31") for line in lines)) == ["SHARE"]

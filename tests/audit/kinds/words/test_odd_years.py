"""Years by what is said of them, in a report of 2023."""

from __future__ import annotations

import pytest
from audit.reports import ids


@pytest.mark.parametrize(
    "text",
    [
        "自评结果将作为2023年预算编制的依据。",
        "贫困发生率由2024年末的1.2%降至0。",
        "截至2024年12月31日，本部门国有资产情况见附表。",
        "因2026年7月连续降雨，工程推迟完工。",
        "2026年第三季度调查显示，患者满意。",
        "目标值为2023年9月，实际完成值为2021年12月。",
        "力争2022年6月底前完成资金清算。",
        "力争2022年各季度支出进度均衡。",
        "评价组于2021年5月进驻现场。",
        "2022年3月，县财政局印发评价方案。",
    ],
)
def test_a_year_that_cannot_be_meant(text: str):
    assert ids("本年情况如下。", text) == ["YEAR"]


@pytest.mark.parametrize(
    "text",
    [
        "自评结果将作为2025年预算编制的依据。",
        "贫困发生率由2022年末的1.2%降至0。",
        "截至2024年12月31日，合同尚未到期。",
        "项目计划2026年7月完工。",
        "目标值为2023年9月，实际完成值为2023年12月。",
        "力争2024年6月底前完成资金清算。",
        "因2026年7月、2027年8月连续降雨，工程推迟完工。",
    ],
)
def test_silent_where_it_can(text: str):
    assert ids("本年情况如下。", text) == []


def test_what_is_still_to_be_done_is_not_done_before_the_report():
    text = "于{}年6月底前全面完工。"
    assert ids("六、下一步工作措施", "一是加快进度，" + text.format("2024")) == []
    assert ids("六、下一步工作措施", "一是加快进度，" + text.format("2023")) == ["YEAR"]
    assert ids("二、完成情况", "一是加快进度，" + text.format("2023")) == []


def test_the_evaluation_before():
    text = "针对{}年度绩效自评发现的5个问题，逐项制定整改措施。"
    assert ids("本年情况如下。", text.format(2021)) == ["YEAR"]
    assert ids("本年情况如下。", text.format(2022)) == []


def test_the_staff_at_the_end_of_another_year():
    text = "截至{}年12月31日，全局共有在职人员48人、退休人员20人。"
    assert ids("本年情况如下。", text.format(2022)) == ["YEAR"]
    assert ids("本年情况如下。", text.format(2023)) == []
    assert ids("本年情况如下。", f"{text.format(2022)}2023年末50人。") == []


def test_what_there_still_is():
    text = "截至{}年末，全县仍有闲置房屋132处。"
    assert ids("截至2023年12月31日，共有房屋。", text.format(2022)) == ["YEAR"]
    assert ids("截至2023年12月31日，共有房屋。", text.format(2023)) == []
    assert ids("截至2023年12月31日，共有房屋。", "截至2022年底，全县共有房屋132处。") == []

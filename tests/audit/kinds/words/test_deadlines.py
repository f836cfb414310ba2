"""What is still to be done, in a report of 2023."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

MEASURES = "六、改进措施"


def test_a_deadline_within_the_year_of_the_report():
    text = "加快结算，确保{}年6月底前完成全部资金支付。"
    assert said(MEASURES, text.format(2023)) == [("YEAR", "2023年", "2024年（或以后）")]
    assert ids(MEASURES, text.format(2024)) == []


@pytest.mark.parametrize(
    "text",
    [
        "对未完成的修复任务，于2023年6月底前全面完工。",
        "剩余2个问题，2023年3月31日前完成整改。",
        "尚未完工的3个项目计划2023年上半年竣工验收。",
        "修订资金管理办法，2022年年底前印发实施。",
        "结余资金结转2023年继续使用。",
    ],
)
def test_other_ways_to_say_it(text: str):
    assert ids(MEASURES, text) == ["YEAR"]


def test_what_is_left_to_be_done():
    assert ids("尚有178.50万元未到位，预计2023年二季度到位。") == ["YEAR"]


def test_an_evaluation_before_the_year_is_over():
    text = "评价小组于{}年3月开展了现场评价。"
    assert ids(text.format(2023)) == ["YEAR"]
    assert ids(text.format(2024)) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("一、项目实施情况", "项目于2023年6月底前完成施工。"),
        (MEASURES, "2个问题已于2023年6月底前完成整改。"),
        (MEASURES, "按照年初计划2023年6月底前完成的任务，尚有一项未验收。"),
        (MEASURES, "确保2023年12月底前完成支付。", "2023年8月20日"),
        ("2023年上半年绩效监控报告", MEASURES, "确保2023年12月底前完成支付。"),
    ],
)
def test_what_was_done_or_could_still_be(lines: tuple[str, ...]):
    assert ids(*lines) == []

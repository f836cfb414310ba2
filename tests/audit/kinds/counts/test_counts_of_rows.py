"""A count of what the table below lists row by row."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

HEAD = ["序号", "项目名称", "预算数（万元）", "支出数（万元）"]
ROWS = [
    ["1", "免疫规划", "156.00", "154.32"],
    ["2", "慢病防控", "72.00", "69.86"],
    ["3", "食品监测", "64.00", "61.58"],
    ["4", "健康宣教", "32.00", "31.20"],
    ["5", "应急物资", "20.00", "18.00"],
]
TOTAL = ["", "合计", "344.00", "334.96"]


@pytest.mark.parametrize(
    "text",
    [
        "2023年实施项目{}个，预算安排344.00万元，实际支出334.96万元。",
        "2023年共实施{}个项目，实际支出334.96万元。",
        "本部门编制绩效目标的项目共{}个。各项目预算及权重见下表。",
    ],
)
def test_all_that_are_listed(text: str):
    assert ids(text.format(5), [HEAD, *ROWS, TOTAL]) == []
    assert said(text.format(6), [HEAD, *ROWS, TOTAL]) == [("COUNT-ROWS", "6个", "5个")]


@pytest.mark.parametrize(
    "text",
    [
        "2023年实施项目6个，其中重点项目5个，实际支出334.96万元。",
        "2023年实施项目6个，预算安排980.00万元。",  # nobody says that these are all
        "2023年实施项目6个，其中续建项目支出334.96万元，已完工项目5个。",
        "2023年计划实施项目6个，实际支出334.96万元。",
        "2023年实施项目6个。本级项目情况见下表，实际支出334.96万元。",
        "下设6个科室，实际支出334.96万元。",
        "2023年实施项目26个，实际支出334.96万元。",
    ],
)
def test_silent_of_others(text: str):
    assert ids(text, [HEAD, *ROWS, TOTAL]) == []


def test_silent_of_tables_that_list_some():
    text = "2023年实施项目6个，实际支出334.96万元。"
    assert ids(text, [HEAD, *ROWS[:4], ["5", "其他项目", "20.00", "18.00"], TOTAL]) == []
    assert ids(text, "主要项目支出情况表", [HEAD, *ROWS, TOTAL]) == []


def test_rows_without_numbers():
    rows = [["甲镇", "6200", "1488.00"], ["乙镇", "4800", "1142.40"], ["丙乡", "5500", "1320.00"]]
    table = [["乡镇", "面积（亩）", "投资（万元）"], *rows, ["合计", "16500", "3950.40"]]
    assert ids("项目涉及3个乡镇，投资见下表。", table) == []
    rows += [["丁乡", "3600", "874.80"]]
    table = [["乡镇", "面积（亩）", "投资（万元）"], *rows, ["合计", "20100", "4825.20"]]
    assert said("项目涉及5个乡镇，投资见下表。", table) == [("COUNT-ROWS", "5个", "4个")]
    assert ids("项目涉及5个乡镇，其中4个乡镇投资见下表。", table) == []

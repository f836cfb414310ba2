"""Numbers within a paragraph and in a column that skip."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("一是预算不细。二是进度偏慢。四是档案不全。", "三是"),
        ("第一，预算不细；第二，进度偏慢；第四，档案不全。", "第三，"),
        ("（1）预算不细；（2）进度偏慢；（2）档案不全。", "（3）"),
        ("①预算不细；②进度偏慢；④档案不全。", "③"),
    ],
)
def test_a_skip(text: str, right: str):
    assert [one[::2] for one in said(text)] == [("NUMBERING", right)]


def test_each_in_a_paragraph_of_its_own():
    assert ids("一是预算不细。", "二是进度偏慢。", "四是档案不全。") == ["NUMBERING"]


def test_a_column():
    rows = [["序号", "内容"], ["1", "甲"], ["2", "乙"], ["4", "丙"]]
    assert ids(rows) == ["NUMBERING"]
    assert ids([*rows[:3], ["3", "丙"], ["1", "丁"], ["2", "戊"]]) == []


@pytest.mark.parametrize(
    "text",
    [
        "一是预算不细。二是进度偏慢。一是档案不全。",
        "二是进度偏慢。四是档案不全。",
        "一是甲。二是乙。九是丙。",
    ],
)
def test_silent_where_it_may_be_another_list(text: str):
    assert ids(text) == []


def test_a_bracket_at_the_end_of_a_line():
    lines = ("基本支出6340.10万元，其中：（", "1）工资；（2）办公费；（4）补助。")
    assert ids(*lines, kind="txt") == ["NUMBERING"]

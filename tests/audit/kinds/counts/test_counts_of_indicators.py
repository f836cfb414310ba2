"""What was done of an indicator in the table, against what the text says of it."""

from __future__ import annotations

import pytest
from audit.reports import said

TABLE = [
    ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "公益培训期数", "≥40期", "64期", "10", "10"],
]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("举办声乐等公益培训46期。", [("INDICATOR-TEXT", "64期", "46期")]),
        ("举办声乐等公益培训64期。", []),
        ("计划举办公益培训46期。", []),
        ("举办少儿艺术展演46期。", []),
        ("下半年举办公益培训44期。", []),
        ("一季度举办公益培训12期。", []),  # no slip: a part of them
    ],
)
def test_a_count_of_an_indicator(text: str, told: list[tuple[str, str, str]]):
    assert said(text, TABLE) == told
    assert said(text, "绩效自评表", *(" ".join(row) for row in TABLE), kind="txt") == told

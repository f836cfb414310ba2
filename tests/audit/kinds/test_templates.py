"""What templates leave over."""

from __future__ import annotations

import pytest
from audit.reports import ids


@pytest.mark.parametrize(
    "text",
    [
        "与上年相比增加（减少）5.00万元。",
        "决算数大于（小于）预算数。",
        "××单位共有车辆2辆。",
        "20XX年度支出。",
        "主要原因是______。",
        "（单位名称）的主要职责。",
    ],
)
def test_left_over(text: str):
    assert "TEMPLATE-LEFT" in ids(text)


@pytest.mark.parametrize("text", ["得分＝8分×完成率。", "面积3×5米。", "项目X1和X2已完成。"])
def test_signs_that_mean_something(text: str):
    assert ids(text) == []

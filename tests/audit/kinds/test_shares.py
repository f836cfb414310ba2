"""Shares of a list's total, of the total that is named, of all that is listed."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "本年支出合计300.00万元，其中：基本支出200.00万元，占{}%；项目支出100.00万元，占33.33%。",
        "基本支出200.00万元，占{}%；项目支出100.00万元，占33.33%。本年支出合计300.00万元，其中：基本支出200.00万元，占66.67%；项目支出100.00万元，占33.33%。",
        "本年支出合计300.00万元。基本支出200.00万元，占本年支出合计的{}%。",
        "本年支出合计300.00万元，其中基本支出200.00万元（占比{}%），项目支出100.00万元（占比33.33%）。",
    ],
)
def test_a_share_that_does_not_follow(text: str):
    assert ids(text.format("66.67")) == []
    if not text.startswith("基本"):
        assert said(text.format("67.66")) == [("SHARE", "67.66%", "66.67%")]


def test_silent_where_nobody_knows_of_what():
    assert ids("基本支出200.00万元，占总投资的12.00%。") == []

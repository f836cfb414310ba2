"""Changes from one year of a series to the next."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

BEFORE = (
    "2021—2023年共安排资金21770.00万元，其中：2021年6450.00万元；"
    "2022年7320.00万元，比上年增加870.00万元，增长13.49%；"
)


@pytest.mark.parametrize(
    "text",
    [
        "2023年8000.00万元，比上年增加680.00万元，增长{}%。",
        "2023年8000.00万元，较上年增加680.00万元，增长{}%。",
        "2023年8000.00万元，较2022年增加680.00万元，增长{}%。",
        "2023年8000.00万元，同比增加680.00万元，增长{}%。",
        "2023年8000.00万元，比去年增加680.00万元，增长{}%。",
        "2023年8000.00万元，比上年增长{}%。",
        "2023年8000.00万元，同比增长{}%。",
        "2023年8000.00万元，较上一年增长{}%。",
        "2023年安排8000.00万元，比上年增加680.00万元，增长{}%。",
        "2023年度8000.00万元，增加680.00万元，增长{}%。",
    ],
)
def test_against_the_year_before(text: str):
    assert ids(BEFORE + text.format("9.29")) == []
    assert [one[1:] for one in said(BEFORE + text.format("10.54"))] == [("10.54%", "9.29%")]


def test_of_another_year():
    assert ids(BEFORE + "2023年8000.00万元，比2021年增长24.03%。") == []
    assert ids(BEFORE + "2023年8000.00万元，三年年均增长11.37%。") == []
    assert ids(BEFORE + "2023年8000.00万元，比上年预算增加500.00万元，增长6.67%。") == []
    assert ids(BEFORE + "2023年8000.00万元，较2021年增加1550.00万元，增长24.03%。") == []

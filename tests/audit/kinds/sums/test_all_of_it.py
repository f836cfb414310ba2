"""全部为…: the only thing that an amount was for."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "“三公”经费实际支出3.68万元，全部为公务接待费{}万元。",
        "2023年收入合计3.68万元，均为财政拨款收入{}万元。",
        "项目结余3.68万元，全部属于省级资金{}万元，已收回。",
    ],
)
def test_all_of_it(text: str):
    assert ids(text.format("3.68")) == []
    assert said(text.format("3.86")) == [("SUM-ALL", "3.86万元", "3.68万元")]


@pytest.mark.parametrize(
    "text",
    [
        "支出3.68万元，全部为公务接待费2.00万元和会议费1.68万元。",
        "支出3.68万元，全部为公务接待费2.00万元、会议费1.68万元。",
        "设备12台，全部为进口设备，价值3.86万元。",
    ],
)
def test_silent_of_lists_and_other_things(text: str):
    assert ids(text) == []

"""Changes against what a table has of the year before."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

_ROWS = [
    ["年度", "公务用车运行维护费", "公务接待费"],
    ["2022年", "270,000", "36,000"],
    ["2023年", "285,000", "27,500"],
]
_COLUMNS = [
    ["项目", "2023年", "2022年"],
    ["公务用车运行维护费", "285,000", "270,000"],
    ["公务接待费", "27,500", "36,000"],
]


@pytest.mark.parametrize("table", [_ROWS, _COLUMNS])
def test_the_way_it_goes(table: list[list[str]]):
    lines = ("“三公”经费表", "单位：元", table)
    text = "公务用车运行维护费28.50万元，比上年{}1.50万元；公务接待费2.75万元，比上年减少0.85万元。"
    assert ids(text.format("增加"), *lines) == []
    assert said(text.format("减少"), *lines) == [("CHANGE-DIRECTION", "减少", "增加")]


def test_how_much_it_is():
    lines = ("“三公”经费表", "单位：元", _ROWS)
    text = "公务接待费2.75万元，比上年{}。"
    assert ids(text.format("下降23.61%"), *lines) == []
    assert said(text.format("下降26.31%"), *lines) == [("CHANGE-RATE", "26.31%", "23.61%")]
    assert said(text.format("减少0.58万元"), *lines) == [("CHANGE-AMOUNT", "0.58万元", "0.85万元")]


@pytest.mark.parametrize(
    "text",
    [
        "公务接待费2.75万元，比上年减少0.40万元。",  # 上年 may be counted otherwise
        "公务接待费2.75万元，比2021年减少0.58万元。",
        "公务接待费2.57万元，比上年减少0.58万元。",
    ],
)
def test_silent_where_it_may_be_of_something_else(text: str):
    assert "CHANGE-AMOUNT" not in ids(text, "“三公”经费表", "单位：元", _ROWS)


def test_changes_add_up_once_the_word_is_put_right():
    lines = ("“三公”经费表", "单位：元", _ROWS)
    text = (
        "“三公”经费31.25万元，比上年增加0.65万元。其中：因公出国（境）费0万元，与上年持平；"
        "公务用车运行维护费28.50万元，比上年减少1.50万元；公务接待费2.75万元，比上年减少0.85万元。"
    )
    assert said(text, *lines) == [("CHANGE-DIRECTION", "减少", "增加")]

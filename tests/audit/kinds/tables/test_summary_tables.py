"""Tables of income beside expenditure."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

ROWS = [
    ["收入", "", "支出", ""],
    ["项目", "决算数", "项目", "决算数"],
    ["一、一般公共预算财政拨款收入", "300.20", "一、一般公共服务支出", "250.00"],
    ["二、政府性基金预算财政拨款收入", "", "二、外交支出", ""],
    ["三、其他收入", "10.00", "三、住房保障支出", "55.10"],
    ["本年收入合计", "310.20", "本年支出合计", "305.10"],
    ["年初结转和结余", "4.90", "年末结转和结余", "10.00"],
    ["总计", "315.10", "总计", "315.10"],
]
TITLE = ("收入支出决算总表", "单位：万元")


def changed(old: str, new: str) -> list[list[str]]:
    return [[new if cell == old else cell for cell in row] for row in ROWS]


def test_both_sides_add_up():
    assert ids(*TITLE, ROWS) == []


@pytest.mark.parametrize(
    ("old", "new", "stated"),
    [("55.10", "51.50", "305.10"), ("4.90", "9.40", "315.10"), ("310.20", "301.20", "301.20")],
)
def test_a_figure_that_does_not(old: str, new: str, stated: str):
    assert [one[:2] for one in said(*TITLE, changed(old, new))] == [("TABLE-SUMMARY", stated)]


def test_the_same_table_printed_as_lines():
    lines = [" ".join(cell for cell in row if cell) for row in ROWS]
    assert ids(*TITLE, *lines, kind="txt") == []
    wrong = [" ".join(cell for cell in row if cell) for row in changed("55.10", "51.50")]
    assert [one[0] for one in said(*TITLE, *wrong, kind="txt")] == ["TABLE-SUMMARY"]


def test_an_item_that_is_missing_says_nothing():
    rows = [row for row in changed("55.10", "51.50") if "外交" not in row[2]]
    assert ids(*TITLE, rows) == []


def test_a_total_of_the_only_item_that_is_not_blank():
    def rows(item: str) -> list[list[str]]:
        right = [("八、社会保障和就业支出", "27,985.32"), ("九、卫生健康支出", "10,033.99")]
        first = ["一、一般公共预算财政拨款收入", item, "一、一般公共服务支出", "521,548.53"]
        below = [[f"{number}、其他收入", "", *one] for number, one in zip("八九", right, strict=True)]
        return [*ROWS[:2], first, *below, ["本年收入合计", "559,567.84", "本年支出合计", "559,567.84"]]

    assert ids(*TITLE, rows("559,567.84")) == []
    assert [one[:2] for one in said(*TITLE, rows("559,576.84"))] == [("TABLE-SUMMARY", "559,567.84")]
    assert ids(*TITLE, rows("321,904.11")) == []  # something is left out

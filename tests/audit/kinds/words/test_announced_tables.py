"""Tables that sentences announce."""

from __future__ import annotations

from audit.reports import ids, said

TABLE = [
    ["序号", "项目名称", "预算数"],
    ["1", "防汛", "12.00"],
    ["2", "抗旱", "13.00"],
    ["3", "节水", "14.00"],
]
FOLLOWING = ["四、自评结果", *[f"第{n}段说明了有关情况，内容完整。" for n in "一二三四五六七八九"]]


def test_a_table_that_is_not_there():
    assert ids("项目具体情况见下表：", *FOLLOWING) == ["TABLE-MISSING"]
    assert ids("项目具体情况见下表：", TABLE, *FOLLOWING) == []
    assert ids("项目具体情况见下表：", "项目情况", "序号 名称", *FOLLOWING) == []


def test_as_many_rows_as_announced():
    assert ids("实施项目4个，具体情况见下表：", TABLE) == ["TABLE-ROWS"]
    assert ids("实施项目3个，具体情况见下表：", TABLE) == []
    assert ids("实施项目9个，重点项目见下表：", TABLE) == []


def test_some_of_the_rows_are_told_apart():
    rows = [["序号", "项目名称"], *([str(number), name] for number, name in enumerate("甲乙丙丁", 1))]
    text = "本年实施项目{}个，各项目自评情况汇总见下表，并按要求公开其中2个重点项目的自评表。"
    assert ids(text.format(4), rows) == []
    assert said(text.format(3), rows) == [("TABLE-ROWS", "3个", "4个")]
    assert ids("各项目自评情况汇总见下表，并按要求公开其中2个重点项目的自评表。", rows) == []


def test_some_of_all_by_their_name():
    assert ids("本年实施项目4个，本级项目情况见下表：", TABLE) == []

"""Numbers of paragraphs that skip or come twice."""

from __future__ import annotations

from audit.reports import ids, said


def found(*numbers: str) -> list[tuple[str, str, str]]:
    return said(*(f"{number}这一段的文字很长，说明一件事情。" for number in numbers))


def test_in_order():
    assert found("一、", "（一）", "（二）", "二、", "（一）", "1.", "2.", "三、") == []


def test_a_skip():
    assert found("（一）", "（二）", "（四）") == [("NUMBERING", "（四）", "（三）")]


def test_twice_is_told_once():
    assert found("一、", "二、", "二、", "四、") == [("NUMBERING", "二、", "三、")]


def test_a_number_in_a_figure_is_no_number_of_a_paragraph():
    lines = [f"{number}.这一段说明完成预算的104.81%这件事情。" for number in (1, 2, 3, 6)]
    assert said(*lines) == [("NUMBERING", "6.", "4.")]


def test_a_year_behind_a_number():
    assert said("1.甲项目。", "2.乙项目。", "3.2023年新增的项目。", "4.丁项目。") == []


def test_the_first_of_a_list_twice():
    assert found("二、", "（二）", "（二）") == [("NUMBERING", "（二）", "（一）")]


def test_a_number_within_a_paragraph_is_no_skip():
    assert said("（一）甲。（二）乙。", "（三）丙。") == []


def test_rows_of_a_table_typed_as_paragraphs_are_no_headings():
    rows = [
        "一、财政拨款收入 1 1286.40 一、一般公共服务支出 31 0.00",
        "五、事业收入 5 2364.18 九、卫生健康支出 39 3405.62",
    ]
    assert ids(*rows) == []
    assert ids("一、收入情况", "五、事业收入情况", "六、其他情况") == []
    assert ids("一、收入情况", "三、事业收入情况") == ["NUMBERING"]


def test_one_twice_in_the_place_of_two():
    assert found("（一）", "1.", "1.", "3.") == [("NUMBERING", "1.", "2.")]
    assert found("（一）", "1.", "（二）", "1.", "2.", "3.") == []
    assert found("（一）", "1.", "1.", "2.", "3.") == []

"""`over`, `examples` and `basis` written as text are what they are with braces."""

from __future__ import annotations

from typing import Any

import pytest
from refusals import refused

from jixiao.pack.text_tables import lines_of, written_out


def written(**texts: Any) -> dict[str, Any]:
    return written_out({"id": "T", **texts}, "some.toml", 4)


def test_every_line_below_the_first_is_a_table():
    assert written(over="表 | 列\n收入 | 合计\n支出|基本支出\n")["over"] == [
        {"表": "收入", "列": "合计"},
        {"表": "支出", "列": "基本支出"},
    ]


def test_a_cell_in_brackets_is_a_list():
    assert written(over="列 | was\n[水费, 电费] | [A-1, ]\n")["over"] == [
        {"列": ["水费", "电费"], "was": ["A-1", ""]}
    ]


def test_blank_lines_and_blanks_around_cells_do_not_count():
    assert written(over="\n  表 \n\n  收入  \n")["over"] == [{"表": "收入"}]


def test_an_example_gives_what_is_not_left_blank():
    examples = "{表}.编码 | 单位.年度 | outcome\n[208, ] | | passed\n | 2023 | not_checked"
    assert written(examples=examples)["examples"] == [
        {"given": {"{表}.编码": ["208", ""]}, "outcome": "passed"},
        {"given": {"单位.年度": "2023"}, "outcome": "not_checked"},
    ]


def test_an_example_without_an_outcome_is_left_to_the_schema():
    assert written(examples="单位.年度\n2023")["examples"] == [{"given": {"单位.年度": "2023"}}]


def test_a_basis_is_document_and_clause():
    assert written(basis="预算法 | 第十三条")["basis"] == {"document": "预算法", "clause": "第十三条"}


@pytest.mark.parametrize("basis", ["预算法", "预算法 | 第十三条 | 无", 3, {"document": "预算法"}])
def test_any_other_basis_is_left_to_the_schema(basis: Any):
    assert written(basis=basis)["basis"] == basis


def test_what_is_written_with_braces_stays_as_it_is():
    raw = {"over": [{"表": "收入"}], "examples": [{"given": {}, "outcome": "passed"}], "relation": "a | b"}
    assert written(**raw) == {"id": "T", **raw}


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("", "must name each column once", (-1,)),
        ("表 | \n收入 | 合计", "must name each column once", (-1,)),
        ("表 | 表\n收入 | 合计", "must name each column once", (-1,)),
        ("\n表 | 列\n收入", "has 1 cells for 2 columns", (1,)),
        ("表 | 列\n收入 | 合计\n收入 | 合计 | 无", "has 3 cells for 2 columns", (1,)),
        ("表 | 列", "needs a line of columns and other lines below it", ()),
    ],
)
def test_a_text_that_is_no_table_is_refused_with_its_line(text: str, reason: str, line: tuple[int, ...]):
    with refused(f"^some.toml: T: .*{reason}") as error:
        list(lines_of(text, "some.toml", "T", ("check", 4, "over")))
    assert error.value.at == ("check", 4, "over", *line)

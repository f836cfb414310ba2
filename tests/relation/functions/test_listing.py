"""The pages list the functions as the records have them, with examples that can be typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.pack.loading import data_folder, load_pack
from jixiao.relation.binding import bind
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.functions.listing import BEGIN, END, listed, write_list

DOCS = data_folder("docs")
PACK = load_pack()


@pytest.mark.parametrize("page", [DOCS.parent / "CONTRIBUTING.md", DOCS / "own-rules.zh-CN.md"])
def test_the_committed_page_lists_all_functions(page: Path):
    text = page.read_text(encoding="utf-8")
    assert listed(text, "zh-CN" in page.name) == text, "run: python -m jixiao.relation.functions.listing"


def test_nothing_but_the_table_is_replaced():
    page = f"before\n{BEGIN}old\n{END}\nafter\n"
    assert listed(page, in_chinese=True).startswith(f"before\n{BEGIN}| 例 |")
    assert listed(page, in_chinese=True).endswith(f" |\n{END}\nafter\n")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_example_of_a_function_calls_it_and_can_be_typed(name: str):
    assert FUNCTIONS[name].name == name
    assert f"{name}(" in bind(FUNCTIONS[name].example, PACK.vocabulary).text


@pytest.mark.parametrize(
    ("name", "heading"), [("own.zh-CN.md", "| 例 |"), ("CONTRIBUTING.md", "| function |")]
)
def test_a_page_is_brought_up_to_date_in_its_language(name: str, heading: str, tmp_path: Path):
    page = tmp_path / name
    page.write_bytes(f"前\r\n{BEGIN}{END}后\n".encode())
    assert write_list(page) == page
    text = page.read_bytes().decode()
    assert text.startswith(f"前\n{BEGIN}{heading}")
    assert "\r" not in text
    assert text.count("\n") == 5 + len(FUNCTIONS)


def test_a_page_may_show_the_marks_once_more_behind_the_table():
    page = f"前{BEGIN}{END}\n{BEGIN}{END}"
    text = listed(page, in_chinese=False)
    assert text.startswith(f"前{BEGIN}| function |")
    assert text.endswith(f"\n{END}\n{BEGIN}{END}")
    assert text.count(BEGIN) == 2


@pytest.mark.parametrize(
    ("name", "signature"),
    [
        ("SUMIF", "`SUMIF(keys*, pattern, amounts*)` | number |"),
        ("MAX", "`MAX(figures*, …)` | number |"),
        ("IN", "`IN(value, choices, …)` | truth |"),
        ("LEFT", "`LEFT(text, length)` | text |"),
    ],
)
def test_columns_and_what_may_be_repeated_are_marked_for_engineers(name: str, signature: str):
    assert f"\n| {signature}\n" in listed(f"{BEGIN}{END}", in_chinese=False), name


def test_accountants_read_an_example_and_what_it_gives():
    line = "| `ABS(支出.合计 - 收入.合计)` | 数 | 绝对值 |"
    assert f"\n{line}\n" in listed(f"{BEGIN}{END}", in_chinese=True)

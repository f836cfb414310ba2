"""The pages list the functions as the records have them, with examples that can be typed."""

from __future__ import annotations

import pytest

from jixiao.pack.loading import data_folder, load_pack
from jixiao.relation.binding import bind
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.functions.listing import BEGIN, END, listed

DOCS = data_folder("docs")
PACK = load_pack()


@pytest.mark.parametrize("page", [DOCS.parent / "CONTRIBUTING.md", DOCS / "own-rules.zh-CN.md"])
def test_the_committed_page_lists_all_functions(page):  # type: ignore[no-untyped-def]
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

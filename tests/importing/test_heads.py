"""Unit and year, if the tables do not say them: from titles, covers and names of files, and said so."""

from __future__ import annotations

import pytest
from importing.readings import ACCOUNTS

from jixiao.importing.guide import load_guide
from jixiao.importing.heads import Head, head_of
from jixiao.importing.preamble import Preamble

WORDS = load_guide(ACCOUNTS).words


def head(
    tables: list[Preamble],
    covers: list[Preamble] | None = None,
    file: str = "a.xlsx",
    year: int | None = None,
) -> tuple[Head, list[str]]:
    remarks: list[str] = []
    return head_of(tables, covers or [], [file], WORDS, year, remarks), remarks


def cover(*texts: str) -> Preamble:
    return Preamble(texts=texts)


def test_what_the_tables_say_counts_and_needs_no_word():
    assert head([Preamble("元", "某县某局", 2024)], [cover("某县水务局2023年度部门决算")]) == (
        Head("某县某局", 2024),
        [],
    )


@pytest.mark.parametrize(
    "text",
    [
        "某县水务局2024年度部门决算",
        "某县水务局 2024 年度部门决算表",
        "第二部分 某县水务局2024年度部门决算表",
        "2024年度某县水务局部门决算",
        "某县水务局二〇二四年度部门决算公开",
        "某县水务局2024年度收入支出决算总表",
    ],
)
def test_a_title_or_a_cover_is_offered(text: str):
    for tables, covers, place in (([cover(text)], [], "表的标题"), ([], [cover(text)], "封面")):
        found, remarks = head(tables, covers)
        assert found.name == "某县水务局"
        assert f"单位名称“某县水务局”取自{place}，请核对。" in remarks
    assert found.year == 2024


@pytest.mark.parametrize(
    "text",
    [
        "2024年度收入支出决算总表",
        "第二部分 2024年度部门决算表",
        "关于本局2024年度部门决算公开的说明",
        "纳入某县水务局2024年度部门决算编制范围的单位包括",
        "与2023年度相比，本局支出增加",
        "某县水务局2024年度部门决算编制范围内有三家单位，它们的支出都已经包括在内",
    ],
)
def test_sentences_and_titles_name_no_unit(text: str):
    assert head([], [cover(text)])[0].name == ""


def test_a_line_of_a_name_is_no_other_name():
    assert head([], [cover("水务局2024年度部门决算", "某县水务局2024年度部门决算")])[0].name == "某县水务局"


def test_names_that_differ_are_left_blank_and_said():
    found, remarks = head([], [cover("某县水务局2024年度部门决算", "某县农业局2024年度部门决算")])
    assert found.name == ""
    assert "各表的单位名称不一致（某县水务局、某县农业局），没有填，请在工作簿里填写。" in remarks


def test_the_name_of_the_file_is_the_last_resort():
    found, remarks = head([Preamble()], [], "某县水务局2024年度部门决算公开.pdf")
    assert found == Head("某县水务局", 2024)
    assert remarks == ["单位名称“某县水务局”取自文件名，请核对。", "年度“2024”取自文件名，请核对。"]


def test_the_year_that_is_asked_for_counts_and_another_is_said():
    found, remarks = head([Preamble("", "某县某局", 2023)], year=2024)
    assert (found.year, remarks) == (2024, ["表上写的年度是2023，按您指定的填了 2024。"])
    assert head([Preamble("", "某县某局")], year=2024) == (Head("某县某局", 2024), [])


def test_years_that_are_only_compared_with_do_not_count():
    assert head([], [cover("与2023年度相比", "某县水务局2024年度部门决算")])[0].year == 2024

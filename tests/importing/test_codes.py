"""Codes in one cell or several; a number with decimals is never one."""

from __future__ import annotations

import pytest

from jixiao.importing.codes import belongs_to, is_code, joined_code, with_name


@pytest.mark.parametrize(
    "text",
    [
        "208",
        "20805",
        "2080505",
        "'2080505",
        "208-05",
        "208-05-05",
        "208.05.05",
        "[208]社会保障",
        "20805_养老",
    ],
)
def test_a_code_is_one_however_it_is_written(text: str):
    assert is_code(text)


@pytest.mark.parametrize(
    "text",
    ["1283.7", "0.00", "208.05", "123.45", "128,370.00", "2080", "208050", "", "-", "社会保障", "208.05.0"],
)
def test_an_amount_is_no_code(text: str):
    assert not is_code(text)
    assert with_name(text) == ("", "")


def test_code_and_name_may_stand_in_one_cell():
    assert with_name("208 社会保障和就业支出") == ("208", "社会保障和就业支出")
    assert with_name("208-05-05") == ("2080505", "")


@pytest.mark.parametrize(
    ("cells", "above", "code"),
    [
        (["208", "05", "05"], "", "2080505"),
        (["208", "5", "5"], "", "2080505"),
        (["208", "20805", "2080505"], "", "2080505"),
        (["201", "06", "01"], "", "2010601"),
        (["", "", "06"], "2080505", "2080506"),
        (["", "07", ""], "2080505", "20807"),
        (["208", "", ""], "2080505", "208"),
        (["1283.7", "", ""], "", ""),
        (["0.00"], "", ""),
        (["", "", ""], "208", ""),
    ],
)
def test_levels_are_joined(cells: list[str], above: str, code: str):
    assert joined_code(cells, above) == code


def test_a_cell_belongs_to_the_code_that_it_is_a_part_of():
    assert [belongs_to(text, "2080506") for text in ("208", "05", "6", "2080506", "07")] == [True] * 4 + [
        False
    ]

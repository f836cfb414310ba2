"""Texts are compared as Excel does, whatever their width, case and blanks."""

from __future__ import annotations

import pytest

from jixiao.relation.texts import same_text, wildcards


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("（甲） Ａ１", "(甲)a1"),
        ("甲　乙\n丙", "甲乙丙"),
        ("STRASSE", "strasse"),
        ("", ""),
    ],
)
def test_width_case_and_blanks_make_no_difference(text: str, same: str):
    assert same_text(text) == same


@pytest.mark.parametrize(
    ("pattern", "matching", "others"),
    [
        ("208??", ["20801", "208ab"], ["208", "2080", "208011", "21001"]),
        ("??", ["20"], ["2", "208"]),
        ("208*", ["208", "20801"], ["21", "1208"]),
        ("*税", ["税", "增值税"], ["税收"]),
        ("*社会*", ["社会", "全社会保障"], ["社保"]),
        ("2?8", ["208", "218"], ["28", "2088"]),
        ("2?8??", ["20801"], ["208", "20101"]),
        ("２０８？？", ["20801"], ["208"]),
        ("[甲]*", ["[甲]乙"], ["甲乙"]),
        ("a.c*", ["a.cd"], ["abc"]),
    ],
)
def test_a_pattern_matches_the_whole_text(pattern: str, matching: list[str], others: list[str]):
    match = wildcards(pattern)
    assert match is not None
    assert [text for text in [*matching, *others] if match(text)] == matching


@pytest.mark.parametrize("pattern", ["208", "", "[甲]", "a.c"])
def test_without_wildcards_there_is_nothing_to_match(pattern: str):
    assert wildcards(pattern) is None

"""Texts in formulas: quoted, and in the form in which they are compared."""

from __future__ import annotations

import pytest
from relation.places_on_paper import comparable as in_full

from jixiao.relation.places import code_in, comparable, quoted


def test_quotes_inside_a_text_are_doubled():
    assert quoted('甲"乙') == '"甲""乙"'


@pytest.mark.parametrize("text", ['"208*"', '"??"', '"甲乙"', '""', '"A1"'])
def test_what_looks_the_same_in_every_width_and_case_is_left_as_it_is(text: str):
    assert comparable(text) == text


@pytest.mark.parametrize("text", ['"甲 乙"', '"a"', '" 甲"', '"甲 "', '"（甲）"', "A1", "T(甲)", "208"])
def test_all_else_loses_blanks_width_and_case(text: str):
    assert comparable(text) == in_full(text)


def test_a_code_is_digits_and_nothing_else():
    bare = 'TRIM(SUBSTITUTE(ASC(A1&""),"　"," "))'
    assert code_in('A1&""') == f'IF({bare}="","",IF(TEXT({bare}+0,REPT("0",LEN({bare})))={bare},{bare},NA()))'

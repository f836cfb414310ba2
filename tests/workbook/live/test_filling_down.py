"""Filling a formula down moves what Excel would move, and nothing that only looks like an address."""

import pytest

from jixiao.workbook.live.filling_down import FilledDown


@pytest.mark.parametrize(
    ("first", "third"),
    [
        ("E3=0", "E5=0"),
        ("'底 稿'!E3&AB12", "'底 稿'!E5&AB14"),
        ("COUNTA('表'!A39:I39)", "COUNTA('表'!A41:I41)"),
        ("SUM('表'!$C$6:$C$65)+C6", "SUM('表'!$C$6:$C$65)+C8"),
        ("C$6+$C6", "C$6+$C6"),
        ("社保基金_2.支出合计+式样1.表.编码", "社保基金_2.支出合计+式样1.表.编码"),
        ('IF(A1="A1","说""B2""",LOG10(A1))', 'IF(A3="A1","说""B2""",LOG10(A3))'),
        ("ROUND(X.A1+表A1,2)", "ROUND(X.A1+表A1,2)"),
        ("", ""),
    ],
)
def test_addresses_move_and_names_texts_and_fixed_ones_stay(first: str, third: str):
    formula = FilledDown(first)
    assert formula.at(0) == first
    assert formula.at(2) == third

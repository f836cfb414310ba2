"""Amounts as tables write them: what is one, what it comes to, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jixiao.documents.cells import SourceCell
from jixiao.importing.amounts import Amount, amount_in, looks_like_number

UNITS = ("元", "万元")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,234.50", "1234.50", ""),
        ("-3.20", "-3.20", ""),
        ("（3.20）", "-3.20", ""),
        ("12.5万元", "12.5", "万元"),
        ("—", "0", ""),
        ("20,836,6\n04.14", "20836604.14", ""),
        ("556,670.0\n3", "556670.03", ""),
        ("-663,28\n4.09", "-663284.09", ""),
        ("20836\n04.14", "2083604.14", ""),
    ],
)
def test_a_text_is_read_as_the_amount_it_writes(text: str, value: str, unit: str):
    assert amount_in(SourceCell(text), UNITS) == Amount(Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["见附件", "12人", "95%", "2024年", "1,234\n567.89", "1234\n56.78", "3.1\n4", "12\n3,456.78"]
)
def test_what_is_no_money_is_no_amount(text: str):
    assert amount_in(SourceCell(text), UNITS) is None


def test_a_number_of_the_file_counts_before_its_text_and_trouble_before_both():
    assert amount_in(SourceCell("1.2", Decimal("1.23")), UNITS) == Amount(Decimal("1.23"))
    assert amount_in(SourceCell("1.2", Decimal("1.23"), "算式有错"), UNITS) is None


def test_where_an_amount_stands_makes_no_difference_to_what_it_is():
    assert Amount(Decimal(1), place=("a.pdf", "第1页", "A1")) == Amount(Decimal(1))


@pytest.mark.parametrize(("text", "missed"), [("95%", True), ("0.00", True), ("—", False), ("12人", False)])
def test_only_a_figure_would_be_missed(text: str, missed: bool):
    assert looks_like_number(SourceCell(text), UNITS) is missed

"""Numbers in running text: where they stand, what they are worth, which are figures, which unit follows."""

from __future__ import annotations

from decimal import Decimal

import pytest
from report.small import STYLE

from jixiao.report.language.style import FigureWords
from jixiao.report.proof.numbers import Figures, TextNumber, numbers_in

FIGURES = Figures(STYLE.figures)


def texts(text: str) -> list[str]:
    return [number.text for number in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("共3人，5万元", ["3", "5"]),
        ("1,234,567.80元", ["1,234,567.80"]),
        ("1,2345元", ["1", "2345"]),
        ("-7和−8和－9", ["-7", "−8", "－9"]),
        ("2021-2023", ["2021", "2023"]),
        ("A-1", ["1"]),
        ("50%-60%", ["50%", "60%"]),
        ("3 %，４％，5‰", ["3 %", "４％", "5‰"]),
        ("没有", []),
    ],
)
def test_every_number_is_seen_as_it_is_written(text: str, numbers: list[str]):
    assert texts(text) == numbers


def test_a_number_knows_where_it_stands():
    [number] = numbers_in("共计31人")
    assert number == TextNumber(2, 4, "31")


@pytest.mark.parametrize(
    ("text", "value", "rate"),
    [
        ("31", "31", False),
        ("-31.50", "-31.50", False),
        ("1,234.5", "1234.5", False),
        ("－３１", "-31", False),
        ("1.3%", "0.013", True),
        ("1.3 ％", "0.013", True),
        ("5‰", "0.005", True),
    ],
)
def test_a_number_is_worth_what_it_says(text: str, value: str, rate: bool):
    number = TextNumber(0, len(text), text)
    assert (str(number.value), number.rate) == (value, rate)


@pytest.mark.parametrize(
    ("start", "end", "touches"), [(0, 2, False), (0, 3, True), (3, 4, True), (4, 9, True), (5, 9, False)]
)
def test_stretches_touch_where_they_share_a_character(start: int, end: int, touches: bool):
    assert TextNumber(2, 5, "123").touches(start, end) is touches


def test_dates_and_document_numbers_are_no_figures():
    said = [number.text for number in FIGURES.figures_in("2022年度支出5万元，见财预〔2020〕10号，共3人")]
    assert said == ["5", "3"]
    assert FIGURES.others("共3人") == []
    assert FIGURES.others("2022年度")[0] == (0, 6)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("万元。", "万元"),
        (" 亿元", "亿元"),
        ("元", "元"),
        ("千元", "千元"),
        ("人", ""),
        ("，5元", ""),
        ("", ""),
    ],
)
def test_the_unit_of_money_behind_a_number(text: str, unit: str):
    assert FIGURES.unit_at(f"共5{text}", 2) == unit


def test_a_unit_far_behind_a_number_is_not_its_own():
    assert FIGURES.unit_at("5      万元", 1) == "万元"
    assert FIGURES.unit_at("5        万元", 1) == ""


def test_of_units_that_begin_alike_the_longest_is_read():
    words = FigureWords(
        units={"万": Decimal(1), "万元": Decimal(1), "元": Decimal(1)}, no_amounts=(), no_figures=("x",)
    )
    assert Figures(words).unit_at("5万元", 1) == "万元"
    assert Figures(words).unit_at("5万人", 1) == "万"

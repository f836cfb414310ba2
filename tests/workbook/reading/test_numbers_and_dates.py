"""Numbers and dates as people write them."""

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.workbook.reading.numbers_and_dates import (
    date_from_serial,
    date_from_text,
    number_from_stored,
    number_from_text,
)

AMOUNTS = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("346.08", "346.08"),
        ("３４６．０８", "346.08"),
        ("346。08", "346.08"),
        (" 346 . 08 ", "346.08"),
        ("346.08\u3000", "346.08"),
        ("\u00a0346.08", "346.08"),
        ("346.08\u200b", "346.08"),
        ("1,234,567.80", "1234567.80"),
        ("１，２３４，５６７．８０", "1234567.80"),
        ("￥1,000", "1000"),
        ("¥-5", "-5"),
        ("-346.08", "-346.08"),
        ("－346.08", "-346.08"),
        ("\u2212346.08", "-346.08"),
        ("(1,471.00)", "-1471.00"),
        ("（1471）", "-1471"),
        ("(-1471)", "-1471"),
        ("-(12.00)", "-12.00"),
        ("\u2212（12）", "-12"),
        ("△12.00", "-12.00"),
        ("▲ 12", "-12"),
        ("¥△12", "-12"),
        ("+5", "5"),
        (".5", "0.5"),
        ("5.", "5"),
        ("1.2E+3", "1200"),
        ("3e-2", "0.03"),
        ("12 345.67", "12345.67"),
        ("1\u00a0234\u00a0567", "1234567"),
        ("１２\u3000３４５ 元", "12345"),
    ],
)
def test_a_number_is_understood(text, value):
    assert number_from_text(text).value == Decimal(value)


@pytest.mark.parametrize("text", ["1200①", "①1200", "1200²", "1200 ⑿", "1200⒈", "1200❶", "1200㈠"])
def test_the_mark_of_a_footnote_is_no_digit(text):
    assert number_from_text(text).value == 1200


def test_square_metres_are_no_mark():
    assert number_from_text("120m²").unit == "m2"


@pytest.mark.parametrize("text", ["-", "--", "—", "——", "－", "/", "无", " 无 ", "零", "〇"])
def test_a_dash_or_a_word_for_nothing_is_zero(text):
    assert number_from_text(text).value == 0


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("346.08元", "元"),
        ("346.08 万元", "万元"),
        ("346.08万", "万"),
        ("27人", "人"),
        ("95%", "%"),
        ("95％", "%"),
        ("120㎡", "m2"),
    ],
)
def test_the_unit_behind_a_number_is_kept_apart(text, unit):
    assert number_from_text(text).unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "",
        "约346",
        "346.08.1",
        "1,23",
        "1234,567",
        "1,2345,6789",
        "12 345,67",
        "1200 2",
        "12 345 67",
        "1 2",
        "12,345 678",
        "0.12 345",
        "(346.08",
        "346.08)",
        "3/4",
        "10-20",
        "见附表",
        "N/A",
        "1e999",
        "三百",
        "①",
        "12②00",
        "3½",
        "-(-12)",
        "△-12",
    ],
)
def test_what_is_ambiguous_or_no_number_is_not_guessed(text):
    assert number_from_text(text) is None


@given(st.text() | st.text(alphabet="0123456789.,()-+eE%元万，。 　—￥"))
def test_no_text_makes_the_reading_of_numbers_fail(text):
    number = number_from_text(text)
    assert number is None or number.value.is_finite()


@given(AMOUNTS)
def test_an_amount_with_thousands_separators_comes_back_exactly(amount):
    assert number_from_text(f"{amount:,.2f}").value == amount


@given(AMOUNTS)
def test_an_amount_in_full_width_digits_comes_back_exactly(amount):
    wide = "".join(chr(ord(character) + 0xFEE0) for character in f"{amount:.2f}")
    assert unicodedata.east_asian_width(wide[-1]) == "F"
    assert number_from_text(wide).value == amount


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        ("346.07999999999998", "346.08"),
        ("0.28999999999999998", "0.29"),
        ("1E-2", "0.01"),
        ("100", "100"),
        (" 1. ", "1"),
        ("+.5e+1", "5"),
    ],
)
def test_binary_noise_of_a_stored_number_is_taken_off(stored, value):
    assert number_from_stored(stored) == Decimal(value)


@given(AMOUNTS)
def test_an_amount_stored_as_binary_comes_back_exactly(amount):
    assert number_from_stored(repr(float(amount))) == amount
    assert number_from_stored(f"{float(amount):.17g}") == amount


@pytest.mark.parametrize(
    "stored",
    ["NaN", "INF", "-inf", "", "abc", "3_46.08", "٣٤٦", "３４６", "0x15A", "1e400", "9" * 99_999 + "x"],
)
def test_what_is_no_finite_number_is_refused(stored):
    with pytest.raises(ValueError):  # noqa: PT011 - the message is Python's own
        number_from_stored(stored)


@pytest.mark.parametrize(
    "text",
    [
        "2023年5月10日",
        "2023-5-10",
        "2023/05/10",
        "2023.5.10",
        "20230510",
        "２０２３年５月１０日",
        "2023 年 5 月 10 日",
        "2023-05-10 00:00:00",
        "2023-05-10T00:00:00",
    ],
)
def test_a_date_is_understood_in_every_common_spelling(text):
    assert date_from_text(text) == date(2023, 5, 10)


def test_a_time_of_day_does_not_change_the_day():
    assert date_from_text("2023-5-1 08:30:00") == date(2023, 5, 1)


@pytest.mark.parametrize(
    "text", ["", "2023-13-01", "2023-2-30", "2023年5月", "二〇二三年五月十日", "5月10日", "0000-1-1"]
)
def test_what_is_no_date_is_not_guessed(text):
    assert date_from_text(text) is None


@given(st.text() | st.text(alphabet="0123456789-/.年月日 T:"))
def test_no_text_makes_the_reading_of_dates_fail(text):
    assert isinstance(date_from_text(text), date | None)


def test_a_serial_counts_from_1900_or_from_1904():
    assert date_from_serial(Decimal(45056), epoch_1904=False) == date(2023, 5, 10)
    assert date_from_serial(Decimal(43594), epoch_1904=True) == date(2023, 5, 10)


def test_a_serial_with_a_time_of_day_is_that_day():
    assert date_from_serial(Decimal("45056.99"), epoch_1904=False) == date(2023, 5, 10)


@pytest.mark.parametrize("serial", ["0", "2023.5", "2023", "20230510", "-1"])
def test_a_small_or_huge_number_is_no_date(serial):
    assert date_from_serial(Decimal(serial), epoch_1904=False) is None

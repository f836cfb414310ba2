"""Which styles show a number of days as a date, or a ratio in per cent."""

import time

import pytest
from workbook.books import package_of, sample, with_members

from jixiao.workbook.file.date_styles import STYLES, date_styles, percent_styles
from jixiao.workbook.file.rounded_styles import decimals_shown

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def styles(number: int | str, code: str) -> bytes:
    formats = f'<numFmts><numFmt numFmtId="{number}" formatCode="{code}"/></numFmts>' if code else ""
    xml = f'<styleSheet {MAIN}>{formats}<cellXfs><xf numFmtId="{number}"/></cellXfs></styleSheet>'
    return with_members(sample(), {STYLES: xml.encode()})


def is_date(number: int | str, code: str = "") -> bool:
    return date_styles(package_of(styles(number, code))) == {"0"}


def is_percent(number: int | str, code: str = "") -> bool:
    return percent_styles(package_of(styles(number, code))) == {"0"}


@pytest.mark.parametrize("number", [14, 22, 31, 57])
def test_formats_of_dates_are_known_by_number(number):
    assert is_date(number)


@pytest.mark.parametrize("number", [0, 1, 4, 10, 49, "9" * 5000])
def test_formats_of_numbers_and_texts_are_none(number):
    assert not is_date(number)


@pytest.mark.parametrize("code", ["yyyy-m-d", "yyyy&quot;年&quot;m&quot;月&quot;", "[$-804]e/m/d;@"])
def test_a_format_with_days_or_years_is_one_of_dates(code):
    assert is_date(176, code)


@pytest.mark.parametrize("code", ["#,##0.00", "0.00E+00", "[Red]0.00", "0&quot;day&quot;", "General", "@"])
def test_letters_in_quotes_and_colours_make_no_date(code):
    assert not is_date(176, code)


def test_a_workbook_without_styles_has_no_dates():
    assert date_styles(package_of(with_members(sample(), {STYLES: None}))) == frozenset()


@pytest.mark.parametrize(("number", "code"), [(9, ""), (10, ""), (176, "0.0%"), (176, "[Red]#,##0.00%;-0%")])
def test_formats_in_per_cent_are_known(number, code):
    assert is_percent(number, code)


@pytest.mark.parametrize(("number", "code"), [(0, ""), (14, ""), (176, "0.00&quot;%&quot;"), (176, "0")])
def test_a_sign_in_quotes_makes_no_percentage(number, code):
    assert not is_percent(number, code)


@pytest.mark.parametrize("code", ["[" * 200_000, "&quot;" * 100_001, "\\" * 100_001, "0_" * 100_000])
def test_a_format_without_end_is_looked_at_in_a_moment(code):
    begun = time.process_time()
    package = package_of(styles(164, code))
    assert (date_styles(package), dict(decimals_shown(package))) == (frozenset(), {})
    assert time.process_time() - begun < 3  # it takes a tenth, and took a minute

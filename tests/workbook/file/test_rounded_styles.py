"""With how many decimals the styles of a workbook show a number."""

import pytest
from workbook.books import package_of, sample, with_members
from workbook.file.test_date_styles import styles

from jixiao.workbook.file.date_styles import STYLES
from jixiao.workbook.file.rounded_styles import decimals_shown


def decimals(number: int, code: str = "") -> int | None:
    return decimals_shown(package_of(styles(number, code))).get("0")


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (1, "", 0),
        (4, "", 2),
        (176, "0", 0),
        (176, "#,##0.00", 2),
        (176, "[Red]0.0_);(0.0)", 1),
        (176, "0&quot;分&quot;", 0),
    ],
)
def test_a_format_with_fixed_decimals_says_how_many(number: int, code: str, shown: int):
    assert decimals(number, code) == shown


@pytest.mark.parametrize(("number", "code"), [(0, ""), (14, ""), (176, "General"), (176, "0.##"), (176, "@")])
def test_any_other_format_shows_what_is_there(number: int, code: str):
    assert decimals(number, code) is None


def test_a_workbook_without_styles_rounds_nothing():
    assert decimals_shown(package_of(with_members(sample(), {STYLES: None}))) == {}

"""report.toml as typed data: number style, words of the phrases, and the names that template authors use."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from jixiao.pack.loading import read_toml
from jixiao.pack.schema import Strict

STYLE_FILE = "report.toml"

NumberStyle = Literal["plain", "fixed2", "strip"]


class ChangeWords(Strict, kw_only=True):
    """The parts of a sentence that compares a figure with last year's."""

    equal: str
    increase: str
    decrease: str
    rate_up: str
    rate_down: str
    no_base: str
    reason: str
    typed_reason: str  # regular expression


class ListingWords(Strict, kw_only=True):
    figures: str
    names: str


class ScorecardNames(Strict, kw_only=True):
    """Names under the score table that the form's columns do not give."""

    rows: str
    deducted: str
    lost: str
    name: str
    maximum: str
    framework: str
    complete: str


class FilterNames(Strict, kw_only=True):
    """Method of Phrases -> filter of the template."""

    amount: str
    percent: str
    listing: str
    digits: str
    clause: str
    ordinal: str
    unnumbered: str
    date: str
    merged: str
    count: str


class FunctionNames(Strict, kw_only=True):
    change: str


class TestNames(Strict, kw_only=True):
    empty: str
    unfilled: str


class FlagNames(Strict, kw_only=True):
    draft: str


class ReportStyle(Strict, kw_only=True):
    unit: str
    number_style: NumberStyle
    date: str
    blank_date: str
    no_value: str
    unreadable: str
    sentence_ends: str
    numerals: str
    headings: tuple[str, str, str, str]
    typed_number: str  # regular expression
    change: ChangeWords
    listing: ListingWords
    filters: FilterNames
    functions: FunctionNames
    tests: TestNames
    flags: FlagNames
    scorecard: ScorecardNames


def load_style(folder: Path) -> ReportStyle:
    """Read report.toml beside the templates of a pack. Raises PackError."""
    return read_toml(folder / STYLE_FILE, ReportStyle)

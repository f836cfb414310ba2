"""What stands behind a tag: figures and dates that print themselves, text that is only text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from jixiao.model.fact import Fact, Kind
from jixiao.model.figures import percent, plain, round_half_up
from jixiao.report.style import NumberStyle, ReportStyle

# Not allowed in XML, or without meaning in a document; U+FDD0 is our own mark, see `merged`.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

Numeric: TypeAlias = "Figure | Decimal | int | float"


@dataclass(frozen=True, slots=True)
class Numerals:
    """How this report writes numbers."""

    style: NumberStyle
    unit: str
    factor: Decimal  # 元 in one unit

    def text(self, number: Decimal, kind: Kind) -> str:
        if kind is Kind.AMOUNT:
            return self.amount(number)
        if kind is Kind.PERCENT:
            return percent(number)
        return plain(round_half_up(number))

    def amount(self, number: Decimal) -> str:
        """An amount in 元 as digits in the unit of the report."""
        rounded = self.rounded(number)
        if self.style == "fixed2":
            return f"{rounded:f}"
        if self.style == "strip" or rounded == rounded.to_integral_value():
            return plain(rounded)
        return f"{rounded:f}"

    def rounded(self, number: Decimal) -> Decimal:
        """The amount as printed: a reader's own sums start from it."""
        return round_half_up(number / self.factor) + 0  # + 0: there is no -0.00


def numerals_of(style: ReportStyle, factors: dict[str, Decimal]) -> Numerals:
    """The numerals of a style; `factors` are the units of the form."""
    return Numerals(style.number_style, style.unit, factors[style.unit])


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A number of the report: prints itself by its kind, compares and adds by its value."""

    number: Decimal
    kind: Kind
    numerals: Numerals
    fact: Fact | None = None
    instead: str = ""  # printed where there is no number to print

    def __str__(self) -> str:
        return self.instead or self.numerals.text(self.number, self.kind)

    def __bool__(self) -> bool:
        return self.number != 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Figure | Decimal | int | float) and self.number == number_of(other)

    def __hash__(self) -> int:
        return hash(self.number)

    def __lt__(self, other: Numeric) -> bool:
        return self.number < number_of(other)

    def __le__(self, other: Numeric) -> bool:
        return self.number <= number_of(other)

    def __gt__(self, other: Numeric) -> bool:
        return self.number > number_of(other)

    def __ge__(self, other: Numeric) -> bool:
        return self.number >= number_of(other)

    def __add__(self, other: Numeric) -> Figure:
        return self.like(self.number + number_of(other), other)

    __radd__ = __add__

    def __sub__(self, other: Numeric) -> Figure:
        return self.like(self.number - number_of(other), other)

    def __neg__(self) -> Figure:
        return self.like(-self.number)

    def __abs__(self) -> Figure:
        return self.like(abs(self.number))

    def __truediv__(self, other: Numeric) -> Decimal:
        return self.number / number_of(other)

    def like(self, number: Decimal, other: Numeric = 0) -> Figure:
        """The result of arithmetic; it cannot be printed if a part of it cannot."""
        instead = self.instead or (other.instead if isinstance(other, Figure) else "")
        return Figure(number, self.kind, self.numerals, instead=instead)


def number_of(value: Numeric) -> Decimal:
    """The value as a Decimal; a float can only be a literal of the template."""
    if isinstance(value, Figure):
        return value.number
    return Decimal(str(value)) if isinstance(value, float) else Decimal(value)


@dataclass(frozen=True, slots=True)
class Day:
    """A date that prints itself as the style says."""

    day: date
    pattern: str

    def __str__(self) -> str:
        return self.pattern.format(year=self.day.year, month=self.day.month, day=self.day.day)


def value_of(fact: Fact, style: ReportStyle, numerals: Numerals) -> Figure | Day | str:
    """A fact as templates see it. Blank amounts and counts print 0; what cannot be read says so."""
    if not fact.state.readable:
        return Figure(fact.number, fact.kind, numerals, fact, style.unreadable)
    if fact.kind.numeric:
        zero_prints = fact.filled or fact.kind not in (Kind.PERCENT, Kind.YEAR)
        return Figure(fact.number, fact.kind, numerals, fact, "" if zero_prints else style.no_value)
    if isinstance(fact.value, date):
        return Day(fact.value, style.date)
    return paragraph_text(fact.text) if fact.kind is Kind.PARAGRAPH else clean_text(fact.text)


def clean_text(text: str) -> str:
    """Text as typed, without what XML cannot carry."""
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def paragraph_text(text: str) -> str:
    """Text whose lines become paragraphs: the indent that people type with spaces is the style's business."""
    return "\n".join(line.strip() for line in clean_text(text).split("\n")).strip("\n")

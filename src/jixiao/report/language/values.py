"""What stands behind a tag: figures and dates that print themselves, text that is only text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeAlias

import msgspec
from msgspec.structs import replace

from jixiao.model.fact import Fact, Kind, State
from jixiao.model.figures import percent, plain, round_half_up
from jixiao.report.language.derived import DIFFERENCE, NEGATIVE, PRODUCT, QUOTIENT, SIZE, SUM, Derived, alters
from jixiao.report.language.marks import escaped, marked
from jixiao.report.language.style import NumberStyle, ReportStyle
from jixiao.report.language.texts import SourcedText

# Not allowed in XML, or without meaning in a document; U+FDD0 to U+FDEF are our own, see `marks`.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

Numeric: TypeAlias = "Figure | Decimal | int | float"


class Numerals(msgspec.Struct, frozen=True):
    """How this report writes numbers."""

    style: NumberStyle
    unit: str
    factor: Decimal  # 元 in one unit
    separators: bool
    whole: bool = True  # every amount of the workbook is a whole number of units
    even_rates: bool = False  # two decimals in every rate

    @property
    def in_tables(self) -> Numerals:
        """The amounts of tables have one number of decimals: two, where not all amounts are whole."""
        return self if self.whole or self.style != "plain" else replace(self, style="fixed2")

    def text(self, number: Decimal, kind: Kind) -> str:
        if kind is Kind.AMOUNT:
            return self.amount(number)
        if kind is Kind.PERCENT:
            return f"{round_half_up(number * 100):f}%" if self.even_rates else percent(number)
        digits = plain(round_half_up(number))
        return digits if kind is Kind.YEAR else self._separated(digits)

    def amount(self, number: Decimal) -> str:
        """An amount in 元 as digits in the unit of the report."""
        rounded = self.rounded(number)
        whole = self.style == "plain" and rounded == rounded.to_integral_value()
        return self._separated(plain(rounded) if whole or self.style == "strip" else f"{rounded:f}")

    def _separated(self, digits: str) -> str:
        return f"{Decimal(digits):,f}" if self.separators else digits

    def rounded(self, number: Decimal) -> Decimal:
        """The amount as printed: a reader's own sums start from it."""
        return round_half_up(number / self.factor) + 0  # + 0: there is no -0.00


def numerals_of(style: ReportStyle, factors: dict[str, Decimal], facts: Iterable[Fact] = ()) -> Numerals:
    """The numerals of a style, for a workbook of these facts; `factors` are the units of the form."""
    numerals = Numerals(style.number_style, style.unit, factors[style.unit], style.separators)
    amounts = (numerals.rounded(fact.number) for fact in facts if fact.filled and fact.kind is Kind.AMOUNT)
    return replace(numerals, whole=all(amount == amount.to_integral_value() for amount in amounts))


class Figure(msgspec.Struct, frozen=True, eq=False):
    """A number of the report: prints itself by its kind, compares and adds by its value.

    A Struct, for a report makes hundreds, and a frozen dataclass takes many times as long to make.
    """

    number: Decimal
    kind: Kind
    numerals: Numerals
    fact: Fact | None = None
    instead: str = ""  # printed where there is no number to print
    derived: Derived | None = None  # where it comes from if it is no fact
    unsaid: str = ""  # printed of a blank cell that counts as zero: that there is none, nobody has said

    def __str__(self) -> str:
        return self.unknown or self.numerals.text(self.number, self.kind)

    @property
    def unknown(self) -> str:
        """What is printed where there is no number to print; empty where there is one."""
        return self.instead or self.unsaid

    def __html__(self) -> str:
        return escaped(self.instead) if self.instead and not self.blanks else marked(self, str(self))

    def __bool__(self) -> bool:
        return self.number != 0

    def __eq__(self, other: object) -> bool:
        known = not (self.blanks or (isinstance(other, Figure) and other.blanks))
        return known and isinstance(other, Figure | Decimal | int | float) and self.number == number_of(other)

    def __ne__(self, other: object) -> bool:
        return not self == other  # a Struct's own goes by identity

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
        return self.like(self.number + number_of(other), SUM, self, other)

    def __radd__(self, other: Numeric) -> Figure:
        return self.like(number_of(other) + self.number, SUM, other, self)

    def __sub__(self, other: Numeric) -> Figure:
        return self.like(self.number - number_of(other), DIFFERENCE, self, other)

    def __mul__(self, other: Numeric) -> Figure:
        return self.like(self.number * number_of(other), PRODUCT, self, other)

    __rmul__ = __mul__

    def __truediv__(self, other: Numeric) -> Figure:
        return self.like(self.number / number_of(other), QUOTIENT, self, other)

    def __neg__(self) -> Figure:
        return self.like(-self.number, NEGATIVE, self)

    def __abs__(self) -> Figure:
        return self.like(abs(self.number), SIZE, self)

    def like(self, number: Decimal, working: str, *parts: Numeric) -> Figure:
        """The result of arithmetic; it cannot be printed if a part of it cannot."""
        kinds = [part.kind for part in parts if isinstance(part, Figure)]
        ratio = working == QUOTIENT and len(kinds) == 2
        kind = Kind.NUMBER if ratio else Kind.AMOUNT if Kind.AMOUNT in kinds else self.kind
        instead = next((part.instead for part in parts if isinstance(part, Figure) and part.instead), "")
        return Figure(number, kind, self.numerals, instead=instead, derived=Derived(working, parts))

    @property
    def blanks(self) -> tuple[Fact, ...]:
        """The cells behind it that nobody has filled in: what it comes to is not known."""
        if self.fact is not None:
            return (self.fact,) if self.fact.state is State.BLANK else ()
        parts = self.derived.parts if self.derived else ()
        return tuple(fact for part in parts if isinstance(part, Figure) for fact in part.blanks)

    @property
    def absent(self) -> bool:
        """True if there cannot be such a figure: last year's of a unit that did not exist."""
        if self.fact is not None:
            return self.fact.state is State.ABSENT
        parts = self.derived.parts if self.derived else ()
        return any(isinstance(part, Figure) and part.absent for part in parts)

    @property
    def altered(self) -> bool:
        """True if a number typed in the template made another figure of it."""
        if self.derived is None:
            return False
        working, parts = self.derived.working, self.derived.parts
        return any(
            part.altered if isinstance(part, Figure) else alters(number_of(part), working)  # type: ignore[arg-type]
            for part in parts
        )


def added_up(figures: Sequence[Figure]) -> Figure:
    """The sum of one figure or more."""
    working = " + ".join(["{}"] * len(figures))
    return figures[0].like(sum((one.number for one in figures), Decimal(0)), working, *figures)


def number_of(value: Numeric) -> Decimal:
    """The value as a Decimal; a float can only be a literal of the template."""
    if isinstance(value, Figure):
        return value.number
    return Decimal(str(value)) if isinstance(value, float) else Decimal(value)


class Day(msgspec.Struct, frozen=True):
    """A date that prints itself as the style says."""

    day: date
    pattern: str
    fact: Fact | None = None

    def __html__(self) -> str:
        return marked(self, str(self))

    def __str__(self) -> str:
        return self.pattern.format(year=self.day.year, month=self.day.month, day=self.day.day)


def value_of(
    fact: Fact, style: ReportStyle, numerals: Numerals, *, optional: bool = False
) -> Figure | Day | str:
    """A fact as templates see it. What is not filled in, or cannot be read, says so.

    What cannot be read stays of its kind: a phrase for text gets text, one for figures a figure.
    A blank cell that is `optional` is as good as a zero in a sum; printed itself it is a blank like others.
    """
    if fact.kind.numeric and not fact.state.readable:
        return Figure(fact.number, fact.kind, numerals, fact, style.unreadable)
    if not fact.state.readable:
        return SourcedText(style.unreadable, fact)
    if fact.kind.numeric:
        instead = "" if fact.filled else _instead(fact, style)
        if optional:
            return Figure(fact.number, fact.kind, numerals, fact, unsaid=instead)
        return Figure(fact.number, fact.kind, numerals, fact, instead)
    if isinstance(fact.value, date):
        return Day(fact.value, style.date, fact)
    text = paragraph_text(fact.text) if fact.kind is Kind.PARAGRAPH else clean_text(fact.text)
    return SourcedText(text, fact)


def _instead(fact: Fact, style: ReportStyle) -> str:
    """What stands for a figure that is not filled in: a rate has none; what does not exist is 0.

    A figure that there cannot be is a dash.
    """
    if fact.kind is Kind.PERCENT or fact.state is State.ABSENT:
        return style.no_value
    return style.unfilled if fact.state is State.BLANK else ""


def clean_text(text: str) -> str:
    """Text as typed, without what XML cannot carry."""
    if text.isprintable():
        return text
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def paragraph_text(text: str) -> str:
    """Text whose lines become paragraphs; indents and empty lines are the style's business."""
    return "\n".join(filter(None, (line.strip() for line in clean_text(text).split("\n"))))

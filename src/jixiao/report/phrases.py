"""Phrases for template authors: filters, functions and tests, under the names that report.toml gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from jixiao.model.fact import Kind, State
from jixiao.model.figures import percent
from jixiao.report.errors import BadExpression
from jixiao.report.scope import Scope, leaves
from jixiao.report.style import ReportStyle
from jixiao.report.values import Day, Figure, Numerals, Numeric, number_of

MERGE = "\ufdd0"  # in front of a cell's text: merge with an equal cell above; `finishing` takes it away

Rows = Sequence[Scope]


class Phrases:
    """Everything a template can do with a value; each method's docstring is for the template's author."""

    def __init__(self, style: ReportStyle, numerals: Numerals) -> None:
        self.style = style
        self.numerals = numerals

    # filters

    def amount(self, value: Figure) -> str:
        """An amount with its unit: 346.08万元."""
        return f"{value}{self.numerals.unit}"

    def percent(self, value: Numeric) -> str:
        """A ratio in per cent, at most two decimals: 106.96%."""
        instead = value.instead if isinstance(value, Figure) else ""
        return instead or percent(number_of(value))

    def listing(self, rows: Rows, name: str, figure: str = "", separator: str = "") -> str:
        """The rows one after the other: each name with its figure, or the names alone."""
        if not figure:
            return (separator or self.style.listing.names).join(str(row.get(name)) for row in rows)
        items = (f"{row.get(name)}{self._with_unit(row.get(figure))}" for row in rows)
        return (separator or self.style.listing.figures).join(items)

    def digits(self, rows: Rows, column: str, count: int) -> list[Scope]:
        """The rows whose code has that many digits: 3 is 类, 5 is 款, 7 is 项."""
        return [row for row in rows if len(str(row.get(column))) == count]

    def clause(self, text: str) -> str:
        """Text without the punctuation at its end, to be used inside a sentence."""
        return text.strip().rstrip(self.style.sentence_ends)

    def ordinal(self, number: int, level: int = 3) -> str:
        """The number of an item: 一、 （一） 1. （1） by level 1 to 4."""
        if not 1 <= level <= len(self.style.headings):
            raise BadExpression(f"编号只有第1到第{len(self.style.headings)}级")
        numeral = chinese_numeral(number, self.style.numerals)
        return self.style.headings[level - 1].format(numeral=numeral, number=number)

    def unnumbered(self, text: str) -> str:
        """Text without a number that somebody typed in front of it."""
        return re.sub(f"^{self.style.typed_number}", "", text)

    def date(self, value: Day | str) -> str:
        """A date, or the space to write one by hand if none is given."""
        return str(value) or self.style.blank_date

    def merged(self, value: object) -> str:
        """For a table cell: merge it with the cell above if both say the same."""
        return f"{MERGE}{value}"

    def count(self, rows: Rows) -> int:
        """How many rows there are."""
        return len(rows)

    # functions

    def change(self, current: Figure, base: Figure, reason: str = "") -> str:
        """This year against last year: amount, rate and reason, by the figures as printed.

        No rate from a base of zero or less, or down to less than zero; no amount, rate or reason where both
        print alike.
        """
        words = self.style.change
        if current.instead or base.instead:
            return self.style.unreadable
        now, before = self.numerals.rounded(current.number), self.numerals.rounded(base.number)
        if now == before:
            return words.equal
        pattern = words.increase if now > before else words.decrease
        difference = Figure(abs(now - before) * self.numerals.factor, Kind.AMOUNT, self.numerals)
        said = pattern.format(amount=self.amount(difference)) + self._rate(now, before)
        given = self.clause(re.sub(f"^{words.typed_reason}", "", reason))
        return said + (words.reason.format(reason=given) if given else "")

    def _rate(self, now: Decimal, before: Decimal) -> str:
        words = self.style.change
        if before <= 0 or now < 0:
            return words.no_base
        rate = percent(abs(now - before) / before)
        if rate == percent(Decimal(0)):
            return ""
        return (words.rate_up if now > before else words.rate_down).format(rate=rate)

    # tests

    def empty(self, value: object) -> bool:
        """True if there is nothing to tell: nothing filled in, or only zeros."""
        return not any(leaf or _unreadable(leaf) for leaf in leaves(value))

    def unfilled(self, value: object) -> bool:
        """True if nobody has typed anything; a zero is something."""
        return all(_blank(leaf) for leaf in leaves(value))

    def _with_unit(self, value: object) -> str:
        return self.amount(value) if isinstance(value, Figure) and value.kind is Kind.AMOUNT else str(value)


def chinese_numeral(number: int, numerals: str) -> str:
    """1 to 99 in Chinese, by the eleven characters from zero to ten; digits beyond."""
    if not 0 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if tens == 0:
        return numerals[ones]
    return (numerals[tens] if tens > 1 else "") + numerals[10] + (numerals[ones] if ones else "")


def _unreadable(value: object) -> bool:
    return isinstance(value, Figure) and value.fact is not None and not value.fact.state.readable


def _blank(value: object) -> bool:
    if isinstance(value, Figure):
        return value.fact is not None and value.fact.state is State.BLANK
    return not value

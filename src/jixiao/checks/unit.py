"""The unit of a workbook, 元 or 万元: figures as its sentences show them."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jixiao.model.fact import Kind
from jixiao.model.figures import in_unit, percent, plain, readable, round_half_up
from jixiao.relation.quantity import Result

ABOUT = "约"
MOST_DECIMALS = Decimal("0.000001")  # of a quotient; nobody reads more, and nobody types more


class Unit(msgspec.Struct, frozen=True):
    """The unit of the workbook in which sentences speak.

    `summed`: its amounts are sums of rounded ones and of exact ones, so that what stands behind two decimals
    means nothing.
    """

    name: str
    factor: Decimal
    summed: bool = False

    def show(self, value: Result | None, kind: Kind) -> str:
        """A figure or text as an accountant reads it, without the unit's name."""
        if value is None or isinstance(value, str):
            return value or ""
        return self.digits(value.value, kind)

    def digits(self, value: Decimal, kind: Kind) -> str:
        if kind is Kind.AMOUNT:
            return in_unit(value, self.factor)
        if kind is Kind.PERCENT:
            return percent(value)
        return plain(round_half_up(value, MOST_DECIMALS))

    def said(self, digits: str, kind: Kind) -> str:
        """The digits as a sentence has them, which are not to be reckoned with."""
        if kind is not Kind.AMOUNT or not digits:
            return digits
        short = format(round_half_up(Decimal(digits)), "f") if self.summed else digits
        if short == digits or not Decimal(short):  # of less than a step all digits are shown
            return readable(digits, self.factor)
        return f"{ABOUT}{readable(short, self.factor)}"

    def full(self, digits: str, kind: Kind) -> str:
        return f"{self.said(digits, kind)}{self.name}" if kind is Kind.AMOUNT else digits

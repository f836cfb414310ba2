"""The unit of a workbook, 元 or 万元: figures as its sentences show them."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jixiao.model.fact import Kind
from jixiao.model.figures import in_unit, percent, plain, readable, round_half_up
from jixiao.relation.quantity import Result

MOST_DECIMALS = Decimal("0.000001")  # of a quotient; nobody reads more, and nobody types more


class Unit(msgspec.Struct, frozen=True):
    """The unit of the workbook in which sentences speak."""

    name: str
    factor: Decimal

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
        return readable(digits, self.factor) if kind is Kind.AMOUNT and digits else digits

    def full(self, digits: str, kind: Kind) -> str:
        return f"{self.said(digits, kind)}{self.name}" if kind is Kind.AMOUNT else digits

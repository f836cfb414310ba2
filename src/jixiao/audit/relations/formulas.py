"""How one figure follows from others: forwards with intervals, backwards for a culprit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from jixiao.relation.quantity import Quantity

_HUNDRED = Quantity.exact(Decimal(100))
_ONE = Quantity.exact(Decimal(1))
_NOTHING = Quantity.exact(Decimal(0))


class FigureFormula(msgspec.Struct, frozen=True):
    """Base: `value` computes the stated figure, `solved` the operand that would make it come out so."""

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        """Raises ZeroDivisionError where there is no value."""
        raise NotImplementedError

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        """What the operand at `index` would have to be. Raises ArithmeticError where nothing would do."""
        raise NotImplementedError


class SignedSum(FigureFormula, frozen=True):
    """Σ sign · operand."""

    signs: tuple[int, ...] = ()

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        value = low = high = Decimal(0)
        for position, operand in enumerate(operands):  # thousands of times: no Quantity for each step
            if self._sign(position) > 0:
                value, low, high = value + operand.value, low + operand.low, high + operand.high
            else:
                value, low, high = value - operand.value, low - operand.high, high - operand.low
        return Quantity(value, low, high)

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        others = sum((self._sign(i) * o for i, o in enumerate(operands) if i != index), Decimal(0))
        return (stated - others) * self._sign(index)

    def _sign(self, position: int) -> int:
        return self.signs[position] if self.signs else 1


class GivenValue(FigureFormula, frozen=True):
    """A value by itself, of no operands: what is written as a product."""

    known: Decimal = Decimal(0)

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        return Quantity.exact(self.known)

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        raise ArithmeticError  # nothing to be solved for


class ShareOf(FigureFormula, frozen=True):
    """100 · part / whole, of part and whole."""

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        return _HUNDRED * operands[0] / operands[1]

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        if index == 0:
            return stated * operands[1] / 100
        return 100 * operands[0] / stated


class GrowthFromCurrent(FigureFormula, frozen=True):
    """100 · change / (current - sign · change), of change and current."""

    sign: int = 1

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        change, current = operands
        # change / (current ∓ change) = 1 / (current / change ∓ 1): each operand once, so the ends are exact
        ratio = current / change
        return _HUNDRED / (ratio - _ONE if self.sign > 0 else ratio + _ONE)

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        change, current = operands
        if index == 0:
            return stated * current / (100 + self.sign * stated)
        return change * (100 + self.sign * stated) / stated


class GrowthOfTwo(FigureFormula, frozen=True):
    """sign · 100 · (current - prior) / prior, of current and prior."""

    sign: int = 1

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        grown = _HUNDRED * (operands[0] / operands[1] - _ONE)
        return grown if self.sign > 0 else -grown

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        factor = 1 + self.sign * stated / 100
        return operands[1] * factor if index == 0 else operands[0] / factor


class GrowthOfSums(FigureFormula, frozen=True):
    """sign · 100 · (current - prior) / prior, both sums of the operands with their signs, 0 for none."""

    sign: int = 1
    current: tuple[int, ...] = ()
    prior: tuple[int, ...] = ()

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        sums = [
            sum(
                (
                    operand if sign > 0 else -operand
                    for operand, sign in zip(operands, signs, strict=True)
                    if sign
                ),
                _NOTHING,
            )
            for signs in (self.current, self.prior)
        ]
        return GrowthOfTwo(self.sign).value(sums)

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        raise ArithmeticError  # too many ways


class ShareOfSum(FigureFormula, frozen=True):
    """100 · first / Σ others, the first being one of them."""

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        total = Quantity.exact(Decimal(0))
        for operand in operands[1:]:
            total = total + operand
        return _HUNDRED * operands[0] / total

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        share, total = stated / 100, sum(operands[1:], Decimal(0))
        if index == 0:
            return share * (total - operands[0]) / (1 - share)
        return operands[0] / share - (total - operands[index])


class ShareOfParts(FigureFormula, frozen=True):
    """100 · Σ parts / whole, the whole being the last."""

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        total = operands[0]
        for operand in operands[1:-1]:
            total = total + operand
        return _HUNDRED * total / operands[-1]

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        parts = sum(operands[:-1], Decimal(0))
        if index == len(operands) - 1:
            return 100 * parts / stated
        return stated * operands[-1] / 100 - (parts - operands[index])


class ShareOfSums(FigureFormula, frozen=True):
    """100 · Σ first `count` / Σ the others, weighed."""

    count: int = 1

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        sums = [Quantity.exact(Decimal(0)), Quantity.exact(Decimal(0))]
        for position, operand in enumerate(operands):
            sums[position >= self.count] = sums[position >= self.count] + operand
        return _HUNDRED * sums[0] / sums[1]

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        raise ArithmeticError  # too many ways


class Quotient(FigureFormula, frozen=True):
    """First over second, which is counted in `unit`: 0.8万亩; `times`: 万元 over people in 元."""

    unit: int = 1
    times: int = 1

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        factor = Quantity.exact(Decimal(self.times) / self.unit)
        return operands[0] * factor / operands[1]

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        factor = Decimal(self.times) / self.unit
        return stated * operands[1] / factor if index == 0 else operands[0] * factor / stated


class ShareOfRest(FigureFormula, frozen=True):
    """100 · (whole - other) / whole, of other and whole."""

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        return _HUNDRED * (_ONE - operands[0] / operands[1])

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        rest = 1 - stated / 100
        return operands[1] * rest if index == 0 else operands[0] / rest


class ProductOf(FigureFormula, frozen=True):
    """First times second times `times`, for periods: a price, a count and the months of a year."""

    times: Decimal = Decimal(1)

    def value(self, operands: Sequence[Quantity]) -> Quantity:
        return operands[0] * operands[1] * Quantity.exact(self.times)

    def solved(self, index: int, stated: Decimal, operands: Sequence[Decimal]) -> Decimal:
        return stated / (operands[1 - index] * self.times)

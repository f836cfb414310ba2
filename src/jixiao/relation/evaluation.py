"""A bound expression and a scope -> its value, and the cells that went into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import msgspec

from jixiao.model.fact import Fact, State
from jixiao.relation.binding import is_range
from jixiao.relation.quantity import Quantity, largest, smallest
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number, Text

Codes = Mapping[str, Mapping[str, str]]  # title of a code list -> code -> name


class NotEvaluable(Exception):  # noqa: N818 - an outcome, not a fault
    """The value cannot be had; `fact` is the cell to blame, if it is one cell."""

    def __init__(self, reason: str, fact: Fact | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fact = fact


DIVISOR_ZERO = "分母为零"
UNREADABLE = "单元格内容无法读取"

Result = Quantity | str

_FILLED, _BLANK = State.FILLED, State.BLANK

NOTHING = Quantity.exact(Decimal(0))  # what a blank cell counts for


class Evaluation(msgspec.Struct):
    """One run of one expression; `used` collects the facts it looked at, in reading order."""

    scope: Scope
    codes: Codes = msgspec.field(default_factory=dict)
    used: dict[int, Fact] = msgspec.field(default_factory=dict)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(self.used.values())

    def quantity(self, expression: Expression) -> Quantity:
        """Evaluate to a number. Raises NotEvaluable."""
        result = self.value(expression)
        if isinstance(result, str):
            raise NotEvaluable(UNREADABLE)
        return result

    def text(self, expression: Expression) -> str:
        result = self.value(expression)
        return result if isinstance(result, str) else _plain(result.value)

    def value(self, expression: Expression) -> Result:
        """Evaluate to a number or text. Raises NotEvaluable."""
        return _VALUES[type(expression)](self, expression)

    def _name(self, name: Name) -> Result:
        return self._read(self.scope.cell(name.term))

    def _call(self, call: Call) -> Result:
        return _FUNCTIONS[call.function](self, call.arguments)

    def _binary(self, binary: Binary) -> Result:
        if binary.operator == "&":
            return self.text(binary.left) + self.text(binary.right)
        left, right = self.quantity(binary.left), self.quantity(binary.right)
        try:
            return _OPERATORS[binary.operator](left, right)
        except ZeroDivisionError:
            raise NotEvaluable(DIVISOR_ZERO) from None

    def column(self, expression: Expression, function: str = "SUM", index: int = 0) -> list[Result]:
        """The values of a range argument; anything but a plain term is a column of one value."""
        if isinstance(expression, Name) and is_range(function, index):
            return [self._read(fact) for _, fact in self.scope.column(expression.term)]
        return [self.value(expression)]

    def _read(self, fact: Fact) -> Result:
        numeric, state = fact.kind.numeric, fact.state
        if numeric or not self.scope.vocabulary[fact.term].given:
            self.used[id(fact)] = fact
        if state is _FILLED:
            return Quantity.given(fact.number, fact.quantum) if numeric else fact.text
        if state is not _BLANK:
            raise NotEvaluable(UNREADABLE, fact)
        return NOTHING if numeric else ""


# by type: this is where a run spends its time, and a match statement tries one class after another
_VALUES: dict[type, Callable[[Evaluation, Any], Result]] = {
    Name: Evaluation._name,
    Call: Evaluation._call,
    Binary: Evaluation._binary,
    Number: lambda _, number: Quantity.exact(number.value),
    Text: lambda _, text: text.value,
    Negative: lambda run, negative: -run.quantity(negative.inner),
}

_OPERATORS: dict[str, Callable[[Quantity, Quantity], Quantity]] = {
    "+": Quantity.__add__,
    "-": Quantity.__sub__,
    "*": Quantity.__mul__,
    "/": Quantity.__truediv__,
}

Arguments = tuple[Expression, ...]


def _quantities(run: Evaluation, arguments: Arguments) -> list[Quantity]:
    return [value for argument in arguments for value in run.column(argument) if isinstance(value, Quantity)]


def _sum(run: Evaluation, arguments: Arguments) -> Quantity:
    quantities = _quantities(run, arguments)
    return Quantity(
        sum((q.value for q in quantities), Decimal(0)),
        sum((q.low for q in quantities), Decimal(0)),
        sum((q.high for q in quantities), Decimal(0)),
    )


def _sumif(run: Evaluation, arguments: Arguments) -> Quantity:
    keys, pattern, amounts = arguments
    assert isinstance(keys, Name) and isinstance(amounts, Name)
    total = NOTHING
    for record in run.scope.matching(keys.term, run.text(pattern)):
        value = run._read(record.fields[amounts.term])
        if isinstance(value, Quantity):
            total = total + value
    return total


def _countif(run: Evaluation, arguments: Arguments) -> Quantity:
    keys, pattern = arguments
    assert isinstance(keys, Name)
    found = run.scope.matching(keys.term, run.text(pattern))
    for record in found:
        run._read(record.fields[keys.term])
    return Quantity.exact(Decimal(len(found)))


def _count(run: Evaluation, arguments: Arguments) -> Quantity:
    filled = 0
    for argument in arguments:
        if isinstance(argument, Name):
            filled += sum(fact.state is State.FILLED for _, fact in run.scope.column(argument.term))
    return Quantity.exact(Decimal(filled))


def _left(run: Evaluation, arguments: Arguments) -> str:
    return run.text(arguments[0])[: int(run.quantity(arguments[1]).value)]


def _codename(run: Evaluation, arguments: Arguments) -> str:
    return run.codes.get(run.text(arguments[0]), {}).get(run.text(arguments[1]), "")


_FUNCTIONS: dict[str, Callable[[Evaluation, Arguments], Result]] = {
    "SUM": _sum,
    "MAX": lambda run, arguments: largest(_quantities(run, arguments)),
    "MIN": lambda run, arguments: smallest(_quantities(run, arguments)),
    "COUNT": _count,
    "SUMIF": _sumif,
    "COUNTIF": _countif,
    "ABS": lambda run, arguments: abs(run.quantity(arguments[0])),
    "LEN": lambda run, arguments: Quantity.exact(Decimal(len(run.text(arguments[0])))),
    "LEFT": _left,
    "CODENAME": _codename,
}


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f") if value else "0"

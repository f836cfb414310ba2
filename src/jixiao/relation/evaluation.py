"""A bound expression and a scope -> its value, and the cells that went into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from operator import methodcaller
from typing import Any, NoReturn

import msgspec

from jixiao.model.fact import EMPTY, Fact, Record, State
from jixiao.model.listed_codes import ListedCodes
from jixiao.model.outcome import Outcome
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.functions.numbers import number_in
from jixiao.relation.outcomes import outcome_of
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number, Text

Codes = Mapping[str, ListedCodes]  # by the title of the list


class NotEvaluable(Exception):  # noqa: N818 - an outcome, not a fault
    """The value cannot be had; `fact` is the cell to blame, if it is one cell."""

    def __init__(self, reason: str, fact: Fact | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fact = fact


DIVISOR_ZERO = "分母为零"
UNREADABLE = "单元格内容无法读取"

_FILLED = State.FILLED

NOTHING = Quantity.exact(Decimal(0))  # what an empty cell counts for


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
        if type(expression) is Text:
            return expression.value
        result = self.cell(expression.term) if type(expression) is Name else self.value(expression)
        return result if isinstance(result, str) else _plain(result.value)

    def length(self, expression: Expression) -> int:
        """How many characters of a text; a negative length is an error, as in Excel. Raises NotEvaluable."""
        length = self.quantity(expression).value
        if length < 0:
            raise NotEvaluable(UNREADABLE)
        return int(length)

    def number(self, expression: Expression) -> Decimal:
        """The number that stands in a text. Raises NotEvaluable where anything else stands there."""
        number = number_in(self.text(expression))
        return self.no_value() if number is None else number

    def no_value(self) -> NoReturn:
        """Of a function that makes nothing of what it was given."""
        raise NotEvaluable(UNREADABLE)

    def value(self, expression: Expression) -> Result:
        """Evaluate to a number or text. Raises NotEvaluable."""
        if type(expression) is Name:  # as most are
            return self.cell(expression.term)
        return _VALUES[type(expression)](self, expression)

    def cell(self, term: str) -> Result:
        """The value of the one cell that a term means here. Raises NotEvaluable.

        `scope.cell` and `read` in one: a run asks thousands of times, mostly for a filled cell of the record
        we stand in.
        """
        scope = self.scope
        fact = scope.fields.get(term) or scope.cell(term)
        if fact.state is not _FILLED:
            return self.read(fact)
        if fact.kind.numeric:
            self.used[id(fact)] = fact
            return scope.quantity(fact)
        if not scope.vocabulary[term].given:
            self.used[id(fact)] = fact
        value = fact.value
        return value if type(value) is str else fact.text

    def outcome(self, expression: Expression) -> Outcome:
        """How a comparison comes out, or comparisons joined into one. Raises NotEvaluable."""
        if isinstance(expression, Binary):
            left, right = self.value(expression.left), self.value(expression.right)
            return outcome_of(expression.operator, left, right)
        assert isinstance(expression, Call)
        outcome = _FUNCTIONS[expression.function](self, expression.arguments)
        assert isinstance(outcome, Outcome)
        return outcome

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

    def column(self, expression: Expression) -> list[Result]:
        """The values of a column; anything but a plain term is a column of one value."""
        if isinstance(expression, Name):
            return [self.read(fact) for _, fact in self.scope.column(expression.term)]
        return [self.value(expression)]

    def matching(self, keys: str, pattern: str) -> list[Record]:
        """The rows whose key matches. Raises NotEvaluable where the keys are gone, which is not no row."""
        keyed = self.scope.keyed(keys)
        if keyed.lost:
            raise NotEvaluable(UNREADABLE, keyed.lost[0])
        return keyed.matching(pattern)

    def read(self, fact: Fact) -> Result:
        """The value of a fact. Raises NotEvaluable."""
        numeric, state = fact.kind.numeric, fact.state
        if numeric or not self.scope.vocabulary[fact.term].given:
            self.used[id(fact)] = fact
        if state is _FILLED:
            return self.scope.quantity(fact) if numeric else fact.text
        if state not in EMPTY:
            raise NotEvaluable(UNREADABLE, fact)
        return NOTHING if numeric else ""


# by type: this is where a run spends its time, and a match statement tries one class after another
_VALUES: dict[type, Callable[[Evaluation, Any], Result]] = {
    Call: Evaluation._call,
    Binary: Evaluation._binary,
    Number: lambda _, number: Quantity.exact(number.value),
    Text: lambda _, text: text.value,
    Negative: lambda run, negative: -run.quantity(negative.inner),
}

_FUNCTIONS = {name: function.evaluate for name, function in FUNCTIONS.items()}

Step = Callable[[Evaluation], Result]  # raises NotEvaluable


def step_of(expression: Expression) -> Step:
    """What `value` comes to, as a function that is made once and asked of hundreds of rows."""
    match expression:
        case Name(term):
            return methodcaller("cell", term)
        case Number(value):
            number = Quantity.exact(value)
            return lambda _: number
        case Text(text):
            return lambda _: text
        case Call(function, arguments):
            evaluate = _FUNCTIONS[function]
            return lambda run: evaluate(run, arguments)
    return lambda run: run.value(expression)


_OPERATORS: dict[str, Callable[[Quantity, Quantity], Quantity]] = {
    "+": Quantity.__add__,
    "-": Quantity.__sub__,
    "*": Quantity.__mul__,
    "/": Quantity.__truediv__,
}


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}" if value else "0"

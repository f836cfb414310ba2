"""A side of a relation -> its linear form: a constant and the cells it adds up, each with its factor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.model.fact import ZERO, Fact
from jixiao.relation.binding import Bound
from jixiao.relation.evaluation import Evaluation, NotEvaluable
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number

Formulas = Mapping[str, Bound]  # term of a computed cell -> its formula
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Linear:
    """constant + Σ factor · cell; cells by the identity of their fact, in reading order."""

    constant: Decimal = ZERO
    cells: Mapping[int, tuple[Fact, Decimal]] = field(default_factory=dict)

    def __add__(self, other: Linear) -> Linear:
        if not self.cells and not self.constant:
            return other
        cells = dict(self.cells)
        for key, (fact, factor) in other.cells.items():
            cells[key] = (fact, factor + (cells[key][1] if key in cells else ZERO))
        return Linear(self.constant + other.constant, cells)

    def times(self, number: Decimal) -> Linear:
        cells = {key: (fact, factor * number) for key, (fact, factor) in self.cells.items()}
        return Linear(self.constant * number, cells)


class NotLinear(Exception):  # noqa: N818 - an answer, not a fault
    """The expression multiplies cells with each other, chooses among them, or is about text."""


def linear(expression: Expression, scope: Scope, formulas: Formulas) -> Linear:
    """The linear form of an expression within `scope`. Raises NotLinear.

    A computed cell stands for its formula, so that only cells people type into are left.
    """
    match expression:
        case Number(value):
            return Linear(value)
        case Name(term):
            return _cell(term, scope.cell(term), scope, formulas)
        case Negative(inner):
            return linear(inner, scope, formulas).times(-ONE)
        case Binary("+", left, right):
            return linear(left, scope, formulas) + linear(right, scope, formulas)
        case Binary("-", left, right):
            return linear(left, scope, formulas) + linear(right, scope, formulas).times(-ONE)
        case Binary("*" | "/" as operator, left, right):
            return _scaled(operator, linear(left, scope, formulas), linear(right, scope, formulas))
        case Call("SUM" | "SUMIF"):
            return _total(expression, scope, formulas)
    raise NotLinear


def _cell(term: str, fact: Fact, scope: Scope, formulas: Formulas) -> Linear:
    if term in formulas:
        return linear(formulas[term].expression, scope, formulas)
    if not fact.kind.numeric or scope.vocabulary[term].formula:
        raise NotLinear
    return Linear(ZERO, {id(fact): (fact, ONE)})


def _scaled(operator: str, left: Linear, right: Linear) -> Linear:
    if operator == "*" and not left.cells:
        return right.times(left.constant)
    if right.cells or (operator == "/" and not right.constant):
        raise NotLinear
    return left.times(right.constant if operator == "*" else ONE / right.constant)


def _total(call: Call, scope: Scope, formulas: Formulas) -> Linear:
    if call.function == "SUMIF":
        return _column(_matched(call, scope), formulas)
    total = Linear()
    for argument in call.arguments:
        if isinstance(argument, Name):
            total = total + _column([fact for _, fact in scope.column(argument.term)], formulas)
        else:
            total = total + linear(argument, scope, formulas)
    return total


def _column(facts: list[Fact], formulas: Formulas) -> Linear:
    if any(fact.term in formulas or not fact.kind.numeric for fact in facts):
        raise NotLinear  # the formula of another row; no pack has needed it
    return Linear(ZERO, {id(fact): (fact, ONE) for fact in facts})


def _matched(call: Call, scope: Scope) -> list[Fact]:
    keys, pattern, amounts = call.arguments
    assert isinstance(keys, Name) and isinstance(amounts, Name)
    run = Evaluation(scope)
    try:
        return [record.fields[amounts.term] for record in scope.matching(keys.term, run.text(pattern))]
    except NotEvaluable:
        raise NotLinear from None

"""A side of a relation -> its linear form: a constant and the cells it adds up, each with its factor."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from jixiao.model.fact import ZERO, Fact
from jixiao.relation.binding import Bound
from jixiao.relation.evaluation import Evaluation, NotEvaluable
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.functions.traits import Linear, NotLinear
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number

Formulas = Mapping[str, Bound]  # term of a computed cell -> its formula
ONE = Decimal(1)


def linear(expression: Expression, scope: Scope, formulas: Formulas) -> Linear:
    """The linear form of an expression within `scope`. Raises NotLinear.

    A computed cell stands for its formula, so that only cells people type into are left.
    """
    return _Tracer(scope, formulas).form(expression)


class _Tracer(msgspec.Struct, frozen=True):
    scope: Scope
    formulas: Formulas

    def form(self, expression: Expression) -> Linear:
        match expression:
            case Number(value):
                return Linear(value)
            case Name(term):
                return self._cell(term, self.scope.cell(term))
            case Negative(inner):
                return self.form(inner).times(-ONE)
            case Binary("+", left, right):
                return self.form(left) + self.form(right)
            case Binary("-", left, right):
                return self.form(left) + self.form(right).times(-ONE)
            case Binary("*" | "/" as operator, left, right):
                return _scaled(operator, self.form(left), self.form(right))
            case Call(function, arguments):
                return FUNCTIONS[function].linear(self, arguments)
        raise NotLinear

    def column(self, term: str) -> Linear:
        """All cells of a term added up."""
        return self._total([fact for _, fact in self.scope.column(term)])

    def matching(self, keys: str, pattern: Expression, amounts: str) -> Linear:
        """The cells whose rows match the pattern added up."""
        try:
            wanted = Evaluation(self.scope).text(pattern)
        except NotEvaluable:
            raise NotLinear from None
        return self._total([record.fields[amounts] for record in self.scope.matching(keys, wanted)])

    def _cell(self, term: str, fact: Fact) -> Linear:
        if term in self.formulas:
            return self.form(self.formulas[term].expression)
        if not fact.kind.numeric or self.scope.vocabulary[term].formula:
            raise NotLinear
        return Linear(ZERO, {id(fact): (fact, ONE)})

    def _total(self, facts: list[Fact]) -> Linear:
        if any(fact.term in self.formulas or not fact.kind.numeric for fact in facts):
            raise NotLinear  # the formula of another row; no pack has needed it
        return Linear(ZERO, {id(fact): (fact, ONE) for fact in facts})


def _scaled(operator: str, left: Linear, right: Linear) -> Linear:
    if operator == "*" and not left.cells:
        return right.times(left.constant)
    if right.cells or (operator == "/" and not right.constant):
        raise NotLinear
    return left.times(right.constant if operator == "*" else ONE / right.constant)

"""Why a relation of a framework can never come to a figure, whatever is typed into the workbook."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.fact import Record
from jixiao.model.term import Vocabulary
from jixiao.relation.evaluation import Evaluation, NotEvaluable
from jixiao.relation.functions import is_text
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import Binary, Expression, Name, Negative, walk

_ARITHMETIC = ("+", "-", "*", "/")


def no_figure(expression: Expression, vocabulary: Vocabulary) -> Iterator[str]:
    """The reasons: it is a text, it calculates with one, or it divides by a zero that stands in it."""
    if is_text(expression, vocabulary):
        yield "it comes to a text, not to a figure"
    for part in walk(expression):
        if any(is_text(operand, vocabulary) for operand in _operands(part)):
            yield "it calculates with text"
        elif isinstance(part, Binary) and part.operator == "/" and _always_zero(part.right, vocabulary):
            yield "it divides by zero"


def _operands(part: Expression) -> tuple[Expression, ...]:
    match part:
        case Binary(operator, left, right) if operator in _ARITHMETIC:
            return left, right
        case Negative(inner):
            return (inner,)
    return ()


def _always_zero(divisor: Expression, vocabulary: Vocabulary) -> bool:
    """True for a divisor without cells that is zero, or has no value."""
    if any(isinstance(part, Name) for part in walk(divisor)):
        return False
    try:
        return not Evaluation(Scope(Record({}), vocabulary)).quantity(divisor).value
    except NotEvaluable:
        return True

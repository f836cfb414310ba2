"""Which expressions come to a value whatever is filled in, as long as every cell can be read.

Of those it need not be found out whether they can be evaluated: what they come to may be left unasked.
"""

from __future__ import annotations

from collections.abc import Container

from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.functions.function import Gives
from jixiao.relation.syntax import COMPARISONS, Binary, Call, Expression, Name, Negative, Number, Text


def is_sure(expression: Expression, figures: Container[str]) -> bool:
    """True if evaluating it can fail only at a cell that cannot be read; `figures` are terms of numbers."""
    match expression:
        case Name() | Number() | Text():
            return True
        case Negative(inner):
            return _is_sure_number(inner, figures)
        case Binary("&" | "=" | "<>" | "<=" | ">=" | "<" | ">", left, right):
            return is_sure(left, figures) and is_sure(right, figures)
        case Binary(operator, left, right):
            divides = operator == "/" and not (isinstance(right, Number) and right.value)
            return not divides and all(_is_sure_number(side, figures) for side in (left, right))
        case Call():
            return _is_sure_call(expression, figures)
    return False


def _is_sure_call(call: Call, figures: Container[str]) -> bool:
    """Arguments that are neither texts nor columns are numbers to most functions."""
    function, arguments = FUNCTIONS[call.function], call.arguments
    if not function.sure(arguments):
        return False
    for index, argument in enumerate(arguments):
        anything = (
            function.gives is Gives.TRUTH or min(index, len(function.arguments) - 1) in function.as_texts
        )
        column = isinstance(argument, Name) and function.is_column(index)
        if not column and not (is_sure if anything else _is_sure_number)(argument, figures):
            return False
    return True


def _is_sure_number(expression: Expression, figures: Container[str]) -> bool:
    match expression:
        case Text() | Binary("&", _, _):
            return False
        case Name(term):
            return term in figures
        case Call(name):
            return FUNCTIONS[name].gives is Gives.NUMBER and is_sure(expression, figures)
        case Binary(operator) if operator in COMPARISONS:
            return False
    return is_sure(expression, figures)

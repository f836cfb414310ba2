"""An expression -> the Excel formula that says the same, plainly; translation.py knows its precision too."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.places import comparable, quoted
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number, Text

Reference = Callable[[str, bool], str]  # (term, is it meant as a column) -> reference text
Keys = Callable[[str], str]  # term that is looked through -> its column in comparable words


def to_excel(expression: Expression, reference: Reference, keys: Keys) -> str:
    """Formula text without the leading “=”.

    `reference` gives the defined name or address that stands for a term; the second argument tells
    whether the whole column is meant (inside a sum) or the one cell of the current row. What rows are
    looked up in are `keys`: Excel's own comparison would mind blanks and width, which Python does not.
    """
    match expression:
        case Number(value):
            return f"{value:f}"
        case Text(value=text):
            return quoted(text)
        case Name(term):
            return reference(term, False)
        case Negative(inner):
            return f"-{_bracketed(inner, reference, keys)}"
        case Binary(operator, left, right):
            return f"{_bracketed(left, reference, keys)}{operator}{_bracketed(right, reference, keys)}"
        case Call(function, arguments):
            return _call(function, arguments, reference, keys)


def _bracketed(expression: Expression, reference: Reference, keys: Keys) -> str:
    text = to_excel(expression, reference, keys)
    return f"({text})" if isinstance(expression, Binary | Negative) else text


def _call(name: str, arguments: tuple[Expression, ...], reference: Reference, keys: Keys) -> str:
    function, texts = FUNCTIONS[name], []
    for index, argument in enumerate(arguments):
        if isinstance(argument, Name) and function.is_column(index):
            searched = index == function.keys
            texts.append(keys(argument.term) if searched else reference(argument.term, True))
        else:
            text = to_excel(argument, reference, keys)
            texts.append(comparable(text) if index == function.pattern else text)
    return function.excel(texts) if function.excel else f"{name}({','.join(texts)})"

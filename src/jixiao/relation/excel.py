"""An expression -> the Excel formula that says the same, plainly; translation.py knows its precision too."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.relation.binding import is_range
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number, Text

Reference = Callable[[str, bool], str]  # (term, is it meant as a column) -> reference text


def to_excel(expression: Expression, reference: Reference) -> str:
    """Formula text without the leading “=”.

    `reference` gives the defined name or address that stands for a term; the second argument tells
    whether the whole column is meant (inside SUM) or the one cell of the current row.
    """
    match expression:
        case Number(value):
            return format(value, "f")
        case Text(value=text):
            return _quoted(text)
        case Name(term):
            return reference(term, False)
        case Negative(inner):
            return f"-{_bracketed(inner, reference)}"
        case Binary(operator, left, right):
            return f"{_bracketed(left, reference)}{operator}{_bracketed(right, reference)}"
        case Call(function, arguments):
            return _call(function, arguments, reference)


def _bracketed(expression: Expression, reference: Reference) -> str:
    text = to_excel(expression, reference)
    return f"({text})" if isinstance(expression, Binary | Negative) else text


def _call(function: str, arguments: tuple[Expression, ...], reference: Reference) -> str:
    texts = [
        reference(argument.term, True)
        if isinstance(argument, Name) and is_range(function, index)
        else to_excel(argument, reference)
        for index, argument in enumerate(arguments)
    ]
    if function == "SUMIF":
        return f"SUMIF({texts[0]},{texts[1]},{texts[2]})"
    if function == "COUNT":
        return f"COUNTA({','.join(texts)})"
    if function == "CODENAME":
        codes, code = texts
        return f'IFERROR(VLOOKUP({code}&"",{codes.strip(chr(34))},2,FALSE),"")'
    return f"{function}({','.join(texts)})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'

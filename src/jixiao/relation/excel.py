"""An expression -> the Excel formula that says the same, plainly; translation.py knows its precision too."""

from __future__ import annotations

from collections.abc import Callable

from jixiao.relation.binding import is_range
from jixiao.relation.places import comparable
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number, Text

Reference = Callable[[str, bool], str]  # (term, is it meant as a column) -> reference text
Keys = Callable[[str], str]  # term that is looked through -> its column in comparable words


def to_excel(expression: Expression, reference: Reference, keys: Keys) -> str:
    """Formula text without the leading “=”.

    `reference` gives the defined name or address that stands for a term; the second argument tells
    whether the whole column is meant (inside SUM) or the one cell of the current row. What SUMIF and COUNTIF
    look through are `keys`: Excel's own comparison would mind blanks and width, which Python does not.
    """
    match expression:
        case Number(value):
            return format(value, "f")
        case Text(value=text):
            return _quoted(text)
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


def _call(function: str, arguments: tuple[Expression, ...], reference: Reference, keys: Keys) -> str:
    texts = [
        reference(argument.term, True)
        if isinstance(argument, Name) and is_range(function, index)
        else to_excel(argument, reference, keys)
        for index, argument in enumerate(arguments)
    ]
    if function in ("SUMIF", "COUNTIF"):
        looked_through = arguments[0]
        assert isinstance(looked_through, Name)
        return f"{function}({','.join((keys(looked_through.term), comparable(texts[1]), *texts[2:]))})"
    if function == "COUNT":
        return f"COUNTA({','.join(texts)})"
    if function == "CODENAME":
        codes, code = texts
        return f'IFERROR(VLOOKUP({code}&"",{codes.strip(chr(34))},2,FALSE),"")'
    return f"{function}({','.join(texts)})"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'

"""Which cells an expression looks at, before anybody has filled a workbook: single ones, columns, matching rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.relation.binding import is_range
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative


@dataclass(frozen=True, slots=True)
class Read:
    """One use of a term.

    `whole`: all cells of the column. `keys` and `pattern`: those cells of the column in whose row the
    key matches. Neither: the one cell that the term means here.
    """

    term: str
    whole: bool = False
    keys: str = ""
    pattern: Expression | None = None


def reads(expression: Expression) -> Iterator[Read]:
    """Every use of a term, as evaluation.py collects its facts."""
    match expression:
        case Name(term):
            yield Read(term)
        case Negative(inner):
            yield from reads(inner)
        case Binary(_, left, right):
            yield from reads(left)
            yield from reads(right)
        case Call("SUMIF", (Name(keys), pattern, Name(amounts))):
            yield from reads(pattern)
            yield Read(amounts, keys=keys, pattern=pattern)
        case Call("COUNTIF", (Name(keys), pattern)):
            yield from reads(pattern)
            yield Read(keys, keys=keys, pattern=pattern)
        case Call("COUNT"):
            return  # whether a cell is filled is known without reading it
        case Call(function, arguments):
            for index, argument in enumerate(arguments):
                if isinstance(argument, Name) and is_range(function, index):
                    yield Read(argument.term, whole=True)
                else:
                    yield from reads(argument)

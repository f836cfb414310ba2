"""Which cells an expression looks at, whatever is filled in: single ones, columns, matching rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.model.term import Vocabulary
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


def reads(expression: Expression, vocabulary: Vocabulary) -> Iterator[Read]:
    """Every use of a term, as evaluation.py collects its facts: words printed in the form are none."""
    for read in _reads(expression):
        term = vocabulary[read.term]
        if term.kind.numeric or not term.given:
            yield read


def _reads(expression: Expression) -> Iterator[Read]:
    match expression:
        case Name(term):
            yield Read(term)
        case Negative(inner):
            yield from _reads(inner)
        case Binary(_, left, right):
            yield from _reads(left)
            yield from _reads(right)
        case Call("SUMIF", (Name(keys), pattern, Name(amounts))):
            yield from _reads(pattern)
            yield Read(amounts, keys=keys, pattern=pattern)
        case Call("COUNTIF", (Name(keys), pattern)):
            yield from _reads(pattern)
            yield Read(keys, keys=keys, pattern=pattern)
        case Call("COUNT"):
            return  # whether a cell is filled is known without reading it
        case Call(function, arguments):
            for index, argument in enumerate(arguments):
                if isinstance(argument, Name) and is_range(function, index):
                    yield Read(argument.term, whole=True)
                else:
                    yield from _reads(argument)

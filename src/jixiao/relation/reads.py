"""Which cells an expression looks at, whatever is filled in: single ones, columns, matching rows."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.term import Vocabulary
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.functions.traits import Read
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, walk

_ORDERING = ("<", "<=", ">", ">=")


def reads(expression: Expression, vocabulary: Vocabulary) -> Iterator[Read]:
    """Every use of a term, as evaluation.py collects its facts: words printed in the form are none."""
    for read in _reads(expression):
        term = vocabulary[read.term]
        if term.kind.numeric or not term.given:
            yield read


def ordered_sides(relation: Expression) -> tuple[tuple[str, ...], ...]:
    """The single cells of each side of an inequality that is reckoned from nothing else.

    None of what compares with a number, and so may ask that a cell be filled in.
    """
    if not isinstance(relation, Binary) or relation.operator not in _ORDERING:
        return ()
    sides = [tuple(walk(side)) for side in (relation.left, relation.right)]
    if not all(any(isinstance(part, Name) for part in side) for side in sides):
        return ()
    plain = (side for side in sides if not any(isinstance(part, Call) for part in side))
    return tuple(tuple(dict.fromkeys(part.term for part in side if isinstance(part, Name))) for side in plain)


def _reads(expression: Expression) -> Iterator[Read]:
    match expression:
        case Name(term):
            yield Read(term)
        case Negative(inner):
            yield from _reads(inner)
        case Binary(_, left, right):
            yield from _reads(left)
            yield from _reads(right)
        case Call(name, arguments):
            function = FUNCTIONS[name]
            yield from (function.reads or function.all_reads)(_reads, arguments)

"""A parsed relation, tied to a vocabulary: every term known, every function used rightly, its scope found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.model.term import Term, Vocabulary, nearest
from jixiao.relation.syntax import (
    COMPARISONS,
    Binary,
    Call,
    Expression,
    Name,
    Negative,
    RelationError,
    parse,
    walk,
)

# function -> positions of arguments that stand for a whole column; "*" = all, and any number of them
RANGES: dict[str, tuple[int, ...] | str] = {
    "SUM": "*",
    "MAX": "*",
    "MIN": "*",
    "COUNT": "*",
    "SUMIF": (0, 2),
    "COUNTIF": (0,),
    "ABS": (),
    "LEN": (),
    "LEFT": (),
    "CODENAME": (),
}
ARGUMENTS = {"SUMIF": 3, "COUNTIF": 2, "ABS": 1, "LEN": 1, "LEFT": 2, "CODENAME": 2}


@dataclass(frozen=True, slots=True)
class Bound:
    """An expression with its scope.

    `path` names the table or block whose every record the expression is evaluated for; it is empty
    for an expression over the whole workbook. `terms` lists all terms, in reading order.
    """

    text: str
    expression: Expression
    path: tuple[str, ...]
    terms: tuple[str, ...]


def bind(text: str, vocabulary: Vocabulary) -> Bound:
    """Parse `text` and prove it against the vocabulary. Raises RelationError."""
    expression = parse(text)
    for part in walk(expression):
        if isinstance(part, Call):
            _check_call(part, text)
        if part is not expression and isinstance(part, Binary) and part.operator in COMPARISONS:
            raise RelationError(f"“{part.operator}” compares inside an expression in “{text}”")
    terms = tuple(dict.fromkeys(part.term for part in walk(expression) if isinstance(part, Name)))
    for term in terms:
        _known(term, vocabulary, text)
    for part in walk(expression):
        if isinstance(part, Call) and part.function == "SUMIF":
            _check_same_table(part, vocabulary, text)
    return Bound(text, expression, _scope(expression, vocabulary, text), terms)


def _known(term: str, vocabulary: Vocabulary, text: str) -> Term:
    found = vocabulary.get(term)
    if found is None:
        guess = nearest(term, vocabulary)
        hint = f"; did you mean “{guess}”?" if guess else ""
        raise RelationError(f"unknown term “{term}” in “{text}”{hint}")
    return found


def _check_call(call: Call, text: str) -> None:
    if call.function not in RANGES:
        raise RelationError(f"unknown function “{call.function}” in “{text}”; known: {', '.join(RANGES)}")
    wanted = ARGUMENTS.get(call.function)
    if wanted is not None and len(call.arguments) != wanted:
        raise RelationError(f"{call.function} takes {wanted} arguments in “{text}”")
    for index, argument in enumerate(call.arguments):
        if is_range(call.function, index) and RANGES[call.function] != "*" and not isinstance(argument, Name):
            raise RelationError(f"argument {index + 1} of {call.function} must be a column in “{text}”")


def _check_same_table(call: Call, vocabulary: Vocabulary, text: str) -> None:
    keys, _, amounts = call.arguments
    assert isinstance(keys, Name) and isinstance(amounts, Name)
    if vocabulary[keys.term].path != vocabulary[amounts.term].path:
        raise RelationError(f"{call.function} adds up another table than it looks through in “{text}”")


def is_range(function: str, index: int) -> bool:
    """True if this argument of the function stands for a whole column rather than for one cell."""
    ranges = RANGES[function]
    return ranges == "*" or index in ranges


def _scope(expression: Expression, vocabulary: Vocabulary, text: str) -> tuple[str, ...]:
    deepest: tuple[str, ...] = ()
    for term in _single_names(expression):
        path = vocabulary[term].path
        shorter, longer = sorted((deepest, path), key=len)
        if longer[: len(shorter)] != shorter:
            raise RelationError(f"“{term}” belongs to another table in “{text}”; a column needs SUM")
        deepest = longer
    return deepest


def _single_names(expression: Expression) -> Iterator[str]:
    """Terms that stand for one cell, not for a column inside SUM and its like."""
    match expression:
        case Name(term):
            yield term
        case Negative(inner):
            yield from _single_names(inner)
        case Binary(_, left, right):
            yield from _single_names(left)
            yield from _single_names(right)
        case Call(function, arguments):
            for index, argument in enumerate(arguments):
                if not (is_range(function, index) and isinstance(argument, Name)):
                    yield from _single_names(argument)

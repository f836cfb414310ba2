"""A parsed relation, tied to a vocabulary: every term known, every function used rightly, its scope found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec

from jixiao.model.term import Term, Vocabulary, nearest
from jixiao.relation.certainty import is_sure
from jixiao.relation.dimension import prove_dimensions
from jixiao.relation.evaluation import Step, step_of
from jixiao.relation.functions import FUNCTIONS, is_truth
from jixiao.relation.reads import ordered_sides
from jixiao.relation.syntax import (
    Binary,
    Call,
    Expression,
    Name,
    Negative,
    RelationError,
    inside,
    parse,
    walk,
)

_ADDING = ", ".join(name for name, function in FUNCTIONS.items() if function.columns and function.repeated)
_JOINING = ", ".join(name for name, function in FUNCTIONS.items() if function.of_truths)


class Bound(msgspec.Struct, frozen=True, dict=True):
    """An expression with its scope.

    `path` names the table or block whose every record the expression is evaluated for; it is empty
    for an expression over the whole workbook. `terms` lists all terms, in reading order; `figures` are those
    that hold numbers.
    """

    text: str
    expression: Expression
    path: tuple[str, ...]
    terms: tuple[str, ...]
    figures: frozenset[str] = frozenset()

    @cached_property
    def sure(self) -> bool:
        """True if it can be evaluated wherever all cells can be read."""
        return is_sure(self.expression, self.figures)

    @cached_property
    def ordered_sides(self) -> tuple[tuple[str, ...], ...]:
        """Asked for every row."""
        return ordered_sides(self.expression)

    @cached_property
    def steps(self) -> tuple[str, Step, Step] | None:
        """Of a comparison its operator and its two sides; None for comparisons joined into one."""
        tree = self.expression
        return (tree.operator, step_of(tree.left), step_of(tree.right)) if isinstance(tree, Binary) else None


def bind(text: str, vocabulary: Vocabulary) -> Bound:
    """Parse `text` and prove it against the vocabulary. Raises RelationError."""
    expression = parse(text)
    parts = tuple(walk(expression))
    calls = [part for part in parts if isinstance(part, Call)]
    for call in calls:
        _check_call(call, text)
    _check_truths(parts, text)
    terms = tuple(dict.fromkeys(part.term for part in parts if isinstance(part, Name)))
    figures = frozenset(term for term in terms if _known(term, vocabulary, text).kind.numeric)
    for call in calls:
        if reason := FUNCTIONS[call.function].refuse(call.arguments, vocabulary):
            raise RelationError(f"{reason} in “{text}”")
    prove_dimensions(expression, vocabulary, text)
    return Bound(text, expression, _scope(expression, vocabulary, text), terms, figures)


def bind_value(text: str, vocabulary: Vocabulary) -> Bound:
    """The same for what comes to a number or a text. Raises RelationError for a comparison."""
    bound = bind(text, vocabulary)
    if is_truth(bound.expression):
        raise RelationError(f"“{text}” compares; it must come to a number or a text")
    return bound


def _known(term: str, vocabulary: Vocabulary, text: str) -> Term:
    found = vocabulary.get(term)
    if found is None:
        guess = nearest(term, vocabulary)
        hint = f"; did you mean “{guess}”?" if guess else ""
        raise RelationError(f"unknown term “{term}” in “{text}”{hint}")
    return found


def _check_call(call: Call, text: str) -> None:
    function = FUNCTIONS.get(call.function)
    if function is None:
        raise RelationError(f"unknown function “{call.function}” in “{text}”; known: {', '.join(FUNCTIONS)}")
    if not function.takes(len(call.arguments)):
        least = "at least " if function.repeated else ""
        raise RelationError(f"{call.function} takes {least}{len(function.arguments)} arguments in “{text}”")
    for index, argument in enumerate(call.arguments):
        if function.is_column(index) and not function.repeated and not isinstance(argument, Name):
            raise RelationError(f"argument {index + 1} of {call.function} must be a column in “{text}”")


def _check_truths(parts: Iterable[Expression], text: str) -> None:
    """Comparisons stand alone, or inside what joins comparisons and nothing else."""
    for part in parts:
        if isinstance(part, Call) and FUNCTIONS[part.function].of_truths:
            for number, inner in enumerate(part.arguments, 1):
                if not is_truth(inner):
                    raise RelationError(
                        f"argument {number} of {part.function} must be a comparison in “{text}”"
                    )
        else:
            for inner in inside(part):
                if is_truth(inner):
                    where = f"compares inside an expression in “{text}”"
                    raise RelationError(f"“{_sign(inner)}” {where}; {_JOINING} join comparisons")


def _sign(truth: Expression) -> str:
    return truth.operator if isinstance(truth, Binary) else truth.function if isinstance(truth, Call) else ""


def _scope(expression: Expression, vocabulary: Vocabulary, text: str) -> tuple[str, ...]:
    deepest: tuple[str, ...] = ()
    for term in _single_names(expression):
        path = vocabulary[term].path
        shorter, longer = sorted((deepest, path), key=len)
        if longer[: len(shorter)] != shorter:
            raise RelationError(f"“{term}” belongs to another table in “{text}”; a column needs {_ADDING}")
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
            for argument in FUNCTIONS[function].singles(arguments):
                yield from _single_names(argument)

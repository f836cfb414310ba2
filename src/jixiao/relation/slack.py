"""How far the two sides of a relation may miss each other by rounding, known before any figure is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jixiao.model.fact import Kind
from jixiao.model.term import Vocabulary
from jixiao.relation.binding import Bound
from jixiao.relation.syntax import Binary, Call, Expression, Name, Negative, Number, Text

TOLERANT = ("=", "<=", ">=")


@dataclass(frozen=True, slots=True)
class Slack:
    """What brings half its last digit into the comparison.

    `cells`: amounts that count once; `columns`: terms that count once per row; `scaled`: amounts are
    multiplied or divided, so that it depends on the figures.
    """

    cells: int = 0
    columns: tuple[str, ...] = ()
    scaled: bool = False

    def __add__(self, other: Slack) -> Slack:
        return Slack(self.cells + other.cells, self.columns + other.columns, self.scaled or other.scaled)

    @property
    def exact(self) -> bool:
        return not (self.cells or self.columns or self.scaled)


def slack_of(relation: Bound, vocabulary: Vocabulary, formulas: Mapping[str, Bound]) -> Slack:
    """The slack of a comparison; a sharp one (< > <>) has none."""
    tree = relation.expression
    if not isinstance(tree, Binary) or tree.operator not in TOLERANT:
        return Slack()
    return _slack(tree.left, vocabulary, formulas) + _slack(tree.right, vocabulary, formulas)


def _slack(expression: Expression, vocabulary: Vocabulary, formulas: Mapping[str, Bound]) -> Slack:
    match expression:
        case Number() | Text():
            return Slack()
        case Name(term):
            return _of_term(term, vocabulary, formulas)
        case Negative(inner):
            return _slack(inner, vocabulary, formulas)
        case Binary("+" | "-", left, right):
            return _slack(left, vocabulary, formulas) + _slack(right, vocabulary, formulas)
        case Binary(_, left, right):
            both = _slack(left, vocabulary, formulas) + _slack(right, vocabulary, formulas)
            return Slack() if both.exact else Slack(scaled=True)
        case Call("SUM", arguments):
            return sum((_of_column(each, vocabulary, formulas) for each in arguments), Slack())
        case Call("SUMIF", (_, _, amounts)):
            return _of_column(amounts, vocabulary, formulas)
        case Call("ABS" | "MAX" | "MIN", arguments):
            total = sum((_slack(each, vocabulary, formulas) for each in arguments), Slack())
            return Slack() if total.exact else Slack(scaled=True)
    return Slack()


def _of_term(term: str, vocabulary: Vocabulary, formulas: Mapping[str, Bound]) -> Slack:
    """An amount that is computed brings what its parts bring."""
    if vocabulary[term].kind is not Kind.AMOUNT:
        return Slack()
    return _slack(formulas[term].expression, vocabulary, formulas) if term in formulas else Slack(1)


def _of_column(expression: Expression, vocabulary: Vocabulary, formulas: Mapping[str, Bound]) -> Slack:
    own = _slack(expression, vocabulary, formulas)
    if isinstance(expression, Name) and vocabulary[expression.term].path and not own.exact:
        return Slack(columns=(expression.term,) * max(own.cells, 1))
    return own

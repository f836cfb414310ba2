"""How far the two sides of a relation may miss each other by rounding, known before any figure is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jixiao.model.fact import Kind
from jixiao.model.term import Vocabulary
from jixiao.relation.binding import Bound
from jixiao.relation.functions import FUNCTIONS
from jixiao.relation.functions.traits import Slack
from jixiao.relation.syntax import COMPARISONS, Binary, Call, Expression, Name, Negative

TOLERANT = ("=", "<=", ">=")


def slack_of(relation: Bound, vocabulary: Vocabulary, formulas: Mapping[str, Bound]) -> Slack:
    """The slack of a comparison; a sharp one (< > <>) has none."""
    return _Surveyor(vocabulary, formulas).slack(relation.expression)


@dataclass(frozen=True, slots=True)
class _Surveyor:
    vocabulary: Vocabulary
    formulas: Mapping[str, Bound]

    def slack(self, expression: Expression) -> Slack:
        match expression:
            case Name(term):
                return self._term(term)
            case Negative(inner):
                return self.slack(inner)
            case Binary(operator) if operator in COMPARISONS and operator not in TOLERANT:
                return Slack()
            case Binary(operator, left, right):
                both = self.slack(left) + self.slack(right)
                return both.depending if operator in "*/&" else both
            case Call(function, arguments):
                return FUNCTIONS[function].slack(self, arguments)
        return Slack()

    def column(self, expression: Expression) -> Slack:
        """What counts once per row of its table, if it is a column."""
        own = self.slack(expression)
        if isinstance(expression, Name) and self.vocabulary[expression.term].path and not own.exact:
            return Slack(columns=(expression.term,) * max(own.cells, 1))
        return own

    def _term(self, term: str) -> Slack:
        """An amount that is computed brings what its parts bring."""
        if self.vocabulary[term].kind is not Kind.AMOUNT:
            return Slack()
        return self.slack(self.formulas[term].expression) if term in self.formulas else Slack(1)

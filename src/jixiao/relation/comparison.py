"""A relation and a scope -> how its two sides compare. The one place that says what "agrees" means."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jixiao.model.fact import Fact, State
from jixiao.model.outcome import Outcome
from jixiao.relation.binding import Bound
from jixiao.relation.evaluation import Codes, Evaluation, NotEvaluable, Result, same_text
from jixiao.relation.quantity import Quantity
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import COMPARISONS, Binary

BLANK = "未填"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The two sides as evaluated. They are None where the relation was not checked; `reason` says why."""

    outcome: Outcome
    left: Result | None = None
    right: Result | None = None
    facts: tuple[Fact, ...] = ()
    reason: str = ""

    @property
    def difference(self) -> Decimal | None:
        """Left less right, for numbers."""
        if isinstance(self.left, Quantity) and isinstance(self.right, Quantity):
            return self.left.value - self.right.value
        return None

    @property
    def blank(self) -> bool:
        """True if nobody has filled any of its cells."""
        return bool(self.facts) and all(fact.state is State.BLANK for fact in self.facts)


def compare(relation: Bound, scope: Scope, codes: Codes) -> Comparison:
    """Evaluate both sides of `relation` within `scope`. Never raises for what a user typed."""
    tree = relation.expression
    assert isinstance(tree, Binary) and tree.operator in COMPARISONS
    run = Evaluation(scope, codes)
    try:
        left, right = run.value(tree.left), run.value(tree.right)
    except NotEvaluable as obstacle:
        facts = (obstacle.fact,) if obstacle.fact else run.facts
        return Comparison(Outcome.NOT_CHECKED, facts=facts, reason=obstacle.reason)
    return Comparison(_outcome(tree.operator, left, right), left, right, run.facts)


def holds(comparison: Comparison) -> bool:
    """True if the relation is known to hold, rounding allowed."""
    return comparison.outcome in (Outcome.PASSED, Outcome.ROUNDING)


def _outcome(operator: str, left: Result, right: Result) -> Outcome:
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return _numbers(operator, left, right)
    if isinstance(left, Quantity) or isinstance(right, Quantity):
        return Outcome.INCONSISTENT
    same = same_text(left) == same_text(right)
    return Outcome.PASSED if same == (operator == "=") else Outcome.INCONSISTENT


def _numbers(operator: str, left: Quantity, right: Quantity) -> Outcome:
    exact, tolerated = {
        "=": (left.value == right.value, left.meets(right)),
        "<>": (left.value != right.value, False),
        "<=": (left.value <= right.value, left.low <= right.high),
        ">=": (left.value >= right.value, left.high >= right.low),
        "<": (left.value < right.value, False),
        ">": (left.value > right.value, False),
    }[operator]
    if exact:
        return Outcome.PASSED
    return Outcome.ROUNDING if tolerated else Outcome.INCONSISTENT

"""A relation and a scope -> how its two sides compare. The one place that says what "agrees" means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne

import msgspec

from jixiao.model.fact import Fact, State
from jixiao.model.outcome import Outcome
from jixiao.relation.binding import Bound
from jixiao.relation.evaluation import Codes, Evaluation, NotEvaluable, Result
from jixiao.relation.quantity import Quantity
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import COMPARISONS, Binary
from jixiao.relation.texts import same_text

BLANK = "未填"
NOT_APPLICABLE = "不适用"

# by name: Python looks a member of an enumeration up more slowly, and a run asks tens of thousands of times
_BLANK = State.BLANK
_PASSED, _ROUNDING, _INCONSISTENT = Outcome.PASSED, Outcome.ROUNDING, Outcome.INCONSISTENT
_NOT_CHECKED = Outcome.NOT_CHECKED


class Comparison(msgspec.Struct, frozen=True):
    """The two sides as evaluated. They are None where the relation was not checked; `reason` says why.

    A Struct for the same reason as Quantity.
    """

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
        for fact in self.facts:  # mostly the first one settles it, so all() would only cost a generator
            if fact.state is not _BLANK:
                return False
        return bool(self.facts)


def compare(relation: Bound, scope: Scope, codes: Codes) -> Comparison:
    """Evaluate both sides of `relation` within `scope`. Never raises for what a user typed."""
    tree = relation.expression
    assert isinstance(tree, Binary) and tree.operator in COMPARISONS
    run = Evaluation(scope, codes)
    try:
        left, right = run.value(tree.left), run.value(tree.right)
    except NotEvaluable as obstacle:
        facts = (obstacle.fact,) if obstacle.fact else run.facts
        return Comparison(_NOT_CHECKED, facts=facts, reason=obstacle.reason)
    return Comparison(_outcome(tree.operator, left, right), left, right, run.facts)


def judge(relation: Bound, when: Iterable[Bound], scope: Scope, codes: Codes) -> Comparison:
    """Compare where all of `when` hold. Without any, a relation whose cells are all blank is not checked."""
    return judge_under([compare(condition, scope, codes) for condition in when], relation, scope, codes)


def judge_under(conditions: Sequence[Comparison], relation: Bound, scope: Scope, codes: Codes) -> Comparison:
    """The same where it is known already how each condition came out in this scope.

    One that cannot be evaluated counts before one that fails: Excel's AND, too, is an error then.
    """
    if not conditions:
        comparison = compare(relation, scope, codes)
        return _not_checked(comparison, BLANK) if comparison.blank else comparison
    for condition in conditions:
        if condition.outcome is _NOT_CHECKED:
            return condition
    for condition in conditions:
        if not holds(condition):
            return _not_checked(condition, NOT_APPLICABLE)
    return compare(relation, scope, codes)


def _not_checked(comparison: Comparison, reason: str) -> Comparison:
    return Comparison(_NOT_CHECKED, facts=comparison.facts, reason=reason)


def holds(comparison: Comparison) -> bool:
    """True if the relation is known to hold, rounding allowed."""
    return comparison.outcome in (_PASSED, _ROUNDING)


def _outcome(operator: str, left: Result, right: Result) -> Outcome:
    if isinstance(left, Quantity) and isinstance(right, Quantity):
        return _numbers(operator, left, right)
    if isinstance(left, Quantity) or isinstance(right, Quantity):
        return _INCONSISTENT
    same = same_text(left) == same_text(right)
    return _PASSED if same == (operator == "=") else _INCONSISTENT


def _numbers(operator: str, left: Quantity, right: Quantity) -> Outcome:
    if _EXACT[operator](left.value, right.value):
        return _PASSED
    tolerated = _TOLERATED.get(operator)
    return _ROUNDING if tolerated and tolerated(left, right) else _INCONSISTENT


_EXACT: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "=": eq,
    "<>": ne,
    "<=": le,
    ">=": ge,
    "<": lt,
    ">": gt,
}
_TOLERATED: dict[str, Callable[[Quantity, Quantity], bool]] = {
    "=": Quantity.meets,
    "<=": lambda left, right: left.low <= right.high,
    ">=": lambda left, right: left.high >= right.low,
}

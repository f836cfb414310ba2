"""A relation and a scope -> how it comes out there, or why it is not checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from jixiao.model.fact import EMPTY, Fact
from jixiao.model.outcome import Outcome
from jixiao.relation.binding import Bound
from jixiao.relation.evaluation import Codes, Evaluation, NotEvaluable
from jixiao.relation.functions import FUNCTIONS, comparisons, members
from jixiao.relation.outcomes import outcome_of
from jixiao.relation.quantity import Quantity, Result
from jixiao.relation.scope import Scope
from jixiao.relation.syntax import Binary, Call, Expression, Negative

BLANK = "未填"
NOT_APPLICABLE = "不适用"
INCOMPLETE = "原表没有读全"

# by name: Python looks a member of an enumeration up more slowly, and a run asks tens of thousands of times
_PASSED, _ROUNDING, _NOT_CHECKED = Outcome.PASSED, Outcome.ROUNDING, Outcome.NOT_CHECKED


class Comparison(msgspec.Struct, frozen=True):
    """The two sides as evaluated. They are None where the relation was not checked; `reason` says why.

    They are None, too, where the relation joins several comparisons into one.

    A Struct for the same reason as Quantity.
    """

    outcome: Outcome
    left: Result | None = None
    right: Result | None = None
    facts: tuple[Fact, ...] = ()
    reason: str = ""
    members: tuple[Comparison, ...] = ()  # what is joined, where the whole does not simply hold

    @property
    def difference(self) -> Decimal | None:
        """Left less right, for numbers."""
        if isinstance(self.left, Quantity) and isinstance(self.right, Quantity):
            return self.left.value - self.right.value
        return None

    @property
    def blank(self) -> bool:
        """True if nobody has filled any of its cells; the live sheet knows no more of a declined one."""
        for fact in self.facts:  # mostly the first one settles it, so all() would only cost a generator
            if fact.state not in EMPTY:
                return False
        return bool(self.facts)


def compare(relation: Bound, scope: Scope, codes: Codes) -> Comparison:
    """Evaluate `relation` within `scope`. Never raises for what a user typed."""
    tree = relation.expression
    run = Evaluation(scope, codes)
    try:
        if relation.steps is None:
            assert isinstance(tree, Call)
            return _joint(tree, run)
        operator, left_of, right_of = relation.steps
        left, right = left_of(run), right_of(run)
    except NotEvaluable as obstacle:
        facts = (obstacle.fact,) if obstacle.fact else _all_facts(tree, run)
        return Comparison(_NOT_CHECKED, facts=facts, reason=obstacle.reason)
    return Comparison(outcome_of(operator, left, right), left, right, tuple(run.used.values()))


def _all_facts(tree: Expression, run: Evaluation) -> tuple[Fact, ...]:
    """Of a relation that cannot be evaluated, also the facts behind the point where it stopped."""
    for comparison in comparisons(tree):
        _read(comparison.left, run)
        _read(comparison.right, run)
    return run.facts


def _read(expression: Expression, run: Evaluation) -> None:
    try:
        run.value(expression)
    except NotEvaluable:
        match expression:
            case Negative(inner):
                _read(inner, run)
            case Binary(_, left, right):
                _read(left, run)
                _read(right, run)
            case Call(function, arguments):
                for argument in FUNCTIONS[function].singles(arguments):
                    _read(argument, run)


def _joint(tree: Call, run: Evaluation) -> Comparison:
    """Comparisons joined into one. Raises NotEvaluable."""
    outcome = run.outcome(tree)
    found = () if outcome is _PASSED else tuple(_member(member, run) for member in members(tree))
    return Comparison(outcome, facts=run.facts, members=found)


def _member(tree: Expression, run: Evaluation) -> Comparison:
    if isinstance(tree, Call):
        return _joint(tree, run)
    assert isinstance(tree, Binary)
    left, right = run.value(tree.left), run.value(tree.right)
    return Comparison(outcome_of(tree.operator, left, right), left, right)


def judge(relation: Bound, when: Iterable[Bound], scope: Scope, codes: Codes) -> Comparison:
    """Compare where all of `when` hold. Without any, a relation whose cells are all blank is not checked.

    Nor is, with or without, an inequality of which one side is blank: it would compare with a zero that
    nobody typed.
    """
    return judge_under([compare(condition, scope, codes) for condition in when], relation, scope, codes)


def held(waits: Iterable[Comparison]) -> Comparison | None:
    """Not checked, if one of `waits` does not hold yet; None if there is nothing to wait for."""
    return next((_not_checked(each, INCOMPLETE) for each in waits if not holds(each)), None)


def judge_under(conditions: Sequence[Comparison], relation: Bound, scope: Scope, codes: Codes) -> Comparison:
    """The same where it is known already how each condition came out in this scope.

    One that cannot be evaluated counts before one that fails: Excel's AND, too, is an error then.
    """
    for condition in conditions:
        if condition.outcome is _NOT_CHECKED:
            return condition
    for condition in conditions:
        if not holds(condition):
            return _not_checked(condition, NOT_APPLICABLE)
    comparison = compare(relation, scope, codes)
    blank = not conditions and comparison.blank
    return _not_checked(comparison, BLANK) if blank or _blank_side(relation, scope) else comparison


def _blank_side(relation: Bound, scope: Scope) -> bool:
    sides = relation.ordered_sides
    return bool(sides) and any(all(scope.cell(term).empty for term in side) for side in sides)


def _not_checked(comparison: Comparison, reason: str) -> Comparison:
    return Comparison(_NOT_CHECKED, facts=comparison.facts, reason=reason)


def holds(comparison: Comparison) -> bool:
    """True if the relation is known to hold, rounding allowed."""
    return comparison.outcome in (_PASSED, _ROUNDING)

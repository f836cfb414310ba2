"""A relation and a scope -> how it comes out there, or why it is not checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec
from msgspec.structs import replace

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
_PASSED, _ROUNDING, _INCONSISTENT = Outcome.PASSED, Outcome.ROUNDING, Outcome.INCONSISTENT
_NOT_CHECKED = Outcome.NOT_CHECKED


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
    members: tuple[Comparison, ...] = ()  # what is joined, of a relation that does not simply hold

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
    """Evaluate `relation` within `scope`, without its members. Never raises for what a user typed."""
    run = Evaluation(scope, codes, {})
    try:
        if relation.steps is None:
            return Comparison(run.outcome(relation.expression), facts=run.facts)
        operator, left_of, right_of = relation.steps
        left, right = left_of(run), right_of(run)
    except NotEvaluable as obstacle:
        facts = (obstacle.fact,) if obstacle.fact else _all_facts(relation.expression, run)
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


def _with_members(comparison: Comparison, relation: Bound, scope: Scope, codes: Codes) -> Comparison:
    """A relation that joins several and is told of: how each of them came out."""
    if relation.steps is not None or comparison.outcome in (_PASSED, _NOT_CHECKED):
        return comparison
    assert isinstance(relation.expression, Call)
    return replace(comparison, members=_members(relation.expression, Evaluation(scope, codes)))


def _members(tree: Call, run: Evaluation) -> tuple[Comparison, ...]:
    return tuple(_member(member, run) for member in members(tree))


def _member(tree: Expression, run: Evaluation) -> Comparison:
    if isinstance(tree, Call):
        outcome = run.outcome(tree)
        return Comparison(outcome, members=() if outcome is _PASSED else _members(tree, run))
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
    failed = None
    for condition in conditions:
        if condition.outcome is _NOT_CHECKED:
            return condition
        if failed is None and condition.outcome is _INCONSISTENT:
            failed = condition
    if failed is not None:
        return not_applicable(failed)
    return judge_where_it_applies(relation, scope, codes, asked=bool(conditions))


def not_applicable(failed: Comparison) -> Comparison:
    """Not checked, for a condition does not hold."""
    return _not_checked(failed, NOT_APPLICABLE)


def judge_where_it_applies(relation: Bound, scope: Scope, codes: Codes, *, asked: bool) -> Comparison:
    """The same where all conditions hold; `asked` if there are any."""
    comparison = compare(relation, scope, codes)
    if (not asked and comparison.blank) or (relation.ordered_sides and _blank_side(relation, scope)):
        return _not_checked(comparison, BLANK)
    return _with_members(comparison, relation, scope, codes)


def _blank_side(relation: Bound, scope: Scope) -> bool:
    return any(all(scope.cell(term).empty for term in side) for side in relation.ordered_sides)


def _not_checked(comparison: Comparison, reason: str) -> Comparison:
    return Comparison(_NOT_CHECKED, facts=comparison.facts, reason=reason)


def holds(comparison: Comparison) -> bool:
    """True if the relation is known to hold, rounding allowed."""
    return comparison.outcome is _PASSED or comparison.outcome is _ROUNDING

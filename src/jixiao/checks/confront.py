"""Facts and checks -> one verdict per check and scope; nothing passes silently."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat

import msgspec

from jixiao.model.fact import Record
from jixiao.model.outcome import Outcome
from jixiao.model.term import Vocabulary
from jixiao.pack.check import Check
from jixiao.relation.binding import Bound
from jixiao.relation.comparison import BLANK, Comparison, compare, held, judge_under
from jixiao.relation.evaluation import Codes
from jixiao.relation.scope import Scope

FOUND = (Outcome.INCONSISTENT, Outcome.ROUNDING)  # outcomes that are told as findings


class Verdict(msgspec.Struct, frozen=True):
    """What one check came to in one scope: workbook, fund or row. A Struct, like Comparison."""

    check: Check
    scope: Scope
    comparison: Comparison
    outcome: Outcome  # of the comparison: whoever looks for findings asks it of all

    @property
    def key(self) -> str:
        """Stays the same from run to run, so that an explanation can hang on it."""
        return f"{self.check.data.id}@{self.scope.key}" if self.scope.key else self.check.data.id


def confront(
    record: Record, checks: Iterable[Check], vocabulary: Vocabulary, codes: Codes
) -> tuple[Verdict, ...]:
    """Run every check wherever it applies; over a table without rows it gives one verdict: not checked."""
    run = _Run(Scope(record, vocabulary), codes)
    found: list[Verdict] = []
    for check in checks:
        found += run.verdicts(check)
    return tuple(found)


class _Run(msgspec.Struct):
    """Remembers what many checks ask again: the rows of a table, and whether a condition holds in each.

    What a check waits for is such a condition, of the workbook: a dozen are asked six hundred times.
    """

    root: Scope
    codes: Codes
    scopes: dict[tuple[str, ...], tuple[Scope, ...]] = {}
    conditions: dict[tuple[str, tuple[str, ...]], tuple[Comparison, ...]] = {}

    def verdicts(self, check: Check) -> list[Verdict]:
        scopes, waits, relation = self._scopes(check.path), check.waits, check.relation
        if waits and (waiting := held(self._condition(wait, ())[0] for wait in waits)):
            return [_verdict(check, scope, waiting) for scope in scopes or (self.root,)]
        if not scopes:
            return [_verdict(check, self.root, Comparison(Outcome.NOT_CHECKED, reason=BLANK))]
        return [
            _verdict(check, scope, judge_under(conditions, relation, scope, self.codes))
            for scope, conditions in zip(scopes, self._conditions(check), strict=True)
        ]

    def _scopes(self, path: tuple[str, ...]) -> tuple[Scope, ...]:
        scopes = self.scopes.get(path)
        if scopes is None:
            scopes = self.scopes[path] = tuple(self.root.each(path))
        return scopes

    def _conditions(self, check: Check) -> Iterable[tuple[Comparison, ...]]:
        """How the conditions of the check come out, together for each of its scopes."""
        if not check.when:
            return repeat((), len(self._scopes(check.path)))
        return zip(*[self._condition(condition, check.path) for condition in check.when], strict=True)

    def _condition(self, condition: Bound, path: tuple[str, ...]) -> tuple[Comparison, ...]:
        """How the condition comes out in each scope of the path."""
        at = condition.text, path
        found = self.conditions.get(at)
        if found is None:
            found = self.conditions[at] = tuple(self._compared(condition, path))
        return found

    def _compared(self, condition: Bound, path: tuple[str, ...]) -> Iterable[Comparison]:
        if path and not condition.path:  # what no row has a say in is the same in all
            return self._condition(condition, ()) * len(self._scopes(path))
        return [compare(condition, scope, self.codes) for scope in self._scopes(path)]


def _verdict(check: Check, scope: Scope, comparison: Comparison) -> Verdict:
    return Verdict(check, scope, comparison, comparison.outcome)

"""Facts and checks -> one verdict per check and scope; nothing passes silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from jixiao.model.fact import Record
from jixiao.model.outcome import Outcome
from jixiao.model.term import Vocabulary
from jixiao.pack.loading import Check
from jixiao.relation.binding import Bound
from jixiao.relation.comparison import BLANK, Comparison, compare, judge_under
from jixiao.relation.evaluation import Codes
from jixiao.relation.scope import Scope


class Verdict(NamedTuple):
    """What one check came to in one scope: workbook, fund or row. A tuple, like Comparison."""

    check: Check
    scope: Scope
    comparison: Comparison

    @property
    def outcome(self) -> Outcome:
        return self.comparison.outcome

    @property
    def key(self) -> str:
        """Stays the same from run to run, so that an explanation can hang on it."""
        return f"{self.check.data.id}@{self.scope.key}" if self.scope.key else self.check.data.id


def confront(
    record: Record, checks: Iterable[Check], vocabulary: Vocabulary, codes: Codes
) -> tuple[Verdict, ...]:
    """Run every check wherever it applies; over a table without rows it gives one verdict: not checked."""
    run = _Run(Scope(record, vocabulary), codes)
    return tuple(verdict for check in checks for verdict in run.verdicts(check))


@dataclass(slots=True)
class _Run:
    """Remembers what many checks ask again: the rows of a table, and whether a condition holds in a row."""

    root: Scope
    codes: Codes
    scopes: dict[tuple[str, ...], tuple[Scope, ...]] = field(default_factory=dict)
    conditions: dict[tuple[str, int], Comparison] = field(default_factory=dict)

    def verdicts(self, check: Check) -> Iterator[Verdict]:
        if check.path not in self.scopes:
            self.scopes[check.path] = tuple(self.root.each(check.path))
        for scope in self.scopes[check.path]:
            conditions = [self._condition(condition, scope) for condition in check.when] if check.when else ()
            yield Verdict(check, scope, judge_under(conditions, check.relation, scope, self.codes))
        if not self.scopes[check.path]:
            yield Verdict(check, self.root, Comparison(Outcome.NOT_CHECKED, reason=BLANK))

    def _condition(self, condition: Bound, scope: Scope) -> Comparison:
        scope = scope if condition.path else self.root  # what no row has a say in is the same in all
        known = self.conditions.get((condition.text, id(scope)))
        if known is None:
            known = self.conditions[condition.text, id(scope)] = compare(condition, scope, self.codes)
        return known

"""Facts and checks -> one verdict per check and scope; nothing passes silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jixiao.model.fact import Record
from jixiao.model.outcome import Outcome
from jixiao.model.term import Vocabulary
from jixiao.pack.loading import Check
from jixiao.relation.comparison import BLANK, Comparison, compare, holds
from jixiao.relation.evaluation import Codes
from jixiao.relation.scope import Scope

NOT_APPLICABLE = "不适用"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one check came to in one scope: the whole workbook, one fund or one row."""

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
    root = Scope(record, vocabulary)
    return tuple(verdict for check in checks for verdict in _verdicts(check, root, codes))


def _verdicts(check: Check, root: Scope, codes: Codes) -> Iterator[Verdict]:
    scope = None
    for scope in root.each(check.path):
        yield Verdict(check, scope, _compare(check, scope, codes))
    if scope is None:
        yield Verdict(check, root, Comparison(Outcome.NOT_CHECKED, reason=BLANK))


def _compare(check: Check, scope: Scope, codes: Codes) -> Comparison:
    if check.when is None:
        comparison = compare(check.relation, scope, codes)
        return _blank(comparison) if comparison.blank else comparison
    condition = compare(check.when, scope, codes)
    if condition.outcome is Outcome.NOT_CHECKED:
        return condition
    if not holds(condition):
        return Comparison(Outcome.NOT_CHECKED, facts=condition.facts, reason=NOT_APPLICABLE)
    return compare(check.relation, scope, codes)


def _blank(comparison: Comparison) -> Comparison:
    return Comparison(Outcome.NOT_CHECKED, facts=comparison.facts, reason=BLANK)

"""Facts and checks -> one verdict per check and scope; nothing passes silently."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from jixiao.checks.conditions import Conditions
from jixiao.model.fact import Record
from jixiao.model.outcome import Outcome, Severity
from jixiao.model.term import Vocabulary
from jixiao.pack.check import Check
from jixiao.relation.comparison import BLANK, Comparison, held, judge_where_it_applies
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
    def severity(self) -> Severity:
        return Severity(self.check.data.severity)

    @property
    def key(self) -> str:
        """Stays the same from run to run, so that an explanation can hang on it."""
        return f"{self.check.data.id}@{self.scope.key}" if self.scope.key else self.check.data.id


def confront(
    record: Record, checks: Iterable[Check], vocabulary: Vocabulary, codes: Codes
) -> tuple[Verdict, ...]:
    """Run every check wherever it applies; over a table without rows it gives one verdict: not checked."""
    run = Conditions(Scope(record, vocabulary), codes)
    found: list[Verdict] = []
    for check in checks:
        found += _verdicts(check, run)
    return tuple(found)


def _verdicts(check: Check, run: Conditions) -> list[Verdict]:
    """What a check waits for are conditions of the workbook: a dozen are asked six hundred times."""
    scopes, waits, relation, codes = run.scopes(check.path), check.waits, check.relation, run.codes
    if waits and (waiting := held(run.answers(wait, (), (0,))[0] for wait in waits)):
        return [_verdict(check, scope, waiting) for scope in scopes or (run.root,)]
    if not scopes:
        return [_verdict(check, run.root, Comparison(Outcome.NOT_CHECKED, reason=BLANK))]
    if not check.when:
        return [
            _verdict(check, scope, judge_where_it_applies(relation, scope, codes, asked=False))
            for scope in scopes
        ]
    return [
        _verdict(check, scope, obstacle or judge_where_it_applies(relation, scope, codes, asked=True))
        for scope, obstacle in zip(scopes, run.obstacles(check), strict=True)
    ]


def _verdict(check: Check, scope: Scope, comparison: Comparison) -> Verdict:
    return Verdict(check, scope, comparison, comparison.outcome)

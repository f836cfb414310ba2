"""What the checks of a pack say of a year, and in which equations each figure takes part."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.checks.confront import Verdict, confront
from jixiao.model.fact import Record
from jixiao.model.outcome import Outcome
from jixiao.pack.pack import Pack
from jixiao.relation.syntax import Binary


def verdicts_of(record: Record, pack: Pack) -> tuple[Verdict, ...]:
    return confront(record, pack.checks, pack.vocabulary, pack.names_of_codes)


def is_equation(verdict: Verdict) -> bool:
    tree = verdict.check.relation.expression
    return isinstance(tree, Binary) and tree.operator == "="


def equations_of(verdicts: Iterable[Verdict]) -> dict[int, set[str]]:
    """Which equations a fact takes part in, by the identity of the fact."""
    found: dict[int, set[str]] = {}
    for verdict in verdicts:
        if is_equation(verdict) and verdict.outcome is Outcome.PASSED:
            for fact in verdict.comparison.facts:
                found.setdefault(id(fact), set()).add(verdict.key)
    return found

"""Prove that every check comes out on its own examples as they say."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.checks.confront import confront
from jixiao.model.outcome import Outcome
from jixiao.pack.computed import with_computed
from jixiao.pack.errors import PackError
from jixiao.pack.example import record_of_example
from jixiao.pack.loading import Check, Pack
from jixiao.pack.schema import Example

_WORST = (Outcome.INCONSISTENT, Outcome.ROUNDING, Outcome.PASSED, Outcome.NOT_CHECKED)


def prove_checks(pack: Pack, checks: Iterable[Check] | None = None, file: str = "checks.toml") -> None:
    """Raises PackError with the check's id and what came out instead."""
    for check in pack.checks if checks is None else checks:
        wanted = {example.outcome for example in check.data.examples}
        if not {"passed", "inconsistent"} <= wanted:
            raise PackError(file, check.data.id, "needs an example that passes and one that fails")
        for number, example in enumerate(check.data.examples, 1):
            found = outcome_of_example(check, example, pack)
            if found != example.outcome:
                reason = f"example {number} says {example.outcome}, but comes out as {found}"
                raise PackError(file, check.data.id, reason)


def outcome_of_example(check: Check, example: Example, pack: Pack) -> Outcome:
    """The worst outcome over all rows of the example. Raises PackError for a term it does not know."""
    for term in example.given:
        if term not in pack.vocabulary:
            raise PackError("checks.toml", check.data.id, f"its example uses the unknown term “{term}”")
    factor = pack.form.units.factors[pack.default_unit]
    record = with_computed(record_of_example(example.given, pack, factor), pack)
    verdicts = confront(record, [check], pack.vocabulary, pack.names_of_codes)
    return min((verdict.outcome for verdict in verdicts), key=_WORST.index)

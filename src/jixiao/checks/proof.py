"""Prove that every check comes out on its own examples as they say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jixiao.checks.confront import Verdict, confront
from jixiao.model.outcome import Outcome
from jixiao.model.term import nearest
from jixiao.pack.check import Check, Example
from jixiao.pack.computed import with_computed
from jixiao.pack.errors import PackError
from jixiao.pack.example import record_of_example
from jixiao.pack.pack import Pack
from jixiao.relation.evaluation import DIVISOR_ZERO
from jixiao.relation.syntax import DIGITS

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_WORST = (Outcome.INCONSISTENT, Outcome.ROUNDING, Outcome.PASSED, Outcome.NOT_CHECKED)


def prove_checks(pack: Pack, checks: Iterable[Check] | None = None) -> None:
    """Raises PackError with the check's id and what came out instead."""
    for check in pack.checks if checks is None else checks:
        wanted = {example.outcome for example in check.data.examples}
        if not {"passed", "inconsistent"} <= wanted:
            reason = "needs an example that passes and one that fails"
            raise PackError(check.file, check.data.id, reason, check.at("examples"))
        prove_examples(check, pack)


def prove_examples(check: Check, pack: Pack) -> None:
    """Raises PackError for the first example that comes out otherwise than it says."""
    for number, example in enumerate(check.data.examples, 1):
        at = (*check.at("examples"), number - 1)
        for term, given in example.given.items():
            if reason := _unfit(term, given, pack):
                raise PackError(check.file, check.data.id, f"its example {reason}", (*at, "given", term))
        worst = _worst(check, example, pack)
        if worst.outcome != example.outcome:
            zero = ": it divides by zero" if worst.comparison.reason == DIVISOR_ZERO else ""
            reason = f"example {number} says {example.outcome}, but comes out as {worst.outcome}{zero}"
            raise PackError(check.file, check.data.id, reason, at)


def _worst(check: Check, example: Example, pack: Pack) -> Verdict:
    factor = pack.form.units.factors[pack.default_unit]
    record = with_computed(record_of_example(example.given, pack, factor), pack)
    verdicts = confront(record, [check], pack.vocabulary, pack.names_of_codes)
    return min(verdicts, key=lambda verdict: _WORST.index(verdict.outcome))


def _unfit(term: str, given: str | list[str], pack: Pack) -> str:
    """Why an example cannot give this to the term; empty if it can."""
    known = pack.vocabulary.get(term)
    if known is None:
        guess = nearest(term, pack.vocabulary)
        return f"uses the unknown term “{term}”{f'; did you mean “{guess}”?' if guess else ''}"
    in_table = bool(known.path) and not pack.groups[known.path[-1]].repeat
    if in_table != isinstance(given, list):
        return f"must give “{term}” as {'a list of rows' if in_table else 'one value'}"
    values = given if isinstance(given, list) else [given]
    strange = [value for value in values if value and known.kind.numeric and not _is_number(value)]
    return f"gives “{strange[0]}”, which is no number, to “{term}”" if strange else ""


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and sum(map(str.isdigit, text)) <= DIGITS

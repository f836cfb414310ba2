"""The figures that an explanation stands for, as a text that a workbook keeps: 元 with their precision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.checks.confront import Verdict
from jixiao.model.fact import Fact
from jixiao.model.figures import plain, round_half_up
from jixiao.relation.comparison import Comparison
from jixiao.relation.quantity import Quantity, Result

SEPARATOR = "；"
_FINEST = Decimal("0.000001")
_FIGURE = re.compile(r"(-?\d+(?:\.\d+)?)(?:±(\d+(?:\.\d+)?))?")


def figures_of(verdict: Verdict) -> str:
    """Both sides of the relation; where it compares no figures, also those that make it apply.

    In 元, so that another unit of the workbook changes nothing.
    """
    sides = list(_sides(verdict.comparison))
    if not any(fact.kind.numeric for fact in verdict.comparison.facts):
        sides += [Quantity.given(fact.number, fact.quantum) for fact in _conditions(verdict)]
    return SEPARATOR.join(_written(side) for side in sides)


def same_figures(old: str, new: str) -> bool:
    """True if both can be the same figures, written with their own precision."""
    pairs = list(zip(old.split(SEPARATOR), new.split(SEPARATOR), strict=False))
    return old.count(SEPARATOR) == new.count(SEPARATOR) and all(_same(*pair) for pair in pairs)


def _sides(comparison: Comparison) -> Iterator[Result]:
    for member in comparison.members:
        yield from _sides(member)
    for side in (comparison.left, comparison.right):
        if side is not None:
            yield side


def _conditions(verdict: Verdict) -> Iterator[Fact]:
    """The cells with figures that the conditions name one by one."""
    scope = verdict.scope
    for term in dict.fromkeys(term for condition in verdict.check.when for term in condition.terms):
        known = scope.vocabulary[term]
        if known.kind.numeric and (not known.path or known.path[-1] in scope.current):
            yield scope.cell(term)


def _written(side: Result) -> str:
    if isinstance(side, str):
        return "".join(side.split()).replace(SEPARATOR, "，")
    half = (side.high - side.low) / 2
    return f"{_digits(side.value)}±{_digits(half)}" if half else _digits(side.value)


def _digits(value: Decimal) -> str:
    return plain(round_half_up(value, _FINEST))


def _same(old: str, new: str) -> bool:
    if old == new:
        return True
    before, after = _FIGURE.fullmatch(old), _FIGURE.fullmatch(new)
    if before is None or after is None:
        return False
    room = Decimal(before[2] or 0) + Decimal(after[2] or 0)
    return abs(Decimal(before[1]) - Decimal(after[1])) < room

"""Cells that units may leave empty because they say the same as others: filled, or left out of the sum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from jixiao.desk.rollup.total import Total
from jixiao.pack.rollup_file import Implied

ROUNDED = Decimal(100)  # 元: the last digit of an amount in 万元


class ImpliedCells:
    """What all units together decide; each is noted before any is completed."""

    def __init__(self, rules: Sequence[Implied]) -> None:
        self._rules = rules
        self._filled, self._known = [False] * len(rules), [True] * len(rules)

    def note(self, total: Total) -> None:
        """What one unit has filled in."""
        for number, rule in enumerate(self._rules):
            filled = _fills(total, rule)
            self._filled[number] |= filled
            self._known[number] &= filled or _agree(total, rule.same)

    def completed(self, total: Total) -> Total:
        """The unit with what its empty cells say; without the cells where nobody knows what they say."""
        for rule, filled, known in zip(self._rules, self._filled, self._known, strict=True):
            if filled and not known:
                total = _without(total, rule.terms)
            elif filled and not _fills(total, rule):
                total = _with(total, rule.terms)
        return total

    def left_out(self) -> Iterator[str]:
        """What the sum leaves empty, and why."""
        for rule, filled, known in zip(self._rules, self._filled, self._known, strict=True):
            if filled and not known:
                labels = "、".join(f"“{term}”" for term in rule.terms)
                yield f"{labels}有的单位填了、有的没有填，不能汇总，没有带入。"


def _fills(total: Total, rule: Implied) -> bool:
    return any(term in cell.figures for cell in _walk(total) for term in rule.terms)


def _walk(total: Total) -> Iterator[Total]:
    yield total
    for row in (row for rows in total.groups.values() for row in rows):
        yield from _walk(row)


def _with(total: Total, implied: Mapping[str, str]) -> Total:
    more = {term: total.figures[other] for term, other in implied.items() if other in total.figures}
    groups = {name: tuple(_with(row, implied) for row in rows) for name, rows in total.groups.items()}
    return replace(total, figures={**total.figures, **more}, groups=groups)


def _agree(total: Total, terms: tuple[str, str]) -> bool:
    """As far as rounding allows."""
    one, other = (total.figures.get(term, Decimal(0)) for term in terms)
    return abs(one - other) <= ROUNDED


def _without(total: Total, terms: Mapping[str, str]) -> Total:
    figures = {term: value for term, value in total.figures.items() if term not in terms}
    groups = {name: tuple(_without(row, terms) for row in rows) for name, rows in total.groups.items()}
    return replace(total, figures=figures, groups=groups)

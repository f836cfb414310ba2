"""A measure: what an indicator is scored by, and what stops one from being had."""

from __future__ import annotations

from typing import Any

import msgspec

from jixiao.model.fact import Fact
from jixiao.model.scorecard import Obstacle


class Measure(msgspec.Struct, frozen=True):
    value: Any  # of the kind that the indicator's method scores
    shown: str  # as printed in the score table
    special: str = ""  # why the usual working does not apply
    facts: tuple[Fact, ...] = ()  # the cells it was taken from


class NotMeasurable(Exception):  # noqa: N818 - an outcome, not a fault
    """There is no measure; the obstacle says which cell to fill."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.problem)
        self.obstacle = obstacle


def unusable(fact: Fact, what: str, mend: str) -> NotMeasurable:
    """A cell holds something, but nothing that can be scored: what is wrong with it, and how to mend it."""
    typed = fact.typed.strip() or fact.text
    return NotMeasurable(Obstacle(fact.label, fact.place, f"填的是“{typed}”，{what}", mend, typed))

"""A measure: what an indicator is scored by, and what stops one from being had."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jixiao.model.fact import Fact
from jixiao.model.scorecard import Obstacle


class Completion(msgspec.Struct, frozen=True):
    """What was done and what was to be done; `shown` is how people write the two."""

    actual: Decimal
    target: Decimal
    shown: str


MeasureValue = (
    Decimal | str | tuple[bool, ...] | Completion
)  # rate, number or score · grade · ticks · work done


class Measure(msgspec.Struct, frozen=True):
    value: MeasureValue
    shown: str  # as printed in the score table
    special: str = ""  # why the usual working does not apply
    facts: tuple[Fact, ...] = ()  # the cells it was taken from


class NotMeasurable(Exception):  # noqa: N818 - an outcome, not a fault
    """There is no measure; the obstacle says which cell to fill."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.problem)
        self.obstacle = obstacle

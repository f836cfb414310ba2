"""A measure: what an indicator is scored by, and what stops one from being had."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from jixiao.model.fact import Fact
from jixiao.model.scorecard import Obstacle


@dataclass(frozen=True, slots=True)
class Completion:
    """What was done and what was to be done; `shown` is how people write the two."""

    actual: Decimal
    target: Decimal
    shown: str


MeasureValue = (
    Decimal | str | tuple[bool, ...] | Completion
)  # rate, number or score · grade · ticks · work done


@dataclass(frozen=True, slots=True)
class Measure:
    value: MeasureValue
    shown: str  # as printed in the score table
    special: str = ""  # why the usual working does not apply
    facts: tuple[Fact, ...] = ()  # the cells it was taken from


class NotMeasurable(Exception):  # noqa: N818 - an outcome, not a fault
    """There is no measure; the obstacle says which cell to fill."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle.problem)
        self.obstacle = obstacle

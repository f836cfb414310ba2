"""per_point: full score up to the limit, then a deduction for each step beyond it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_DOWN, Decimal
from typing import Literal

from jixiao.methods.measure import Measure
from jixiao.methods.method import EntryRow, Mark, ScoringMethod
from jixiao.methods.rates import entered_rate, percent, points, typed_rate
from jixiao.methods.wording import count_words, reached, score_words

_BEYOND = {"over": "超过", "under": "低于", "both": "偏离"}
_WITHIN = {"over": "未超过", "under": "不低于", "both": "等于"}
_ROUNDING = {"ceil": ROUND_CEILING, "floor": ROUND_DOWN}


class PerPoint(ScoringMethod, kw_only=True, tag="per_point"):
    """Full score up to the limit, then `deduct` for each step beyond it."""

    columns = ("target", "actual")
    rate = True

    limit: Decimal
    direction: Literal["over", "under", "both"]
    step: Decimal  # as a ratio: 1 percentage point is 0.01
    deduct: Decimal
    rounding: Literal["ceil", "floor", "exact"] = "ceil"  # does a part of a step count as a step

    def unsound(self, full: Decimal) -> Iterator[str]:
        if self.step <= 0 or self.deduct <= 0:
            yield "“step”和“deduct”应大于0"

    def read(self, row: EntryRow) -> Measure:
        return entered_rate(row)

    def typed(self, text: str) -> Decimal:
        return typed_rate(text)

    def score(self, value: Decimal, full: Decimal) -> Mark:
        distance = self._distance(value)
        if distance <= 0:
            return reached(f"{percent(value)}，{_WITHIN[self.direction]}{percent(self.limit)}", full)
        steps = self._steps(distance)
        lost = min(full, steps * self.deduct)
        end = "，扣完为止" if steps * self.deduct > full else ""
        return Mark(
            full - lost,
            f"{percent(value)}，{_BEYOND[self.direction]}{percent(self.limit)}共{points(distance)}个百分点，"
            f"每{points(self.step)}个百分点扣{score_words(self.deduct)}，计{count_words(steps)}次{end}，"
            f"扣{score_words(lost)}，得{score_words(full - lost)}",
        )

    def _distance(self, rate: Decimal) -> Decimal:
        """How far the rate is on the wrong side of the limit."""
        if self.direction == "both":
            return abs(rate - self.limit)
        return rate - self.limit if self.direction == "over" else self.limit - rate

    def _steps(self, distance: Decimal) -> Decimal:
        steps = distance / self.step
        return steps if self.rounding == "exact" else steps.to_integral_value(_ROUNDING[self.rounding])

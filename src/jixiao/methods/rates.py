"""Methods that score a rate, computed from the workbook or entered: by steps beyond a limit, by bands."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_DOWN, Decimal
from itertools import pairwise
from typing import Literal

from jixiao.methods.method import EntryRow, Mark, Measure, ScoringMethod, unusable
from jixiao.methods.wording import count_words, measured, percent, points, reached, score_words
from jixiao.strict import Strict

ZERO = Decimal(0)


def entered_rate(row: EntryRow) -> Measure:
    """The actual value itself, or the actual value by the target, as the indicator says."""
    actual, value = row.number("actual")
    if row.rated == "ratio":
        target, wanted = row.number("target")
        if wanted <= 0:
            raise unusable(target, "应大于 0", "请填计划数或目标值。")
        value = value / wanted
    row.refuse_implausible(actual, value)
    return Measure(value, percent(value), measured(percent(value)))


# ---- per_point

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


# ---- band


class Band(Strict, kw_only=True):
    upper: Decimal | None = None  # None: no upper end
    closed: bool = True  # the upper end belongs to this band
    score: Decimal

    def reaches(self, value: Decimal) -> bool:
        """True if the value does not lie beyond its upper end."""
        return self.upper is None or value < self.upper or (self.closed and value == self.upper)


class Bands(ScoringMethod, kw_only=True, tag="band"):
    """The first band, from below, that contains the value (or its distance from `centre`)."""

    columns = ("target", "actual")
    rate = True

    bands: tuple[Band, ...]
    centre: Decimal | None = None

    def unsound(self, full: Decimal) -> Iterator[str]:
        uppers = [band.upper for band in self.bands[:-1]]
        if self.bands[-1].upper is not None or None in uppers:
            yield "应只有最后一档没有上限“upper”"
        elif any(low >= high for low, high in pairwise([upper for upper in uppers if upper is not None])):
            yield "各档的上限“upper”应从小到大"
        if max(band.score for band in self.bands) != full or min(band.score for band in self.bands) < 0:
            yield f"各档的得分应在0和 {full} 之间，并有一档得 {full}"

    def read(self, row: EntryRow) -> Measure:
        return entered_rate(row)

    def score(self, value: Decimal, full: Decimal) -> Mark:
        distance = value if self.centre is None else abs(value - self.centre)
        index = next(index for index, band in enumerate(self.bands) if band.reaches(distance))
        score = self.bands[index].score
        if self.centre is None:
            said = f"{percent(value)}，{band_words(self.bands, index)}"
        elif not distance:
            said = f"等于{percent(self.centre)}"
        else:
            away = f"偏离{percent(self.centre)}共{points(distance)}个百分点"
            said = f"{percent(value)}，{away}，{band_words(self.bands, index)}"
        return Mark(score, f"{said}，得{score_words(score)}")


def band_words(bands: tuple[Band, ...], index: int) -> str:
    """Where a rate falls: 落在（0,10%]档, or in words for the outermost bands: 不低于90%."""
    band = bands[index]
    lower = bands[index - 1] if index else None
    if lower is None:
        return f"{'不超过' if band.closed else '低于'}{percent(band.upper or ZERO)}"
    if band.upper is None:
        return f"{'超过' if lower.closed else '不低于'}{percent(lower.upper or ZERO)}"
    left = "（" if lower.closed else "["
    right = "]" if band.closed else "）"
    return f"落在{left}{_end(lower.upper)},{_end(band.upper)}{right}档"


def _end(upper: Decimal | None) -> str:
    return percent(upper) if upper else "0"

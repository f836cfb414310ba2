"""Methods that score a rate in steps, computed from the workbook or entered: beyond a limit, by bands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, ROUND_DOWN, Decimal
from itertools import pairwise
from typing import Literal

from jixiao.methods.deductions import deducted, left_in_steps, unsound_floor
from jixiao.methods.entered_rate import entered_number, entered_rate
from jixiao.methods.method import EntryRow, Mark, Measure, ScoringMethod
from jixiao.methods.wording import count_words, percent, points, reached, score_words
from jixiao.model.figures import plain
from jixiao.strict import Strict

ZERO = Decimal(0)
_LARGEST_RATE = 5  # the end of a band that lies beyond is a number of something


# ---- per_point

_BEYOND = {"over": "超过", "under": "低于", "both": "偏离"}
_WITHIN = {"over": "未超过", "under": "不低于", "both": "等于"}
_ROUNDING = {"ceil": ROUND_CEILING, "floor": ROUND_DOWN}


class PerPoint(ScoringMethod, kw_only=True, tag="per_point"):
    """Full score up to the limit, then `deduct` for each step beyond it, down to `floor`."""

    columns = ("target", "actual")
    rate = True

    limit: Decimal
    direction: Literal["over", "under", "both"]
    step: Decimal  # as a ratio: 1 percentage point is 0.01
    deduct: Decimal
    rounding: Literal["ceil", "floor", "exact"] = "ceil"  # does a part of a step count as a step
    # Farther out than this rate nothing is left; with "both", this distance
    zero_beyond: Decimal | None = None
    floor: Decimal = ZERO

    @property
    def counted(self) -> bool:
        """Whether it scores a number of something: no step of a rate is a hundred points wide."""
        return self.step >= 1

    @property
    def typed_rate(self) -> bool:
        return not self.counted

    def unsound(self, full: Decimal) -> Iterator[str]:
        if self.step <= 0 or self.deduct <= 0:
            yield "“step”和“deduct”应大于0"
        yield from unsound_floor(self.floor, full)
        if self.zero_beyond is not None and self._end() < 0:
            yield "“zero_beyond”应在“limit”要扣分的一侧"

    def read(self, row: EntryRow) -> Measure:
        return entered_number(row, self.limit) if self.counted else entered_rate(row)

    def score(self, value: Decimal, full: Decimal) -> Mark:
        distance, said = self._distance(value), plain if self.counted else percent
        if distance <= 0:
            return reached(f"{said(value)}，{_WITHIN[self.direction]}{said(self.limit)}", full)
        if self.zero_beyond is not None and distance > self._end():
            return Mark(ZERO, f"{said(value)}，{self._past_the_end(self.zero_beyond)}，得0分")
        steps = self._steps(distance)
        lost, end = deducted(steps * self.deduct, full, self.floor)
        far, each = (
            (plain(distance), plain(self.step))
            if self.counted
            else (f"{points(distance)}个百分点", f"{points(self.step)}个百分点")
        )
        return Mark(
            full - lost,
            f"{said(value)}，{_BEYOND[self.direction]}{said(self.limit)}共{far}，每{each}扣{score_words(self.deduct)}，"
            f"计{count_words(steps)}次{end}，扣{score_words(lost)}，得{score_words(full - lost)}",
        )

    def possible(self, full: Decimal) -> frozenset[Decimal] | None:
        steps = None if self.rounding == "exact" else left_in_steps(self.deduct, full, self.floor)
        return steps if steps is None or self.zero_beyond is None else steps | {ZERO}

    def _distance(self, rate: Decimal) -> Decimal:
        """How far the rate is on the wrong side of the limit."""
        if self.direction == "both":
            return abs(rate - self.limit)
        return rate - self.limit if self.direction == "over" else self.limit - rate

    def _end(self) -> Decimal:
        """At which distance from the limit nothing is left any more."""
        assert self.zero_beyond is not None
        return self.zero_beyond if self.direction == "both" else self._distance(self.zero_beyond)

    def _past_the_end(self, end: Decimal) -> str:
        if self.counted:
            limit = plain(self.limit) if self.direction == "both" else ""
            return f"{_BEYOND[self.direction]}{f'{limit}超过' if limit else ''}{plain(end)}的不得分"
        limit = f"{percent(self.limit)}超过" if self.direction == "both" else ""
        shown = f"{points(end)}个百分点" if self.direction == "both" else percent(end)
        return f"{_BEYOND[self.direction]}{limit}{shown}的不得分"

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
    unit: str = ""  # of what is counted; few of something, such as 3 meetings, could be rates without it

    @property
    def counted(self) -> bool:
        """Whether it scores a number of something: ends such as 300 people are no rates."""
        return self.centre is None and (bool(self.unit) or self._largest_end > _LARGEST_RATE)

    @property
    def _largest_end(self) -> Decimal:
        return max((band.upper for band in self.bands if band.upper is not None), default=ZERO)

    @property
    def typed_rate(self) -> bool:
        return not self.counted

    def unsound(self, full: Decimal) -> Iterator[str]:
        uppers = [band.upper for band in self.bands[:-1]]
        if self.bands[-1].upper is not None or None in uppers:
            yield "应只有最后一档没有上限“upper”"
        elif any(low >= high for low, high in pairwise([upper for upper in uppers if upper is not None])):
            yield "各档的上限“upper”应从小到大"
        if max(band.score for band in self.bands) != full or min(band.score for band in self.bands) < 0:
            yield f"各档的得分应在0和 {full} 之间，并有一档得 {full}"

    def read(self, row: EntryRow) -> Measure:
        return entered_number(row, self._largest_end) if self.counted else entered_rate(row)

    def score(self, value: Decimal, full: Decimal) -> Mark:
        distance = value if self.centre is None else abs(value - self.centre)
        index = next(index for index, band in enumerate(self.bands) if band.reaches(distance))
        score = self.bands[index].score
        if self.centre is None:
            shown = plain if self.counted else percent
            said = f"{shown(value)}，{band_words(self.bands, index, shown)}"
        elif not distance:
            said = f"等于{percent(self.centre)}"
        else:
            away = f"偏离{percent(self.centre)}共{points(distance)}个百分点"
            said = f"{percent(value)}，{away}，{band_words(self.bands, index)}"
        return Mark(score, f"{said}，得{score_words(score)}")

    def possible(self, full: Decimal) -> frozenset[Decimal]:
        return frozenset(band.score for band in self.bands)


def band_words(bands: tuple[Band, ...], index: int, shown: Callable[[Decimal], str] = percent) -> str:
    """Where a rate falls: 落在（0,10%]档, or in words for the outermost bands: 不低于90%."""
    band = bands[index]
    lower = bands[index - 1] if index else None
    if lower is None:
        return f"{'不超过' if band.closed else '低于'}{shown(band.upper or ZERO)}"
    if band.upper is None:
        return f"{'超过' if lower.closed else '不低于'}{shown(lower.upper or ZERO)}"
    left = "（" if lower.closed else "["
    right = "]" if band.closed else "）"
    ends = (shown(end) if end else "0" for end in (lower.upper, band.upper))
    return f"落在{left}{','.join(ends)}{right}档"

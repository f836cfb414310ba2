"""band: the score of the band into which a rate falls."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from jixiao.methods.measure import Measure
from jixiao.methods.method import EntryRow, Mark, ScoringMethod
from jixiao.methods.rates import entered_rate, percent, points, typed_rate
from jixiao.methods.wording import score_words
from jixiao.strict import Strict

ZERO = Decimal(0)


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

    def typed(self, text: str) -> Decimal:
        return typed_rate(text)

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

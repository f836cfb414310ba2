"""Methods that score a rate in proportion: of a budget that is carried out, between two rates."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.methods.entered_rate import entered_rate
from jixiao.methods.method import EntryRow, Mark, Measure, ScoringMethod
from jixiao.methods.wording import part, percent, reached, score_words

ZERO = Decimal(0)
ONE = Decimal(1)

# ---- execution


class Execution(ScoringMethod, kw_only=True, tag="execution"):
    """full x what was carried out / the budget, never more than full; `zero_base` of it without a budget.

    Nothing for a rate below `zero_below`.
    """

    columns = ("target", "actual")
    rate = True

    cap: Decimal = ONE  # the rate that has the full score
    zero_base: Decimal = ZERO
    zero_below: Decimal | None = None

    @property
    def without_base(self) -> Decimal | None:
        return self.zero_base

    def unsound(self, full: Decimal) -> Iterator[str]:
        if self.cap <= 0:
            yield "“cap”应大于0"
        if not 0 <= self.zero_base <= 1:
            yield "“zero_base”应在0和1之间"
        if self.zero_below is not None and not 0 < self.zero_below <= self.cap:
            yield "“zero_below”应大于0，不超过“cap”"

    def read(self, row: EntryRow) -> Measure:
        return entered_rate(row, self.without_base)

    def score(self, value: Decimal, full: Decimal) -> Mark:
        if value >= self.cap:
            return reached(f"执行率{percent(value)}，达到{percent(self.cap)}", full)
        if value <= 0:
            return Mark(ZERO, f"执行率{percent(value)}，得{score_words(ZERO)}")
        if self.zero_below is not None and value < self.zero_below:
            return Mark(ZERO, f"执行率{percent(value)}，低于{percent(self.zero_below)}的不得分，得0分")
        said = "执行率" if self.cap == 1 else f"执行率{percent(value)}，为{percent(self.cap)}的"
        return part(said, value / self.cap, full)


# ---- linear


class Interpolation(ScoringMethod, kw_only=True, tag="linear"):
    """Nothing at one rate, the full score at another, in proportion between them."""

    columns = ("target", "actual")
    rate = True

    zero_at: Decimal
    full_at: Decimal

    def unsound(self, full: Decimal) -> Iterator[str]:
        if self.zero_at == self.full_at:
            yield "“zero_at”和“full_at”不应相等"

    def read(self, row: EntryRow) -> Measure:
        return entered_rate(row)

    def score(self, value: Decimal, full: Decimal) -> Mark:
        share = (value - self.zero_at) / (self.full_at - self.zero_at)
        rising = self.full_at > self.zero_at
        if share >= 1:
            return reached(
                f"{percent(value)}，{'不低于' if rising else '未超过'}{percent(self.full_at)}", full
            )
        if share <= 0:
            said = f"{percent(value)}，{'未超过' if rising else '不低于'}{percent(self.zero_at)}"
            return Mark(ZERO, f"{said}，得{score_words(ZERO)}")
        between = f"{percent(self.zero_at)}（0分）和{percent(self.full_at)}（满分）"
        return part(f"{percent(value)}，在{between}之间，按比例得", share, full)

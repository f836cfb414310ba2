"""Methods that score work done, against its target, and what has gone wrong, each time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.methods.completion import Completion, read_completion, typed_completion
from jixiao.methods.deductions import deducted, left_in_steps, unsound_floor
from jixiao.methods.method import Column, EntryRow, Mark, Measure, ScoringMethod, unusable
from jixiao.methods.wording import count_words, part, percent, reached, score_words
from jixiao.model.figures import plain

ZERO = Decimal(0)

# ---- proportional


class Proportional(ScoringMethod, kw_only=True, tag="proportional"):
    """full x actual / target, never more than full; `inverse` for targets that mean "at most".

    A `target` of the rule is not entered. Who has done less than `zero_below` of it gets nothing; where the
    target is a rate, so does who has less than that rate.
    """

    scores = Completion
    columns = ("target", "actual")

    inverse: bool = False
    target: Decimal | None = None
    zero_below: Decimal | None = None

    @property
    def asked(self) -> tuple[Column, ...]:
        return self.columns if self.target is None else ("actual",)

    @property
    def typed_rate(self) -> bool:
        return self.target is not None and self.target <= 1

    def unsound(self, full: Decimal) -> Iterator[str]:
        if self.target is not None and self.target <= 0:
            yield "“target”应大于0"
        if self.zero_below is not None and not 0 < self.zero_below <= 1:
            yield "“zero_below”应大于0，不超过1"

    def read(self, row: EntryRow) -> Measure:
        work = read_completion(row, self.target, of_rate=self.typed_rate)
        if work.target < 0 or (work.target == 0 and not self.inverse):
            raise unusable(row.number("target")[0], "应大于 0", "请填计划数或目标值。")
        actual, done = row.number("actual")
        if done < 0:
            raise unusable(actual, "不应为负数", "请填实际完成数。")
        if not self.inverse:
            row.refuse_implausible(actual, done / work.target)
        return Measure(work, work.shown, work.said)

    def typed(self, text: str) -> Completion:
        return typed_completion(text, self.target)

    def score(self, value: Completion, full: Decimal) -> Mark:
        actual, target = max(value.actual, ZERO), value.target
        if target < 0 or (target == 0 and not self.inverse):
            raise ValueError(f"a share of {target}")
        if actual <= target if self.inverse else actual >= target:
            return reached(f"{value.shown}，{'未超过' if self.inverse else '达到'}目标值", full)
        share = target / actual if self.inverse else actual / target
        said = f"{value.shown}，{'目标值为实际值的' if self.inverse else '完成目标值的'}"
        if self.zero_below is not None and self.typed_rate and not self.inverse:
            if actual < self.zero_below:
                return Mark(ZERO, f"{value.shown}，低于{percent(self.zero_below)}的不得分，得0分")
        elif self.zero_below is not None and share < self.zero_below:
            return Mark(ZERO, f"{said}{percent(share)}，低于{percent(self.zero_below)}的不得分，得0分")
        return part(said, share, full)


# ---- each_violation


class EachViolation(ScoringMethod, kw_only=True, tag="each_violation"):
    """Full score less `deduct` for each violation, or each day of delay (`unit`), down to `floor`."""

    columns = ("violations",)

    deduct: Decimal
    floor: Decimal = ZERO
    unit: str = "次"

    def unsound(self, full: Decimal) -> Iterator[str]:
        if self.deduct <= 0:
            yield "“deduct”应大于0"
        yield from unsound_floor(self.floor, full)

    def read(self, row: EntryRow) -> Measure:
        fact, times = row.number("violations")
        if times < 0 or times != times.to_integral_value():
            what = "次数" if self.unit == "次" else f"有几{self.unit}"
            raise unusable(fact, "应是 0 或正整数", f"请填{what}，没有发生的填 0。")
        return Measure(times, f"{plain(times)}{self.unit}", f"发生{plain(times)}{self.unit}")

    def score(self, value: Decimal, full: Decimal) -> Mark:
        if not value:
            return reached("没有发生", full)
        lost, end = deducted(value * self.deduct, full, self.floor)
        said = f"{count_words(value)}{self.unit}，每{self.unit}扣{score_words(self.deduct)}{end}"
        return Mark(full - lost, f"{said}，得{score_words(full - lost)}")

    def possible(self, full: Decimal) -> frozenset[Decimal] | None:
        return left_in_steps(self.deduct, full, self.floor)

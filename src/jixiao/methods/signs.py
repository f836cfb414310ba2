"""The method of the forms that most places use: a sign, a target, and what was reached."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from jixiao.methods.completion import Completion, read_completion, typed_completion
from jixiao.methods.method import Column, EntryRow, Mark, Measure, ScoringMethod, unusable
from jixiao.methods.wording import part, percent, reached, score_words

ZERO = Decimal(0)
Sign = Literal["≥", ">", "=", "≤", "<"]
AT_LEAST = ("≥", ">", "=")


class Signed(ScoringMethod, kw_only=True, tag="signed"):
    """Full score for a target that is met, else in proportion; with a target of zero nothing else.

    `reverse` says how a target that means "at most" is missed: "ratio" is full x target / actual, "linear"
    falls to nothing at twice the target. A negative actual value counts as zero. "=" beyond its target, and
    ">" and "<" at theirs, keep the full score, as the performance module of the budget platform scores them.
    """

    scores = Completion
    columns = ("target", "actual")

    sign: Sign
    target: Decimal | None = None  # entered where it is not fixed
    reverse: Literal["linear", "ratio"] = "linear"

    @property
    def asked(self) -> tuple[Column, ...]:
        return self.columns if self.target is None else ("actual",)

    def unsound(self, full: Decimal) -> Iterator[str]:
        if self.target is not None and not self._can_be(self.target):
            yield f"目标值不能是“{self.sign}{self.target}”"

    def read(self, row: EntryRow) -> Measure:
        work = read_completion(row, self.target)
        if not self._can_be(work.target):
            mend = "请填不小于 0 的目标值；“<0”无法达到，请改写计算符号。"
            raise unusable(row.number("target")[0], "不能作目标值", mend)
        return Measure(work, work.shown, work.said)

    def _can_be(self, target: Decimal) -> bool:
        return target > 0 if self.sign == "<" else target >= 0

    def typed(self, text: str) -> Completion:
        return typed_completion(text, self.target)

    def score(self, value: Completion, full: Decimal) -> Mark:
        actual, target = max(value.actual, ZERO), value.target
        said = f"{value.shown}，"
        if self._meets(actual, target):
            return reached(f"{said}达到目标值的要求（{self.sign}）", full)
        if not target:
            return _nothing(f"{said}目标值为0，没有达到")
        if self.sign in AT_LEAST:
            return part(f"{said}完成目标值的", actual / target, full)
        if self.reverse == "ratio":
            return part(f"{said}目标值为实际值的", target / actual, full)
        return _fallen(f"{said}超过目标值", (actual - target) / target, full)

    def _meets(self, actual: Decimal, target: Decimal) -> bool:
        if not target and self.sign in (">", "="):
            return (actual > 0) is (self.sign == ">")
        return actual >= target if self.sign in AT_LEAST else actual <= target


def _fallen(said: str, beyond: Decimal, full: Decimal) -> Mark:
    """Nothing is left at twice the target."""
    if beyond >= 1:
        return _nothing(f"{said}一倍以上")
    return part(f"{said}{percent(beyond)}，按", 1 - beyond, full)


def _nothing(said: str) -> Mark:
    return Mark(ZERO, f"{said}，得{score_words(ZERO)}")

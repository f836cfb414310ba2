"""The method of the forms that most places use: a sign, a target, and what was reached."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec.structs import replace

from jixiao.methods.completion import LARGEST_RATIO, Completion, read_completion, typed_completion
from jixiao.methods.entered_rate import LARGE, has_sign, lacks_sign
from jixiao.methods.method import Column, EntryRow, Mark, Measure, ScoringMethod, unusable
from jixiao.methods.wording import part, percent, reached, score_words
from jixiao.relation.signed_share import AT_LEAST, can_be_met, signed_share

ZERO = Decimal(0)
Sign = Literal["≥", ">", "=", "≤", "<"]


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

    @property
    def typed_rate(self) -> bool:
        return self.target is not None and 0 < self.target < 1

    def unsound(self, full: Decimal) -> Iterator[str]:
        if self.target is not None and not can_be_met(self.sign, self.target):
            yield f"目标值不能是“{self.sign}{self.target}”"

    def read(self, row: EntryRow) -> Measure:
        work = read_completion(row, self.target, of_rate=self.typed_rate)
        if not can_be_met(self.sign, work.target):
            mend = "请填不小于 0 的目标值；“<0”无法达到，请改写计算符号。"
            raise unusable(row.number("target")[0], "不能作目标值", mend)
        self._refuse_without_sign(row, work)
        return Measure(work, work.shown, work.said)

    def _refuse_without_sign(self, row: EntryRow, work: Completion) -> None:
        """3, or 0.5, beside ≤5%: a hundredth of it is what was meant, or may be."""
        fact, done = row.number("actual")
        if not self.typed_rate or has_sign(fact):
            return
        better = self._share(replace(work, actual=done / 100)) > self._share(work)
        if done >= LARGEST_RATIO or (done >= LARGE and better):
            raise lacks_sign(fact, done)

    def _share(self, work: Completion) -> Decimal:
        return signed_share(self.sign, work.target, work.actual, linear=self.reverse == "linear")

    def typed(self, text: str) -> Completion:
        return typed_completion(text, self.target)

    def score(self, value: Completion, full: Decimal) -> Mark:
        share = self._share(value)
        if share == 1:
            return reached(f"{value.shown}，达到目标值的要求（{self.sign}）", full)
        if share == 0:
            return Mark(ZERO, f"{value.shown}，{self._missed(value)}，得{score_words(ZERO)}")
        return part(f"{value.shown}，{self._fell_short(value)}", share, full)

    def _missed(self, value: Completion) -> str:
        if not value.target:
            return "目标值为0，没有达到"
        return "没有完成" if self.sign in AT_LEAST else "超过目标值一倍以上"

    def _fell_short(self, value: Completion) -> str:
        if self.sign in AT_LEAST:
            return "完成目标值的"
        if self.reverse == "ratio":
            return "目标值为实际值的"
        return f"超过目标值{percent(value.actual / value.target - 1)}，按"

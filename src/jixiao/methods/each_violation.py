"""each_violation: a deduction for each time that something happened."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jixiao.methods.measure import Measure, unusable
from jixiao.methods.method import EntryRow, Mark, ScoringMethod
from jixiao.methods.rates import typed_rate
from jixiao.methods.wording import count_words, reached, score_words
from jixiao.model.figures import plain


class EachViolation(ScoringMethod, kw_only=True, tag="each_violation"):
    """Full score less `deduct` for each violation, not below zero."""

    columns = ("violations",)

    deduct: Decimal

    def unsound(self, full: Decimal) -> Iterator[str]:
        if self.deduct <= 0:
            yield "“deduct”应大于0"

    def read(self, row: EntryRow) -> Measure:
        fact, times = row.number("violations")
        if times < 0 or times != times.to_integral_value():
            raise unusable(fact, "应是 0 或正整数", "请填次数，没有发生的填 0。")
        return Measure(times, f"{plain(times)}次")

    def typed(self, text: str) -> Decimal:
        return typed_rate(text)

    def score(self, value: Decimal, full: Decimal) -> Mark:
        if not value:
            return reached("没有发生", full)
        lost = min(full, value * self.deduct)
        end = "，扣完为止" if value * self.deduct > full else ""
        said = f"{count_words(value)}次，每次扣{score_words(self.deduct)}{end}"
        return Mark(full - lost, f"{said}，得{score_words(full - lost)}")

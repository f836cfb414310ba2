"""manual: a score that people give."""

from __future__ import annotations

from decimal import Decimal

from jixiao.methods.measure import Measure, unusable
from jixiao.methods.method import EntryRow, Mark, ScoringMethod
from jixiao.methods.rates import typed_rate
from jixiao.methods.wording import score_words
from jixiao.model.figures import plain


class Manual(ScoringMethod, kw_only=True, tag="manual"):
    """A score that people give, with a reason where it is not full."""

    columns = ("score",)

    def read(self, row: EntryRow) -> Measure:
        fact, score = row.number("score")
        if not 0 <= score <= row.full:
            raise unusable(fact, f"超出 0 至 {plain(row.full)} 分的范围", "请改填范围内的分数。")
        return Measure(score, f"自评{plain(score)}分")

    def typed(self, text: str) -> Decimal:
        return typed_rate(text)

    def score(self, value: Decimal, full: Decimal) -> Mark:
        return Mark(value, f"自评{score_words(value)}")

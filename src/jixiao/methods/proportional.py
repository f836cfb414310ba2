"""proportional: the share of the target that was reached."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jixiao.methods.measure import Measure, unusable
from jixiao.methods.method import EntryRow, Mark, ScoringMethod
from jixiao.methods.rates import percent, typed_rate
from jixiao.methods.wording import part, reached
from jixiao.model.fact import Fact
from jixiao.model.figures import plain


class Completion(msgspec.Struct, frozen=True):
    """What was done and what was to be done; `shown` is how people write the two."""

    actual: Decimal
    target: Decimal
    shown: str


class Proportional(ScoringMethod, kw_only=True, tag="proportional"):
    """full x actual / target, never more than full; `inverse` for targets that mean "at most"."""

    scores = Completion
    columns = ("target", "actual")

    inverse: bool = False

    def read(self, row: EntryRow) -> Measure:
        target, wanted = row.number("target")
        actual, done = row.number("actual")
        if wanted < 0 or (wanted == 0 and not self.inverse):
            raise unusable(target, "应大于 0", "请填计划数或目标值。")
        if done < 0:
            raise unusable(actual, "不应为负数", "请填实际完成数。")
        if not self.inverse:
            row.refuse_implausible(actual, done / wanted)
        shown = f"{_as_typed(actual, done)}/{_as_typed(target, wanted)}"
        return Measure(Completion(done, wanted, shown), shown)

    def typed(self, text: str) -> Completion:
        actual, _, target = text.partition("/")
        return Completion(typed_rate(actual), typed_rate(target), text)

    def score(self, value: Completion, full: Decimal) -> Mark:
        actual, target = value.actual, value.target
        if actual <= target if self.inverse else actual >= target:
            return reached(f"{value.shown}，{'未超过' if self.inverse else '达到'}目标值", full)
        share = target / actual if self.inverse else actual / target
        return part(f"{value.shown}，{'目标值为实际值的' if self.inverse else '完成目标值的'}", share, full)


def _as_typed(fact: Fact, value: Decimal) -> str:
    return percent(value) if fact.typed.strip().endswith(("%", "％")) else plain(value)

"""Methods that score work done, against its target, and what has gone wrong, each time."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import msgspec

from jixiao.methods.method import EntryRow, Mark, Measure, ScoringMethod, typed_number, unusable
from jixiao.methods.wording import count_words, part, percent, reached, score_words
from jixiao.model.fact import Fact
from jixiao.model.figures import plain

# ---- proportional


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
        said = f"实际完成{_as_typed(actual, done)}，目标值为{_as_typed(target, wanted)}"
        return Measure(Completion(done, wanted, shown), shown, said)

    def typed(self, text: str) -> Completion:
        actual, _, target = text.partition("/")
        return Completion(typed_number(actual), typed_number(target), text)

    def score(self, value: Completion, full: Decimal) -> Mark:
        actual, target = value.actual, value.target
        if actual <= target if self.inverse else actual >= target:
            return reached(f"{value.shown}，{'未超过' if self.inverse else '达到'}目标值", full)
        share = target / actual if self.inverse else actual / target
        return part(f"{value.shown}，{'目标值为实际值的' if self.inverse else '完成目标值的'}", share, full)


def _as_typed(fact: Fact, value: Decimal) -> str:
    return percent(value) if fact.typed.strip().endswith(("%", "％")) else plain(value)


# ---- each_violation


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
        return Measure(times, f"{plain(times)}次", f"发生{plain(times)}次")

    def score(self, value: Decimal, full: Decimal) -> Mark:
        if not value:
            return reached("没有发生", full)
        lost = min(full, value * self.deduct)
        end = "，扣完为止" if value * self.deduct > full else ""
        said = f"{count_words(value)}次，每次扣{score_words(self.deduct)}{end}"
        return Mark(full - lost, f"{said}，得{score_words(full - lost)}")

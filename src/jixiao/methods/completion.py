"""What was done beside what was to be done, as people write the two."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jixiao.methods.method import EntryRow, typed_number
from jixiao.methods.wording import percent
from jixiao.model.fact import Fact
from jixiao.model.figures import plain


class Completion(msgspec.Struct, frozen=True):
    actual: Decimal
    target: Decimal
    shown: str  # 35/36

    @property
    def said(self) -> str:
        """实际完成35，目标值为36."""
        actual, _, target = self.shown.partition("/")
        return f"实际完成{actual}，目标值为{target}"


def read_completion(row: EntryRow, fixed: Decimal | None) -> Completion:
    """From the row's cells; the target is entered unless the rule has a fixed one."""
    if fixed is None:
        target, wanted = row.number("target")
        there = _as_typed(target, wanted)
    actual, done = row.number("actual")
    here = _as_typed(actual, done)
    if fixed is not None:
        wanted, there = fixed, percent(fixed) if _in_percent(actual) else plain(fixed)
    return Completion(done, wanted, f"{here}/{there}")


def typed_completion(text: str, fixed: Decimal | None) -> Completion:
    """35/36, or 35 where the target is fixed. Raises ArithmeticError for what is no number."""
    actual, _, target = text.partition("/")
    wanted = fixed if fixed is not None and not target else typed_number(target)
    return Completion(typed_number(actual), wanted, text)


def _as_typed(fact: Fact, value: Decimal) -> str:
    return percent(value) if _in_percent(fact) else plain(value)


def _in_percent(fact: Fact) -> bool:
    return fact.typed.strip().endswith(("%", "％"))

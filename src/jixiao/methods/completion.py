"""What was done beside what was to be done, as people write the two."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jixiao.methods.entered_rate import has_sign, refuse_ten_thousands
from jixiao.methods.method import EntryRow, typed_number, unusable
from jixiao.methods.wording import percent
from jixiao.model.fact import Fact
from jixiao.model.figures import plain

LARGEST_RATIO = 2  # what is more was not meant as a ratio


class Completion(msgspec.Struct, frozen=True):
    actual: Decimal
    target: Decimal
    shown: str  # 35/36

    @property
    def said(self) -> str:
        """实际完成35，目标值为36."""
        actual, _, target = self.shown.partition("/")
        return f"实际完成{actual}，目标值为{target}"


def read_completion(row: EntryRow, fixed: Decimal | None, *, of_rate: bool) -> Completion:
    """From the row's cells; the target is entered unless the rule has a fixed one, which may be a rate."""
    target, wanted = (None, fixed) if fixed is not None else row.number("target")
    actual, done = row.number("actual")
    if target is not None:
        _refuse_mixed((target, wanted), (actual, done))
    else:
        refuse_ten_thousands(actual, done, wanted)
        if _in_percent(actual) and wanted > LARGEST_RATIO:
            what = f"带百分号，评分标准的目标值却是 {plain(wanted)}"
            raise unusable(actual, what, "请填完成的数；目标值应是百分比的，请在“指标体系”改参数。")
        if of_rate and wanted > 0 and abs(done) <= LARGEST_RATIO:
            return Completion(done, wanted, f"{percent(done)}/{percent(wanted)}")
    here = _shown(done, actual, target)
    return Completion(done, wanted, f"{here}/{_shown(wanted, target, actual)}")


def _refuse_mixed(target: tuple[Fact, Decimal], actual: tuple[Fact, Decimal]) -> None:
    """97 beside 95%, or 50 beside 48%: one of them lacks its sign. 0.97 is a ratio."""
    for (bare, value), (other, _) in ((target, actual), (actual, target)):
        if _in_percent(other) and not _in_percent(bare) and abs(value) > LARGEST_RATIO:
            what = f"没有百分号，“{other.label}”却有（{other.typed.strip()}）"
            raise unusable(bare, what, f"请把两格写成一样：都填数，或都填百分比（这里填{plain(value)}%）。")


def typed_completion(text: str, fixed: Decimal | None) -> Completion:
    """35/36, or 35 where the target is fixed. Raises ArithmeticError for what is no number."""
    actual, _, target = text.partition("/")
    wanted = fixed if fixed is not None and not target else typed_number(target)
    return Completion(typed_number(actual), wanted, text)


def _shown(value: Decimal, own: Fact | None, other: Fact | None) -> str:
    """As it was typed; a ratio in per cent, too, where what it is compared with is given so."""
    alike = abs(value) <= LARGEST_RATIO and _in_percent(other)
    return percent(value) if _in_percent(own) or alike else plain(value)


def _in_percent(fact: Fact | None) -> bool:
    return fact is not None and has_sign(fact)

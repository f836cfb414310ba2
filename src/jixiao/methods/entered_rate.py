"""A rate, or a number of something, that people have entered for an indicator."""

from __future__ import annotations

from decimal import Decimal

from jixiao.methods.method import EntryRow, Measure, NotMeasurable, unusable
from jixiao.methods.wording import measured, percent
from jixiao.model.fact import Fact
from jixiao.model.figures import plain

_THOUSAND, _TEN_THOUSAND = Decimal(1_000), Decimal(10_000)
LARGE = Decimal("0.2")  # from here on a bare number is doubtful where rates are small
BASE_ZERO = "作分母的数为0"


def entered_rate(row: EntryRow, without_base: Decimal | None = None) -> Measure:
    """The actual value itself, or the actual value by the target, as the indicator says.

    `without_base` counts where the target is zero.
    """
    actual, value = row.number("actual")
    if row.rated == "ratio":
        target, wanted = row.number("target")
        if wanted == 0 and without_base is not None:
            return Measure(without_base, BASE_ZERO, BASE_ZERO, special=BASE_ZERO)
        if wanted <= 0:
            raise unusable(target, "应大于 0", "请填计划数或目标值。")
        value = value / wanted
    row.refuse_implausible(actual, value)
    return Measure(value, percent(value), measured(percent(value)))


def has_sign(fact: Fact) -> bool:
    """Whether it was typed, or is shown, in per cent."""
    return fact.typed.strip().endswith(("%", "％"))


def counts(fact: Fact) -> bool:
    """Whether a number was typed with what it counts, such as 一项 or 3个: that is no rate."""
    return bool(fact.value) and fact.typed.strip()[-1:].isalpha()


def lacks_sign(fact: Fact, value: Decimal) -> NotMeasurable:
    """A rate without its sign of per cent, which may mean a hundredth of what it says."""
    typed, meant = plain(value), percent(value)
    mend = f"是{typed}%的请填{typed}%，确是{meant}的请填{meant}。"
    return unusable(fact, f"这里要填比率，填的数没有百分号，相当于{meant}", mend)


def refuse_ten_thousands(fact: Fact, value: Decimal, wanted: Decimal) -> None:
    """1.6 where 15000 are wanted: it was meant in 万, which the table is not scored in."""
    if wanted >= _TEN_THOUSAND and 0 < value * _THOUSAND < wanted:
        what = f"不到目标值 {plain(wanted)} 的千分之一，像是按万填的"
        mend = "请按元或个数填写（1.6万填16000）；确是这个数的，请在“指标体系”把该行改为由人评分。"
        raise unusable(fact, what, mend)


def entered_number(row: EntryRow, wanted: Decimal) -> Measure:
    """A number of something, such as 250 people, whose standard counts in people up to what is wanted."""
    actual, value = row.number("actual")
    if value < 0:
        raise unusable(actual, "不应为负数", "请填实际完成数。")
    if has_sign(actual):
        raise unusable(actual, "是百分数，这里按数计分", f"请填数，例如 {plain(wanted)}，不带百分号。")
    refuse_ten_thousands(actual, value, wanted)
    return Measure(value, plain(value), f"实际为{plain(value)}")

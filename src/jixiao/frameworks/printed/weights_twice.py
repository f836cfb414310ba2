"""A weight that a table prints in two places: 执行率（10分） beside 8, 分值 6 beside 权重 5%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import msgspec

from jixiao.frameworks.wording.names import Weight
from jixiao.model.figures import plain

_HUNDRED = Decimal(100)


class WeightTwice(msgspec.Struct, frozen=True):
    """`whole_column`: the other figure stands in a second column of weights."""

    name: str
    taken: Weight
    other: Weight
    whole_column: bool = False


def differ(one: Weight | None, other: Weight | None) -> bool:
    """Whether two figures cannot be one weight: 5, 5% and 0.05 are."""
    if one is None or other is None:
        return False
    return one.value != other.value and _HUNDRED not in _ratios(one.value, other.value)


def _ratios(one: Decimal, other: Decimal) -> tuple[Decimal, ...]:
    return (one / other, other / one) if one and other else ()


def twice_remarks(found: Sequence[WeightTwice], rows: int, again: Sequence[Decimal] = ()) -> Iterator[str]:
    """A second column that differs in most of the rows holds something else, and is told once.

    `again`: what the further columns come to.
    """
    in_column = [each for each in found if each.whole_column]
    other_kind = len(in_column) * 2 > rows
    if other_kind:
        sums = "".join(f"，另一列合计{plain(each)}分" for each in again)
        yield f"表上有两列分值，{len(in_column)}行的数不一样，按其中一列取{sums}，请核对"
    for each in found:
        if not (each.whole_column and other_kind):
            taken = _shown(each.taken)
            yield f"“{each.name}”的分值印了两次，不一样：{taken}和{_shown(each.other)}，按{taken}取"


def _shown(weight: Weight) -> str:
    return f"{plain(weight.value)}{'%' if weight.percent else ''}"

"""The points of indicators that a unit has left out, spread over those that stay beside them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from jixiao.model.figures import plain
from jixiao.pack.framework import Indicator

_CENT = Decimal("0.01")
_MOST = 12  # new weights that one sentence names


def spread(weights: Sequence[Decimal], more: Decimal) -> list[Decimal]:
    """In proportion to what each has; what rounding leaves over goes to the largest."""
    whole = sum(weights, Decimal(0))
    new = [(each + more * each / whole).quantize(_CENT, ROUND_HALF_UP) for each in weights]
    largest = new.index(max(new))
    new[largest] += whole + more - sum(new, Decimal(0))
    return new


def left_out(gone: Sequence[Indicator]) -> str:
    """Which indicators are on the sheet no longer, with their points."""
    said = [f"“{each.name}”（{plain(each.max_score)}分）" for each in gone[:_MOST]]
    more = f"等{len(gone)}个指标" if len(gone) > _MOST else ""
    return f"；去掉了{'、'.join(said)}{more}" if said else ""


def spread_words(gone: Sequence[Indicator], left: Sequence[Indicator]) -> str:
    """The weights that would make up for what is gone, each within its first level; empty if none can."""
    said: list[str] = []
    for level1 in dict.fromkeys(each.level1 for each in gone):
        lost = [each for each in gone if each.level1 == level1]
        rest = [each for each in left if each.level1 == level1]
        if not rest:
            return ""
        new = spread([each.max_score for each in rest], sum((each.max_score for each in lost), Decimal(0)))
        said += [f"“{each.name}”{plain(points)}" for each, points in zip(rest, new, strict=True)]
    if not said or len(said) > _MOST:
        return ""
    names = "、".join(f"“{each.name}”" for each in gone)
    return f"去掉的{names}的分值可以按比例摊到同一级的其余指标：{'、'.join(said)}。"


def reweighed(before: Sequence[Indicator], after: Sequence[Indicator]) -> str:
    """Which rows have other points than they had."""
    were = {each.id: each.max_score for each in before}
    said = [
        f"“{each.name}”由{plain(were[each.id])}分改为{plain(each.max_score)}分"
        for each in after
        if were.get(each.id, each.max_score) != each.max_score
    ]
    return f"改过分值的：{'、'.join(said)}。" if 0 < len(said) <= _MOST else ""

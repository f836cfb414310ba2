"""Whether two frameworks are the same printed table: what was read of it, or scored by it, may differ."""

from __future__ import annotations

from jixiao.pack.framework import Framework, Indicator
from jixiao.relation.texts import same_text


def same_issue(one: Framework, other: Framework) -> bool:
    """The same rows with the same words and points, under the same title, rounded alike."""
    return _printed(one) == _printed(other)


def _printed(framework: Framework) -> tuple[object, ...]:
    rows = tuple(map(printed_row, framework.indicators))
    return same_text(framework.name), framework.total, framework.decimals, rows


def printed_row(each: Indicator) -> tuple[object, ...]:
    """The words and points by which a row is the same as one of another year."""
    words = each.level1, each.level2, each.name, each.standard, each.formula
    return (*map(same_text, words), each.max_score)

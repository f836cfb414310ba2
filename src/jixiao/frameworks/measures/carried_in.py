"""What was left of last year, in a sum with this year's budget: the balance that this year opens with."""

from __future__ import annotations

from jixiao.pack.measure_words import MeasureWords


def with_carried_in(relation: str, words: MeasureWords) -> str:
    """(上年结转结余+年初预算+追加-年末结转结余)/(…); a change from last year's balance stays one."""
    left, opening = words.names["carried_in"]
    below = relation.partition(" / ")[2]
    summed = f"{left} + " in below and any(budget in below for budget in words.budgets.values())
    return relation.replace(left, opening) if summed else relation

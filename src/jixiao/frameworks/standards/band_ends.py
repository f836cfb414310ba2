"""What is given below the lowest and above the highest value that ranges of a rate name."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from jixiao.frameworks.standards.band_seams import ZERO, band_entry, shown_value
from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.standards.rate_span import RateSpan
from jixiao.frameworks.standards.standard import Clause

_ONE = Decimal(1)
_EQUAL = re.compile("=|等于")


def below_all(first: RateSpan, name: str, rest: Decimal | None) -> tuple[list[dict[str, object]], list[str]]:
    """Less than the lowest end; of a rate that cannot be less than nothing, 0 is none."""
    if first.low is None or first.exact:
        return [], []
    may_be_less = first.low_in is False or (first.low_in and says("negative_rate", name))
    if first.low == ZERO and not may_be_less:
        return [], []
    at = "不超过" if first.low_in is False else "低于"
    doubts = [] if rest is not None else [f"没有说{at}{shown_value(first.low)}得多少分"]
    return [band_entry(first.low, first.low_in is False, rest or ZERO)], doubts


def beyond_unsaid(clause: Clause, name: str) -> bool:
    """“=100%得满分，否则不得分” of a rate that may be more; of a 控制率 also without the sign."""
    exactly = _EQUAL.search(clause.condition) is not None or says("limited", name)
    return exactly and not says("share_of_whole", name)


def open_above(
    several: bool, last: RateSpan, score: Decimal, best: Decimal, rest: Decimal | None, name: str
) -> bool:
    """Whether what is said of the highest rate holds of all beyond: 90%—100%, and nothing else."""
    falls = score not in (best, ZERO)  # less for more: beyond is still less
    if falls or (last.low is None and score):
        return False
    if last.exact and several:
        return True
    unsaid = last.high_in is None or (last.high_in and says("share_of_whole", name))  # 满意度: 100% at most
    return last.high == _ONE and unsaid and rest is None


def crossed(bands: list[dict[str, object]]) -> list[str]:
    """Ends that do not rise: two ranges are of the same values."""
    ends = [(Decimal(str(band["upper"])), bool(band["closed"])) for band in bands if "upper" in band]
    return [] if all(one < other for one, other in pairwise(ends)) else ["两档的范围重叠"]

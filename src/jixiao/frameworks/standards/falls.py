"""“下降5%以上得5分，下降不足5%或持平得3分” of a 变动率: what has fallen is a change below nothing."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.frameworks.standards.conditions import says
from jixiao.frameworks.standards.rate_span import RateSpan
from jixiao.frameworks.standards.span import span_in

_FALL = re.compile(
    r"^(?:三公经费|经费|支出)?(?:(?:比|较|与|同)(?:上年度?|去年|同期)(?:相比|比较)?)?"
    r"(?:下降|减少|压减|降低|压缩)(?:了|幅度|率)?(?:在|达到?)?(?P<by>[^或及和(]*\d[^或、]*?)"
    r"(?P<flat>(?:[,、]|\((?:含|包括)|或者?|及|和)(?:与上年)?持平\)?)?的?$"
)
_ZERO = Decimal(0)


def fallen_by(condition: str, name: str) -> RateSpan | None:
    """The change itself; None for what is no fall, and of a rate that counts falls."""
    if not says("of_change", name) or says("saving", name):
        return None
    match = _FALL.match(condition)
    span = span_in(match["by"], name) if match else None
    if match is None or span is None or not span.clear or span.away:
        return None
    if span.exact:
        return None  # 下降5%: by just that, or by more
    high = -span.low if span.low is not None else _ZERO
    low = -span.high if span.high is not None else None
    high_in = span.low_in if span.low is not None else (True if match["flat"] else None)
    within = "内" in match["by"] and "含" not in match["by"]  # 以内 leaves its end to who says 以上
    return RateSpan(low, high, None if within or low is None else span.high_in, high_in, span.weak)

"""A count as people say it: 三个, 两次, 符合一项, 发生2起, 未发生."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.workbook.reading.numbers_and_dates import TypedNumber, compact

_DIGITS = "一二三四五六七八九"
_COUNTED = (
    "人次|场次|个月|[项个次起件人名条份场家处例台套户期篇天笔宗批类种点所座本册只辆株头间栋村镇乡校班课]"
)
_COUNT = re.compile(
    "(?:(?:共|共计|合计|总共)?(?:符合|满足|达到|达标|完成|做到|具备|发生|出现|发现|查出|举办|开展|有|为)?了?)"
    rf"(?:(?P<digits>\d{{1,6}})|(?P<tens>[{_DIGITS}]?十)?(?P<ones>[{_DIGITS}两])?)(?P<unit>{_COUNTED})?"
)
_NONE = re.compile("没有|(?:没有|从未|未|无)(?:发生|出现|发现|违规|违纪|违规行为|违规问题|问题)")


def count_in_words(text: str) -> TypedNumber | None:
    """None for what is no count up to 99 in characters, or up to six digits: 约三个, 三百, 不符合一项."""
    written = compact(text)
    if _NONE.fullmatch(written):
        return TypedNumber(Decimal(0), "个")
    match = _COUNT.fullmatch(written)
    if match is None or not any(match.group("digits", "tens", "ones")):
        return None
    return TypedNumber(Decimal(match["digits"] or _whole(match["tens"], match["ones"])), "个")


def _whole(tens: str | None, ones: str | None) -> int:
    many = 0 if not tens else 10 * (_DIGITS.index(tens[0]) + 1 if len(tens) > 1 else 1)
    return many + (0 if not ones else 2 if ones == "两" else _DIGITS.index(ones) + 1)

"""Dates that no calendar has, and ends before their beginning: 12月32日, 2023年10月开工，2023年6月完工."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.wording_fault import WordingFault

_DATE = re.compile(r"(?<![\d.])(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_POINT = r"(?P<{0}>(?:19|20)\d\d)年(?P<{1}>\d{{1,2}})月(?:\d{{1,2}}日|[上中下]旬|底|初)?"
_FROM_TO = re.compile(
    rf"{_POINT.format('begun', 'first')}(?:正式|全面)?(?:开工|动工|启动|开始)(?:建设|实施)?，"
    r"[^，。；\d]{0,4}"
    rf"{_POINT.format('ended', 'last')}(?:底|前)?(?:全部|全面|正式)?(?:完工|竣工|结束|完成|建成|交付|验收)"
)


def impossible_dates(context: AuditContext) -> Iterator[WordingFault]:
    """Both."""
    for passage in context.text.prose:
        for match in _DATE.finditer(passage.text):
            month, day = int(match["month"]), int(match["day"])
            if not 1 <= month <= len(_DAYS) or not 1 <= day <= _DAYS[month - 1]:
                yield _fault(passage, match, "", f"没有{match[0]}这一天。")
        for match in _FROM_TO.finditer(passage.text):
            begun = int(match["begun"]), int(match["first"])
            ended = int(match["ended"]), int(match["last"])
            if ended < begun:
                yield _fault(passage, match, "", f"“{match[0]}”：完成的时间早于开始的时间。")


def _fault(passage: Passage, match: re.Match[str], right: str, message: str) -> WordingFault:
    return WordingFault("DATE", AuditKind.NAMING, passage, match.span(), right, message, "请核对日期。")

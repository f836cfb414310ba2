"""The year of last year's report in a title: 表1 2022年度资金支付情况表 in one on 2023."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.lines import is_title
from jixiao.audit.kinds.words.usual_faults import year_fault
from jixiao.audit.wording_fault import WordingFault

_TITLE = re.compile(
    r"(?:附?表\d{0,2}(?:-\d)?[：、.]?)?(?P<year>(?:19|20)\d\d)年度?(?![-~～—至、和与])[^，。；：]{0,30}(?:表|一览|明细)(?:（[^）]{1,12}）)?"
)
_BEHIND = re.compile(  # 附表：项目支出绩效自评表（2022年度）
    r"(?:附?[表件]\d{0,2}(?:-\d)?[：、.]?)?[^，。；：\d（）]{2,30}(?:表|一览|明细)（(?P<year>(?:19|20)\d\d)年度?）"
)
_HEADING = re.compile(
    r"(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）)"
    r"(?P<year>(?:19|20)\d\d)年度?[^，。；：]{0,30}决算[^，。；：]{0,12}(?:说明|情况)"
)
_OTHERS = re.compile("上年|对比|比较|变动|历年|近[三五两]年|以前年度|结转|决算公开|绩效目标")
_FIRST = 3  # passages that are titles of the report


def titled_years(context: AuditContext) -> Iterator[WordingFault]:
    """The one such title in a report that is no budget and does not set both years side by side."""
    if not context.year or context.budget:
        return
    found = [
        (passage, match)
        for passage in context.text.prose
        if passage.number >= _FIRST and (match := _titled(passage.text)) is not None
        if int(match["year"]) == context.year - 1 and not _OTHERS.search(passage.text)
    ]
    if len(found) == 1:
        passage, match = found[0]
        why = f"标题写的是{match['year']}年，报告年度是{context.year}年，像是上年的文字没有改"
        yield year_fault(passage, match.span("year"), f"{context.year}年", why, (0, len(passage.text)))


def _titled(text: str) -> re.Match[str] | None:
    """The title of a table, or a heading of accounts."""
    title = _TITLE.fullmatch(text)
    if title and is_title(text):
        return title
    return _BEHIND.fullmatch(text) or _HEADING.fullmatch(text)

"""Which year a self-evaluation says that it is about: 对2022年度整体支出开展自评 in the report on 2023."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.usual_faults import year_fault, year_span
from jixiao.audit.wording_fault import WordingFault

_EVALUATED = re.compile(
    r"(?:对|就)(?:本(?:单位|部门|局)|我(?:单位|部门|局|委|校|院))?(?P<year>(?:19|20)\d\d)年度?(?:部门|单位|项目)?"
    r"(?:整体支出|项目支出|预算)?[^，。；\d]{0,16}(?:开展|进行)了?[^，。；\d]{0,6}(?:自评|评价)"
)
_ASKED = re.compile(
    r"《[^《》]{0,40}关于(?:开展|做好|组织开展|报送)(?P<year>(?:19|20)\d\d)年度?[^《》\d]{0,30}(?:自评|绩效评价)[^《》\d]{0,16}》"
)
_CHECKED = re.compile("抽查|复核|再评价|抽评")
_TITLE = re.compile("自评|绩效评价")
_FIRST, _SHORT = 4, 60  # passages among which the title stands, and its letters
_EARLY = 10  # passages within which a report says what it evaluates


def evaluated_years(context: AuditContext) -> Iterator[WordingFault]:
    """Each that is the year before that of the report; the notice for it may be of the year after."""
    titles = [p.text for p in context.text.passages[:_FIRST] if len(p.text) < _SHORT]
    titled = any(
        _TITLE.search(title) and f"{context.year}年" in title for title in ["".join(titles), *titles]
    )
    if context.budget or not context.year or not titled:
        return
    for passage in context.text.prose:
        for match in _EVALUATED.finditer(passage.text) if passage.number < _EARLY else ():
            told = f"{context.year}年" in passage.text[max(match.start() - 12, 0) : match.start()]
            if int(match["year"]) == context.year - 1 and not told:
                yield _fault(passage, match, context.year)
        for match in _ASKED.finditer(passage.text):
            if int(match["year"]) == context.year - 1 and not _CHECKED.search(match[0]):
                yield _fault(passage, match, context.year)


def _fault(passage: Passage, match: re.Match[str], year: int) -> WordingFault:
    why = f"“{match[0]}”：报告年度是{year}年，像是上年的文字没有改"
    return year_fault(passage, year_span(match), f"{year}年", why, match.span())

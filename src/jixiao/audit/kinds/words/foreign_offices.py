"""The name of another department where the unit speaks of itself: 完善水利局绩效指标体系."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.unit_names import unit_names
from jixiao.audit.kinds.words.usual_faults import unit_name_fault
from jixiao.audit.office_names import LONGEST_TITLE, names_in, own_name
from jixiao.audit.wording.named_terms import OfficeTerms
from jixiao.audit.wording.word_part import either
from jixiao.audit.wording_fault import WordingFault

_TITLES = 6  # passages among which the title stands
_SEATS = tuple(map(re.compile, ("[县市区州旗]委?$|[省我]$", "(?:中共)?[\u4e00-\u9fff]{2}[县市区州旗]委?$")))
_FILLED = re.compile(
    r"(?:项目|填报|预算|编制|实施|主管|项目实施|项目主管)?(?:单位|部门)(?:名称)?(?:（[^）]{1,6}）)?：(?P<unit>[\u4e00-\u9fff]{4,24})"
)
_HEAD = 12  # passages above a report
_HOME = re.compile(r"办公室(?:设在|在|设于)$")
_SELF = re.compile(r"(?:我|本)(?:局|委|中心|馆|会|校|院|部门|单位|办|社)")
_CLAUSE = re.compile(r"(?:^|[。；，：）]|[一二三四五六七八九十\d][、.．]|年来，?|以来，?|情况表明，?)$")
_BY = re.compile("[由经对]$")
_AROUND = 10


def foreign_offices(context: AuditContext) -> Iterator[WordingFault]:
    """Each department that is named once, as if it were the unit, in the report of another one."""
    terms = context.words.offices
    own = own_office(context, terms)
    if not own or own in terms.upper:  # 财政局 writes of all others
        return
    text = "".join(passage.text for passage in context.text.passages)
    found = [
        (passage, match)
        for passage in context.text.prose
        for match in _patterns(terms)[0].finditer(passage.text)
        if not is_of(match["name"], own) and text.count(match["name"]) == 1
        if _is_alone(match) and _speaks_of_itself(match, terms)
    ]
    if len(found) == 1 and not _is_told(found[0][0], context):  # of more than one the report tells
        yield _fault(*found[0], own)


def _is_told(passage: Passage, context: AuditContext) -> bool:
    """Whether the name is told with its place."""
    return any(fault.passage is passage for fault in unit_names(context))


def own_office(context: AuditContext, terms: OfficeTerms) -> str:
    """The department of the title, or of the name used most; "" if the report is of something else."""
    known = own_name(names_in(context), context)
    titles = [p.text for p in context.text.passages[:_TITLES] if len(p.text) < LONGEST_TITLE]
    title = "".join(one for one in titles if not re.search("[，。：]", one))
    if known is None:
        return _titled(title, context, terms) or _filled_in(context, terms)
    place, office = known
    said = place + office in title or bool(_patterns(terms)[0].search(office))
    return office if said else ""


def _titled(title: str, context: AuditContext, terms: OfficeTerms) -> str:
    named = _patterns(terms)[0].search(title)
    dated = named and re.match(r"[\u4e00-\u9fff]{0,4}(?:19|20)\d\d年", title[named.end() :])
    spoken = dated or (named and _SELF.search("".join(p.text for p in context.text.prose)))
    return named["name"] if named and spoken else ""


def _filled_in(context: AuditContext, terms: OfficeTerms) -> str:
    """项目单位：石桥县教育局, above the report of a project."""
    for passage in context.text.passages[:_HEAD]:
        if unit := _FILLED.match(passage.text):
            named = _patterns(terms)[0].search(unit["unit"])
            return named["name"] if named else ""
    return ""


@lru_cache(maxsize=2)
def _patterns(terms: OfficeTerms) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?P<name>{either(terms.names)})(?!局|科|股|人员培训)"),
        re.compile(rf"(?:{either(terms.verbs)})$"),
        re.compile(terms.tails),
    )


def is_of(name: str, own: str) -> bool:
    """Whether a name may be a short form of the unit's own, 文广旅局 of 文化广电旅游局."""
    letters = iter(own)
    return name in own or own in name or all(letter in letters for letter in name)


def _is_alone(match: re.Match[str]) -> bool:
    """Whether nothing but 县, 市, 区 stands before the name, and no other name is joined to it."""
    text, start = match.string, match.start()
    behind = text[match.end() : match.end() + 1]
    return behind not in ("、", "和", "与", "及") and text[start - 1 : start] not in ("、", "和", "与", "及")


def _speaks_of_itself(match: re.Match[str], terms: OfficeTerms) -> bool:
    """With or without the words for its place before it: 县, 县委, 石桥县."""
    starts = {match.start()} | {
        seat.start() for pattern in _SEATS if (seat := pattern.search(match.string, 0, match.start()))
    }
    return any(_speaks_from(start, match, terms) for start in starts)


def _speaks_from(start: int, match: re.Match[str], terms: OfficeTerms) -> bool:
    text = match.string
    before = text[max(start - 10, 0) : start]
    _, verbs, tails = _patterns(terms)
    if verbs.search(before):
        return re.match(terms.matters, text[match.end() :]) is not None
    if match["name"] in terms.upper:
        return False
    inner = re.match(terms.inner, text[match.end() :]) is not None
    if inner and (_CLAUSE.search(before) or _BY.search(before)):
        return True
    if _HOME.search(before):
        return True
    return bool(_CLAUSE.search(before)) and tails.match(text, match.end()) is not None


def _fault(passage: Passage, match: re.Match[str], own: str) -> WordingFault:
    why = f"这是{own}的报告，这里说自己的事却写“{match['name']}”"
    return unit_name_fault(passage, match.span("name"), own, why, passage.around(match.span(), _AROUND))

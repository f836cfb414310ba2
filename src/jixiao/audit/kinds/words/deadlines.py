"""Deadlines of what is still to be done that are over: 确保2023年6月底前完成 in a report on 2023."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.lines import NUMBERED
from jixiao.audit.document.passage import Passage
from jixiao.audit.figures.numerals import STYLES, style_of
from jixiao.audit.wording_fault import WordingFault

_YEAR = r"(?P<year>(?:19|20)\d\d)年"
_TIME = r"(?:度?年?(?:底|末)|\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末|份)?|第?[一二三四1-4]季度末?|[上下]半年)"
_WILL = re.compile(rf"(?:确保|力争|争取|计划|预计|拟|将|承诺|务必|必须)(?:在|于|到|至)?{_YEAR}{_TIME}")
_BY = re.compile(
    rf"(?<!截至)(?<!截止){_YEAR}{_TIME}(?:之?前|以前)，?(?:再|全部|全面|尽快)?[^，。；已均]{{0,14}}"
    r"(?:完成|完工|竣工|印发|出台|到位|整改|建成|投入|实施|办结|达到|实现|清算|支付|拨付|修订|制定|验收|销号|落实)"
)
_KEPT = re.compile(rf"结转(?:至|到)?{_YEAR}度?(?:继续)?(?:使用|实施|支付|支出|安排)")
_MEASURES = re.compile("措施|整改|下一步|打算|建议|今后|改进|计划安排|努力方向")
_LEFT = re.compile("尚有|尚未|未完成|未到位|剩余|未支付|待支付|余款|缺口|正在|未完工|未整改|仍有|继续")
_PAST = re.compile(
    "年初计划|原计划|按计划|按照计划|已于|已在|已经|已完成|曾|上年|去年|要求|规定|批复|合同|通知|文件"
)
_EVALUATED = re.compile(
    rf"(?:评价组|评价小组|工作组|自评小组|第三方机构|我[局委办校院]|本?单位)[^，。；\d]{{0,6}}[于在]{_YEAR}(?P<month>\d{{1,2}})月"
    r"[^，。；]{0,16}(?:现场评价|现场核查|现场抽查|评价工作|开展了?(?:绩效)?(?:自评|评价))"
)
_PARTIAL = re.compile("监控|监测|中期|上半年|前三季度|1[-—至]\\d月")
_DATED = re.compile(r"[^，。；]{0,20}((?:19|20)\d\d)年(\d{1,2})月(?:\d{1,2}日)?$")
_CLOSED = re.compile(r"截[至止]到?((?:19|20)\d\d)年(?:12月|年?[底末])|年末|全年")
_FIRST = 6  # passages among which the title stands
_LATE = 10  # month from which an evaluation of the same year may be
_WORDED = re.compile("(?:计划|拟|预计|将|力争|争取|确保)[在于到]?$")
_AROUND = 16


def deadlines(context: AuditContext) -> Iterator[WordingFault]:
    """Each in a report written after its year; nothing in a budget or a report on part of a year."""
    if not context.year or context.budget or not _is_of_whole_year(context):
        return
    measures: dict[str, bool] = {}
    for passage in context.text.prose:
        _enter(passage, measures)
        ahead = any(measures.values())
        for match in _found(passage, ahead):
            year = int(match["year"])
            told = _WORDED.search(passage.text, 0, match.start("year"))  # by the kind of odd years
            if year == context.year or (year == context.year - 1 and ahead and not told):
                yield _fault(passage, match, context.year)
        for match in _EVALUATED.finditer(passage.text):
            if int(match["year"]) == context.year and int(match["month"]) < _LATE:
                yield _fault(passage, match, context.year)


def _is_of_whole_year(context: AuditContext) -> bool:
    """Whether the report tells of its year as one that is over, and is not dated within it."""
    passages = context.text.passages
    titles = [p.text for p in passages[:_FIRST] if len(p.text) < 60 and not re.search("[，。]", p.text)]
    if not any(f"{context.year}年" in title for title in titles):
        return False
    if any(_PARTIAL.search(title) for title in titles):
        return False
    dates = [m for p in passages if len(p.text) < 30 and (m := _DATED.fullmatch(p.text)) is not None]
    if any(int(date[1]) <= context.year for date in dates):
        return False
    return bool(dates) or any(_CLOSED.search(passage.text) for passage in passages) or _is_titled(context)


def _is_titled(context: AuditContext) -> bool:
    return any(re.search("自评|评价|决算", passage.text) for passage in context.text.passages[:_FIRST])


def _enter(passage: Passage, measures: dict[str, bool]) -> None:
    """Keep which of the headings above a passage speak of measures; a heading ends those below it."""
    style = style_of(passage.text)
    if not style or not NUMBERED.match(passage.text):
        return
    head = re.split("[。：]", passage.text, maxsplit=1)[0]
    if len(head) > 30 or style not in STYLES[:4] + STYLES[5:6]:
        return
    outer = STYLES[5]
    if style == outer:
        measures.clear()
    elif style == STYLES[3]:
        for inner in [one for one in measures if one != outer]:
            del measures[inner]
    measures[style] = _MEASURES.search(head) is not None


def _found(passage: Passage, ahead: bool) -> Iterator[re.Match[str]]:
    """Those in sentences that look ahead."""
    seen = set[int]()
    for pattern in (_WILL, _BY, _KEPT):
        for match in pattern.finditer(passage.text):
            sentence = passage.sentence_at(match.start())
            if match.start("year") in seen or _PAST.search(sentence):
                continue
            others = set(re.findall(r"((?:19|20)\d\d)年", sentence)) - {match["year"]}
            if others or (pattern is not _KEPT and not ahead and not _LEFT.search(sentence)):
                continue
            seen.add(match.start("year"))
            yield match


def _fault(passage: Passage, match: re.Match[str], year: int) -> WordingFault:
    place = match.start("year")
    said = passage.text[place : match.end()]
    return WordingFault(
        "YEAR",
        AuditKind.NAMING,
        passage,
        (place, place + 5),
        f"{year + 1}年（或以后）",
        f"“{said}”：报告年度是{year}年，今后要做的事、报告之后的工作不会在{match['year']}年。",
        f"请核对年份，似应为{year + 1}年。",
        stated=f"{match['year']}年",
        quoted=passage.around(match.span(), _AROUND),
    )

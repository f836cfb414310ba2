"""本单位无政府性基金收支 in a report that has figures of that fund elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.lines import NOTE
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.kinds.words.empty_tables import filled_in
from jixiao.audit.wording_fault import WordingFault

_NONE = re.compile(
    r"(?P<year>(?:19|20)\d\d)?年?度?(?:没有|无|未安排|未发生|未使用|不涉及)(?:使用|安排|发生)?[^，。；、]{0,8}"
    r"(?P<thing>政府性基金|国有资本经营|因公出国（境）|公务接待|政府采购)(?:预算)?[^，。；、]{0,20}(?:收支|收入|支出|拨款|费|经费|安排)"
)
_SAID = {
    "政府性基金": "政府性基金(?:预算)?(?:财政拨款)?(?:本年)?(?:收入|支出|拨款)(?:决算)?(?:合计|总计)?$",
    "国有资本经营": "国有资本经营(?:预算)?(?:财政拨款)?(?:本年)?(?:收入|支出|拨款)(?:决算)?(?:合计|总计)?$",
    "因公出国（境）": "因公出国（境）费(?:用)?(?:支出)?(?:决算)?$",
    "公务接待": "公务接待费(?:用)?(?:支出)?(?:决算)?$",
    "政府采购": "政府采购(?:支出)?(?:总额|金额)$",
}
_IF = re.compile("如|若|外|的，|外事|新增|其他")
_TITLES = ("政府性基金", "国有资本经营")
_COMMON = re.compile("一般公共|总表|“?三公|目录")
_ROLES = (FigureRole.PLAIN, FigureRole.RESULT)
_TAIL = re.compile("(?:数|为|共|是|共计|：)+$")
_AROUND = 12


def nothing_said(context: AuditContext) -> Iterator[WordingFault]:
    """Each such sentence about the report's year, if a figure of the thing is not nought."""
    for passage in context.text.prose:
        if NOTE.match(passage.text):  # told where a table is not empty
            continue
        for match in _NONE.finditer(passage.text):
            other = match["year"] and int(match["year"]) != context.year
            start = max(passage.text.rfind(sign, 0, match.start()) for sign in "。；") + 1
            if other or _IF.search(passage.text[start : match.end()]):
                continue
            figures = _figures(match["thing"], context)
            if figures:
                shown = figures[0]
                yield WordingFault(
                    "NOTHING-SAID",
                    AuditKind.NAMING,
                    passage,
                    match.span(),
                    f"有数（{shown.written}）",
                    f"这里说“{match[0]}”，别处却有{match['thing']}的数（{shown.written}）。",
                    "请核对，删去这句话，或改正那个数。",
                    quoted=passage.around(match.span(), _AROUND),
                    figures=(shown,),
                )


def _figures(thing: str, context: AuditContext) -> list[StatedFigure]:
    """Those of the thing that are not nought: in its own table, or in a sentence of this year."""
    found = []
    for table in context.tables if thing in _TITLES else ():
        if thing in table.title and not _COMMON.search(table.title):
            found += filled_in(table)
    said = re.compile(_SAID[thing])
    for figures in context.figures.values():
        for figure in figures:
            money = figure.measure is Metric.MONEY and figure.value and figure.role in _ROLES
            if money and figure.year in (0, context.year) and said.search(_TAIL.sub("", figure.words)):
                found.append(figure)
    return found

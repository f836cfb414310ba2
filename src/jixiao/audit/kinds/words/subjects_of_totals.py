"""Another school as the subject of totals: 桐陵旅游学院2024年度收、支总计 in those of 桐陵工贸学院."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.kinds.words.usual_faults import unit_name_fault
from jixiao.audit.office_names import FIRST_TITLES, LONGEST_TITLE, names_in, own_name
from jixiao.audit.wording_fault import WordingFault

_KIND = r"(?:学院|大学|学校|中学|小学|幼儿园|医院|研究院|研究所)"
_NO_NAME = "(?![本我该全原各与和同比较对向由经在据按受为])"
_NAME = rf"(?P<name>{_NO_NAME}[\u4e00-\u9fff]{{2,22}}?(?P<kind>{_KIND}))(?=(?:19|20)\d\d年)"
_TITLE = re.compile(_NAME)
_SUBJECT = re.compile(
    rf"(?:^|(?<=[。；]))(?:（[一二三四五六七八九十\d]{{1,3}}）|[\d一二三四五六七八九十]{{1,2}}[.、．])?{_NAME}"
    r"(?:19|20)\d\d年度?(?:收、支|收支|总收入|总支出|收入总计|支出总计|本年收入|本年支出|一般公共预算|财政拨款|政府性基金|"
    r"国有资本|“三公”|部门|单位|整体|机关运行|没有|无)"
)
_SEVERAL = re.compile("下属|二级单位|所属单位|附属|合并|更名|更为现名为|分校|分院|校区")
_SHORTEST = 5  # letters of a name that is no common one
_AROUND = 12


def subjects_of_totals(context: AuditContext) -> Iterator[WordingFault]:
    """The one that stands once, in a report whose title names a unit without the place of an office."""
    titles = [p.text for p in context.text.passages[:FIRST_TITLES] if len(p.text) < LONGEST_TITLE]
    owns = {
        match["name"]: match["kind"]
        for title in titles
        if "。" not in title and (match := _TITLE.match(title))
    }
    if len(owns) != 1 or own_name(names_in(context), context) is not None:
        return
    ((own, kind),) = owns.items()
    text = "".join(passage.text for passage in context.text.passages)
    if _SEVERAL.search(text.replace("附属单位", "")):
        return
    for passage in context.text.prose:
        for match in _SUBJECT.finditer(passage.text):
            name = match["name"]
            alike = name in own or own in name or _is_short(name, own) or len(name) < _SHORTEST
            if match["kind"] == kind and text.count(name) == 1 and not alike:
                why = f"这里写的是“{name}”，标题是“{own}”"
                span = match.span("name")
                yield unit_name_fault(passage, span, own, why, passage.around(span, 0, _AROUND))


def _is_short(name: str, own: str) -> bool:
    letters = iter(own)
    return all(letter in letters for letter in name)

"""The short name of another office where the unit speaks of itself: 市工伤保险中心2023年度部门整体."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.usual_faults import unit_name_fault
from jixiao.audit.office_names import LONGEST_TITLE, names_in, own_name
from jixiao.audit.wording_fault import WordingFault

_KINDS = "局|中心|委员会|办公室|委|医院|学校|中学|小学|学院|站|所|馆|大队|支队|联合会|法院|检察院|党校"
_SELF = re.compile(
    rf"(?:^|(?<=[。；]))[市县区州](?P<name>[\u4e00-\u9fff]{{2,10}}?(?:{_KINDS}))"
    r"(?=(?:19|20)\d\d年度?(?:部门整体|整体支出|部门决算|单位决算|部门预算|绩效自评|收入总计|支出总计|收支|收、支|"
    r"一般公共预算财政拨款|“三公”|机关运行))"
)
_CALLED = re.compile(r"（以下简称“?(?P<name>[^”）]{2,12})”?）")
_TITLES = 4  # passages among which the title stands


def short_names(context: AuditContext) -> Iterator[WordingFault]:
    """Each that stands once, and is no short form of what the unit is called in its title and beside it."""
    first = [p.text for p in context.text.passages[:_TITLES] if len(p.text) < LONGEST_TITLE]
    titles = [title for title in first if not re.search("[，。：]", title)]
    called = [m["name"] for p in context.text.prose for m in _CALLED.finditer(p.text)]
    own = own_name(names_in(context), context)
    known = [*(called[:1]), *(["".join(own)] if own else [])]
    if not known:
        return
    text = "".join(passage.text for passage in context.text.passages)
    for passage in context.text.prose:
        for match in _SELF.finditer(passage.text):
            name = match["name"]
            if name in context.words.offices.upper or not known[0].endswith(name[-1]):
                continue
            if text.count(name) == 1 and not any(_is_short_for(name, full) for full in (*known, *titles)):
                yield _fault(passage, match, known[0])


def _is_short_for(name: str, full: str) -> bool:
    """医保中心 of 医疗保险事业中心."""
    letters = iter(full)
    return all(letter in letters for letter in name)


def _fault(passage: Passage, match: re.Match[str], own: str) -> WordingFault:
    why = f"这里说自己的事写的是“{match[0]}”，本单位是“{own}”"
    return unit_name_fault(passage, match.span(), own, why, passage.around(match.span(), 0, 12))

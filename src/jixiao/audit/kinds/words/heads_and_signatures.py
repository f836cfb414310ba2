"""The unit above a table or below the report that is not the report's: 部门：石桥县教育局 once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.usual_faults import unit_name_fault
from jixiao.audit.office_names import names_in, own_name
from jixiao.audit.wording_fault import WordingFault

_HEAD = re.compile(
    r"(?:编制单位|编制部门|部门名称|部门|单位名称|填报单位|公开部门|预算单位|预算部门|单位)：(?P<name>[\u4e00-\u9fff]{4,30}?)(?=金额|单位：|日期|20\d\d|$)"
)
_DATE = re.compile(
    r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?|二〇[〇一二三四五六七八九]{2}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?"
)
_SIGNED = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{4,24}(?:局|委员会|中心|办公室|办事处|人民政府|院|校|馆|会|站|所|处))(?:（盖?章?）)?"
)
_FEWEST = 3  # heads that agree
_LAST = 12  # passages in which a report is signed


def heads_and_signatures(context: AuditContext) -> Iterator[WordingFault]:
    """The one head that differs from all others, and a signature that is not of the unit."""
    found = [(p, m) for p in context.text.passages if (m := _HEAD.match(p.text)) is not None]
    counts = Counter(match["name"] for _, match in found)
    usual = counts.most_common(1)[0][0] if counts else ""
    odd = [(p, m) for p, m in found if m["name"] != usual]
    if counts[usual] >= _FEWEST and len(odd) == 1 and not _is_alike(odd[0][1]["name"], usual):
        yield _fault(*odd[0], usual, "别的表上写的")
    yield from _signatures(context)


def _is_alike(name: str, other: str) -> bool:
    """Whether one is a longer form of the other: 石桥县教育局本级, 省石桥县教育局."""
    return name in other or other in name


def _signatures(context: AuditContext) -> Iterator[WordingFault]:
    last = context.text.passages[-_LAST:]
    signed = [
        (passage, match)
        for passage, following in pairwise(last)
        if (match := _SIGNED.fullmatch(passage.text)) and _DATE.fullmatch(following.text)
    ]
    own = own_name(names_in(context), context) if len(signed) == 1 else None
    if own is None:
        return
    passage, match = signed[0]
    place, office = own
    name, text = match["name"], "".join(each.text for each in context.text.passages)
    same = name.endswith(office) != (place in name)  # the place or the office is another
    if same and text.count(name) == 1 and not _is_alike(name, place + office):
        yield _fault(passage, match, place + office, "报告里写的")


def _fault(passage: Passage, match: re.Match[str], right: str, where: str) -> WordingFault:
    why = f"这里写的是“{match['name']}”，{where}是“{right}”"
    return unit_name_fault(passage, match.span("name"), right, why, match.span())

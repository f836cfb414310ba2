"""The name of another unit where the unit of the report speaks of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jixiao.audit.context import AuditContext, WordingFault
from jixiao.audit.finding import AuditKind
from jixiao.audit.passage import Passage
from jixiao.model.outcome import Severity

_ENDS = (
    r"(?:局|委员会|办公室|中心|街道办事处|人民政府|管理处|管理所|服务站|大队|支队|学校|小学|中学|"
    r"中医院|医院|图书馆|文化馆|联合会|工作部|组织部|宣传部|统战部|协会|研究院)"
)
_SELF = re.compile(
    rf"(?:^|[，。；：）]|\d日，?)(?P<name>[\u4e00-\u9fff]{{2,20}}?{_ENDS})(?:（部门）|（本级）)?"
    r"(?=(?:19|20)\d\d年度?|部门(?:共有|决算|预算)|共有|成立了|(?:整体|部门)支出|本年|无政府性|机关运行)"
)
_FEWEST = 3  # times that the unit names itself
_OTHERS = re.compile(r"^(?:根据|按照|由|经|对|向|与|和|在|从|财政|上级|市委|县委|区委|省|审计)")


def unit_names(context: AuditContext) -> Iterator[WordingFault]:
    """A name that stands once or twice where everywhere else another one stands."""
    found = [
        (passage, match)
        for passage in context.text.prose
        for match in _SELF.finditer(passage.text)
        if not _OTHERS.match(match["name"])
    ]
    counts = Counter(match["name"] for _, match in found)
    if not counts:
        return
    own, times = counts.most_common(1)[0]
    titled = _in_titles(context)
    if titled and own not in titled:
        return
    if times < _FEWEST and not (titled and times > 1):
        return
    for passage, match in found:
        name = match["name"]
        if counts[name] <= 2 and _is_another(name, own) and not _is_known(name, passage, context):
            yield _fault(passage, match, own)


def _in_titles(context: AuditContext) -> str:
    """The titles at the head of the report."""
    return "".join(passage.text for passage in context.text.passages[:6] if len(passage.text) < 60)


def _is_another(name: str, own: str) -> bool:
    """Not a shorter or longer form of the same name."""
    return (name not in own and own not in name and not own.endswith(name[-4:])) or _differs_in_place(
        name, own
    )


def _differs_in_place(name: str, own: str) -> bool:
    """The same kind of unit of another county: 高石县…局 for 乌林县…局."""
    place, other = (re.match(r".{2,6}?[省市县区旗]", one) for one in (name, own))
    return bool(place and other and place[0] != other[0] and name[place.end() :] == own[other.end() :])


def _is_known(name: str, passage: Passage, context: AuditContext) -> bool:
    """Whether the report names it as a unit below or beside its own, elsewhere or in this sentence."""
    return sum(name in each.text for each in context.text.passages) > 2


def _fault(passage: Passage, match: re.Match[str], own: str) -> WordingFault:
    return WordingFault(
        "UNIT-NAME",
        AuditKind.NAMING,
        passage,
        match.start("name"),
        min(match.end() + 12, len(passage.text)),
        match["name"],
        own,
        f"这里写的是“{match['name']}”，别处都是“{own}”，像是别的单位的文字没有改。",
        "请核对单位名称。",
        Severity.WARNING,
        (),
        match.span("name"),
    )

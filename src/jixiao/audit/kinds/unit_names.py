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
    r"中医院|医院|图书馆|文化馆|档案馆|红十字会|联合会|法院|检察院|供销合作社|党校|工作部|组织部|宣传部|统战部|协会|研究院)"
)
_WHOLE = "(?:图书馆|文化馆|档案馆|博物馆|红十字会|中医院|党校|供销合作社|组织部|宣传部|统战部)"
_NAME = re.compile(
    rf"(?P<place>[\u4e00-\u9fff]{{2,4}}?[市县区旗])(?P<office>{_WHOLE}|[\u4e00-\u9fff]{{2,16}}?{_ENDS})"
)
_FIRST = 8  # passages among which the title stands
_FEWEST = 2  # times that the unit is named
_AS_OTHERS = re.compile(
    r"(?:根据|按照|依据|经|由|报|向|与|和|对|从|在|及|、|《|〈|上级|关于印发|以及|包括|下属|所属|隶属于|归口|主管|“)$"
)
_OWN_VERBS = re.compile(
    r"(?:（[^）]{1,6}）)?(?:(?:19|20)\d\d年|整体支出|部门|共有|成立|内设|组织|无|本年|机关运行|预算|决算|是|单位：|领导|于|将|对|属|现有|年末|收入|支出|财政拨款|一般公共预算|对外|高度|认真|严格|积极|$)"
)
_NOTHING_ELSE = re.compile(
    r"(?:对|共有|成立了|部门|(?:19|20)\d\d年度?(?:部门|机关运行|整体|财政拨款|一般公共))"
)
_OF_ITSELF = re.compile(  # what an office above does not do in the report of another
    r"(?:（[^）]{1,6}）)?(?:(?:19|20)\d\d年|整体支出|部门|共有|成立|内设|无|本年|机关运行|预算|决算|属|现有|年末|$)"
)
_ASIDE = re.compile("根据|按照|依据|与|和|向|对|由|经|报|从|在")
_HEADS = re.compile(r"^(?:第[一二三四五六七八九十]+部分|附件\d*|关于|截至|年度|度|年|月|日)")


def unit_names(context: AuditContext) -> Iterator[WordingFault]:
    """The same office of another place, or another office as subject, where the unit itself is meant."""
    found = [
        (passage, match)
        for passage in context.text.passages
        if not passage.row
        for match in _NAME.finditer(passage.text)
    ]
    own = _own(found, context)
    if own is None:
        return
    place, office = own
    for passage, match in found:
        other = (_place(match), match["office"])
        times = sum((_place(each), each["office"]) == other for _, each in found)
        same_place = (
            other[0] == place and other[1] != office and _NOTHING_ELSE.match(passage.text, match.end())
        )
        if same_place and times == 1 and _is_itself(passage, match):
            yield _fault(passage, match, place + office)
        if (other[0][-1:] == "市") != (place[-1:] == "市") and not _OF_ITSELF.match(
            passage.text, match.end()
        ):
            continue  # the office above or below it
        if other[1] == office and other[0] != place and times <= _FEWEST and _is_itself(passage, match):
            yield _fault(passage, match, place + office)


def _place(match: re.Match[str]) -> str:
    return _HEADS.sub("", match["place"])


def _own(found: list[tuple[Passage, re.Match[str]]], context: AuditContext) -> tuple[str, str] | None:
    """Place and office of the unit: what is named most, and in a title."""
    counts = Counter((_place(match), match["office"]) for _, match in found if len(_place(match)) > 2)
    if not counts:
        return None
    (place, office), times = counts.most_common(1)[0]
    titled = next(((_place(m), m["office"]) for passage, m in found if passage.number < _FIRST), None)
    if titled is not None and counts[titled] > 1:
        return titled
    same = [name for name in counts if name[1] == office]
    if titled is not None and times == 1 and len(same) == 2 and titled[1] == office:
        return titled  # two names, once each: the title is right
    titles = "".join(passage.text for passage in context.text.passages[:8] if len(passage.text) < 60)
    if times < _FEWEST + 1 and not (times == _FEWEST and office in titles):
        return None
    return place, office


def _is_itself(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the name is the subject of what the unit says of itself, not another unit's in an aside."""
    if _ASIDE.match(match["place"]):
        return False
    start = match.end() - len(_HEADS.sub("", match[0]))
    before = passage.text[max(start - 6, 0) : start]
    begins = start == 0 or before[-1:] in "，。；：日" or before.endswith(("关于", "年度", "年"))
    return (
        begins and not _AS_OTHERS.search(before) and _OWN_VERBS.match(passage.text, match.end()) is not None
    )


def _fault(passage: Passage, match: re.Match[str], own: str) -> WordingFault:
    name = _HEADS.sub("", match[0])
    start = match.end() - len(name)
    return WordingFault(
        "UNIT-NAME",
        AuditKind.NAMING,
        passage,
        start,
        min(match.end() + 12, len(passage.text)),
        name,
        own,
        f"这里写的是“{name}”，别处都是“{own}”，像是别的单位的文字没有改。",
        "请核对单位名称。",
        Severity.WARNING,
        (),
        (start, match.end()),
    )

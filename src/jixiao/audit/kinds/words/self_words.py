"""How a report speaks of its own unit and of accounts: 我局 in the report of a centre, wrong names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.office_names import names_in, own_name
from jixiao.audit.wording_fault import WordingFault

_KINDS = (  # not 本局部, 本办法, 本会计年度
    r"(?P<kind>大队(?![长员])|支队(?![长员])|总队(?![长员])|集团|公司|林场|农场|局(?![长部限面])|中心(?!主任|组)|委(?![员托])|办(?![法理公事])|医院|学院|院(?![长士])|学校|校(?!长)|"
    r"所(?![长属有得在需])|站(?![长点])|馆(?![长员])|会(?![计议])|队(?![长伍])|镇(?!长)|乡(?![长村镇])|街道)"
)
_SELF = "(?:我|(?:^|(?<=[，。；：、由对在与和据是为]))本)"
_OWN = re.compile(_SELF + _KINDS)
# how the units are named that speak of themselves so
_MEANT = {
    "大队": "大队|支队|总队",
    "支队": "大队|支队|总队",
    "办": "办公室|办事处|办",
    "院": "院",
    "校": "校|小学|中学|大学|学院|高中|党校",
    "学校": "学校|小学|中学|大学|学院|高中|党校",
    "医院": "医院|卫生院",
    "镇": "镇",
    "乡": "乡",
}
_UNIT = re.compile(
    r"([\u4e00-\u9fff]{2,26}(?:局|中心|委员会|办公室|院|校|学|所|站|馆|会|队|镇|乡|街道|处|园))(?:19|20)\d\d年"
)
_CONTROLLED = re.compile(r"(?:控制在|未超(?:过|出)?)(?:年初)?预算(?!数?为?\d)(?:范围)?(?:之?内)?")
# What has a budget of its own: the rate of the whole says nothing about it.
_OWN_BUDGET = re.compile("“?三公”?经费|公务接待|公务用车|因公出国|会议费|培训费|公用经费|项目支出")
_RATE = re.compile(r"预算执行率[^。；]{0,14}?(?P<rate>1\d\d(?:\.\d+)?)%")
_TITLE = 60  # letters of a title at most
_AROUND = 12


def self_words(context: AuditContext) -> Iterator[WordingFault]:
    """All three: another name for the unit, a misnamed account, 预算之内 beside a rate above 100 %."""
    yield from _others(context)
    yield from _misnamed(context)
    yield from _beyond(context)


def _others(context: AuditContext) -> Iterator[WordingFault]:
    found = [(p, m) for p in context.text.prose for m in _OWN.finditer(p.text)]
    counts = Counter(match["kind"] for _, match in found)
    title = "".join(passage.text for passage in context.text.passages[:6] if _may_be_title(passage))
    own = next((kind for kind, _ in counts.most_common() if kind in title), "")
    named = own_name(names_in(context), context) or _titled(context) if counts else None
    for passage, match in found:
        kind = match["kind"]
        if own and kind != own and kind not in title and counts[kind] < counts[own] + 1:
            yield _fault(passage, match, f"我{own}", f"别处自称“我{own}”，这里写“{match[0]}”。")
        elif named and not own and counts[kind] == 1 and not _may_be_called(kind, "".join(named) + title):
            said = f"单位是“{''.join(named)}”，这里自称“{match[0]}”。"
            yield _fault(passage, match, "本单位", said)


def _titled(context: AuditContext) -> tuple[str, ...]:
    """What stands before the year of the title: 江城职业技术学院2022年度部门决算."""
    match = _UNIT.match(context.text.passages[0].text) if context.text.passages else None
    return (match[1],) if match else ()


def _may_be_called(kind: str, name: str) -> bool:
    return re.search(_MEANT.get(kind, kind), name) is not None


def _may_be_title(passage: Passage) -> bool:
    return len(passage.text) < _TITLE and not re.search("[我。]", passage.text)


def _misnamed(context: AuditContext) -> Iterator[WordingFault]:
    for passage in context.text.prose:
        for one in context.words.misnamed:
            for match in re.finditer(re.escape(one.written), passage.text):
                yield _fault(passage, match, one.name, f"“{one.written}”的规范名称是“{one.name}”。")


def _beyond(context: AuditContext) -> Iterator[WordingFault]:
    rates = [m for p in context.text.prose for m in _RATE.finditer(p.text)]
    if not rates or float(rates[0]["rate"]) <= 100:
        return
    for passage in context.text.prose:
        for match in _CONTROLLED.finditer(passage.text):
            if _OWN_BUDGET.search(passage.text, passage.sentence_start(match.start()), match.start()):
                continue
            said = f"文中预算执行率为{rates[0]['rate']}%，这里却说“{match[0]}”，互相矛盾。"
            yield _fault(passage, match, "超出年初预算", said)


def _fault(passage: Passage, match: re.Match[str], right: str, message: str) -> WordingFault:
    return WordingFault(
        "WORDS-OWN",
        AuditKind.NAMING,
        passage,
        match.span(),
        right,
        message,
        "请核对这处说法。",
        quoted=passage.around(match.span(), _AROUND),
    )

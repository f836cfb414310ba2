"""Names of offices as reports write them, and which is the unit's own: 石桥县林业局, 石榴乡人民政府."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import msgspec

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage

_STATIONS = (
    r"(?:水土保持|监测|工作|推广|防治|农机|水利|林业|畜牧|兽医|监督|文化|广播|环卫|质检|种子)站|"
    r"(?:司法|财政|监督|检测|检验|研究|交通|监察|看守|派出)所"
)
_ENDS = (
    r"(?:局|委员会|办公室|中心|街道办事处|人民政府|管理处|管理所|服务站|大队|支队|中学校|小学校|学校|小学|中学|"
    r"中医院|医院|图书馆|文化馆|档案馆|红十字会|联合会|法院|检察院|供销合作社|党校|妇幼保健院|卫生院|福利院|幼儿园|"
    rf"林场|农场|融媒体中心|{_STATIONS}|工作部|组织部|宣传部|统战部|协会|研究院)"
)
_WHOLE = (
    "(?:图书馆|文化馆|档案馆|博物馆|红十字会|中医院|党校|供销合作社|组织部|宣传部|统战部|妇幼保健院|"
    rf"福利院|融媒体中心|{_STATIONS})"
)
_TOWNS = "(?:党委|人民政府|街道办事处|办事处|财政所|中心小学|中心学校|卫生院|中学|初级中学|小学)"
_NAME = re.compile(
    rf"(?P<place>[\u4e00-\u9fff]{{2,4}}?[市县区旗])(?P<office>{_WHOLE}|[\u4e00-\u9fff]{{2,16}}?{_ENDS})|"
    rf"(?P<town>[\u4e00-\u9fff]{{2,3}}(?:镇|乡|街道))(?P<seat>{_TOWNS})"
)
_TITLED = re.compile(r"(?:关于)?(?:19|20)\d\d年|部门|单位|整体支出")
_HEADS = re.compile(
    r"^(?:第[一二三四五六七八九十]+部分|附件\d*|关于|截至|年度|度|年|月|日|现将|现就|经报|报请|下辖|下设|直属|要求|我县|我市|我区|全县|全市|全区|和|及|与|由|为|对|在|按|经|将|各|督促|协调|配合|支持|年)(?=[\u4e00-\u9fff]{2})"
)
_INNER = re.compile(
    rf"(?P<place>[\u4e00-\u9fff]{{2,3}}[县区旗])(?P<office>{_WHOLE}|[\u4e00-\u9fff]{{2,16}}?{_ENDS})"
)
_NO_PLACE = re.compile(
    "(?:其中|包括|以及|根据|按照|隶属|由|经|报|向|对|和|与|及|各|全|该|本|我|两|下属|所属|下辖|下设|管辖|直属|协调|配合|联合|会同|督促)+[县市区旗]"
)
FIRST_TITLES = 4  # passages among which a title stands that names the unit once
LONGEST_TITLE = 60  # letters
FEWEST = 2  # times that a unit is named
SHORTEST_PLACE = 3  # letters: 桐安区
_FIRST = 8  # passages among which the title stands


class NamedOffice(msgspec.Struct):
    """A name that stands in the report: `place` and `office` as people would say them."""

    passage: Passage
    match: re.Match[str]
    place: str
    office: str

    @property
    def pair(self) -> tuple[str, str]:
        return self.place, self.office


def names_in(context: AuditContext) -> list[NamedOffice]:
    """All names of offices in sentences and headings, with the places freed of words before them."""
    never = context.words.offices.never_places
    found = [
        NamedOffice(
            passage, match, _HEADS.sub("", match["place"] or match["town"]), match["office"] or match["seat"]
        )
        for passage in context.text.passages
        if not passage.row
        for match in _NAME.finditer(passage.text)
        if not _NO_PLACE.fullmatch(match["place"] or match["town"])
        if not (match["place"] and re.search(never, match["place"][-SHORTEST_PLACE:-1]))  # 并受县档案局委托
    ]
    for one in found:  # 江州市石桥县第三中学: the school of 石桥县
        if inner := _INNER.fullmatch(one.office):
            one.place, one.office = inner["place"], inner["office"]
    before: dict[str, set[str]] = defaultdict(set)  # the short name -> what stood before it
    for one in found:
        before[one.place[-SHORTEST_PLACE:]].add(one.place[:-SHORTEST_PLACE])
    for one in found:
        if len(before[one.place[-SHORTEST_PLACE:]]) > 1:  # 受桐安区, 对桐安区
            one.place = one.place[-SHORTEST_PLACE:]
    return found


def own_name(found: list[NamedOffice], context: AuditContext) -> tuple[str, str] | None:
    """Place and office of the unit: what is named most, and in a title."""
    counts = Counter(one.pair for one in found if len(one.place) >= SHORTEST_PLACE)
    if not counts:
        return _titled(found)
    (place, office), times = counts.most_common(1)[0]
    titled = next((one.pair for one in found if one.passage.number < _FIRST), None)
    if titled is not None and counts[titled] > 1:
        return titled
    same = [name for name in counts if name[1] == office]
    if titled is not None and times == 1 and len(same) == 2 and titled[1] == office:
        return titled  # two names, once each: the title is right
    titles = "".join(
        passage.text for passage in context.text.passages[:8] if len(passage.text) < LONGEST_TITLE
    )
    if times < FEWEST + 1 and not (times == FEWEST and (office in titles or place in titles)):
        return _titled(found)
    return place, office


def _titled(found: list[NamedOffice]) -> tuple[str, str] | None:
    """The unit of a report that names it in its title alone."""
    titles = [
        one for one in found if one.passage.number < FIRST_TITLES and len(one.passage.text) < LONGEST_TITLE
    ]
    named = {one.pair for one in titles if _TITLED.match(one.passage.text, one.match.end())}
    return next(iter(named)) if len(named) == 1 else None

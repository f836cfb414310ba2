"""The name of another unit where the unit of the report speaks of itself."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from jixiao.audit.context import AuditContext, WordingFault
from jixiao.audit.finding import AuditKind
from jixiao.audit.passage import Passage
from jixiao.model.outcome import Severity

_ENDS = (
    r"(?:局|委员会|办公室|中心|街道办事处|人民政府|管理处|管理所|服务站|大队|支队|学校|小学|中学|"
    r"中医院|医院|图书馆|文化馆|档案馆|红十字会|联合会|法院|检察院|供销合作社|党校|工作部|组织部|宣传部|统战部|协会|研究院)"
)
_WHOLE = "(?:图书馆|文化馆|档案馆|博物馆|红十字会|中医院|党校|供销合作社|组织部|宣传部|统战部)"
_TOWNS = "(?:党委|人民政府|街道办事处|办事处|财政所|中心小学|中心学校|卫生院|中学|初级中学|小学)"
_NAME = re.compile(
    rf"(?P<place>[\u4e00-\u9fff]{{2,4}}?[市县区旗])(?P<office>{_WHOLE}|[\u4e00-\u9fff]{{2,16}}?{_ENDS})|"
    rf"(?P<town>[\u4e00-\u9fff]{{2,3}}(?:镇|乡|街道))(?P<seat>{_TOWNS})"
)
_TITLED = re.compile(r"(?:关于)?(?:19|20)\d\d年|部门|单位|整体支出")
_COUNTY = re.compile(r"(?:关于)?(?:(?:19|20)\d\d年度?)?([\u4e00-\u9fff]{2}[县区旗])")
_TITLES = 4  # passages among which a title stands that names the unit once
_TITLE = 60  # letters of a title at most
_FIRST = 8  # passages among which the title stands
_SHORT = 3  # letters of the shortest place: 桐安区
_FEWEST = 2  # times that the unit is named
_AS_OTHERS = re.compile(
    r"(?:根据|按照|依据|经|由|报|向|与|和|对|从|在|及|、|《|〈|上级|关于印发|以及|包括|下属|所属|隶属于|归口|主管|“)$"
)
_OWN_VERBS = re.compile(
    r"(?:（[^）]{1,6}）)?(?:(?:19|20)\d\d年|整体支出|部门|共有|成立|内设|组织|牵头|负责|所有|全部|无|本年|机关运行|预算|决算|是|单位：|领导|于|将|对|属|现有|年末|收入|支出|财政拨款|一般公共预算|对外|高度|认真|严格|积极|$)"
)
_NOTHING_ELSE = re.compile(
    r"(?:对|共有|成立了|部门|组织对|组织开展|所有收入|全部收入|收支|(?:19|20)\d\d年度?(?:部门|机关运行|整体|财政拨款|一般公共))"
)
_OF_ITSELF = re.compile(  # what an office above does not do in the report of another
    r"(?:（[^）]{1,6}）)?(?:(?:19|20)\d\d年|整体支出|部门|共有|成立|内设|无|本年|机关运行|预算|决算|属|现有|年末|$)"
)
_ASIDE = re.compile("根据|按照|依据|与|和|向|对|由|经|报|从|在")
_HEADS = re.compile(
    r"^(?:第[一二三四五六七八九十]+部分|附件\d*|关于|截至|年度|度|年|月|日|现将|现就|经报|报请|要求|我县|我市|我区|全县|全市|全区|和|及|与|由|为|对|在|按|经|将|各)(?=[\u4e00-\u9fff]{2})"
)


class _Named(msgspec.Struct):
    """A name that stands in the report: `place` and `office` as people would say them."""

    passage: Passage
    match: re.Match[str]
    place: str
    office: str

    @property
    def pair(self) -> tuple[str, str]:
        return self.place, self.office


def unit_names(context: AuditContext) -> Iterator[WordingFault]:
    """The same office of another place, or another office as subject, where the unit itself is meant."""
    found = names_in(context)
    own = own_name(found, context) or _titled(found)
    if own is None:
        yield from _elsewhere(found, context)
        return
    place, office = own
    counts = Counter(one.pair for one in found)
    for one in found:
        rare = counts[one.pair] <= _FEWEST
        if one.place == place and one.office != office:
            itself = counts[one.pair] == 1 and bool(_NOTHING_ELSE.match(one.passage.text, one.match.end()))
        elif one.office == office and one.place != place:
            above = (one.place[-1:] == "市") != (place[-1:] == "市")
            itself = rare and (not above or bool(_OF_ITSELF.match(one.passage.text, one.match.end())))
            if counts[one.pair] == 1 < counts[own] and _is_mistyped(one.place, place):
                yield _fault(one, place + office)
                continue
        else:
            continue
        if itself and _is_itself(one):
            yield _fault(one, place + office)


def names_in(context: AuditContext) -> list[_Named]:
    """All names of offices in sentences and headings, with the places freed of words before them."""
    found = [
        _Named(
            passage, match, _HEADS.sub("", match["place"] or match["town"]), match["office"] or match["seat"]
        )
        for passage in context.text.passages
        if not passage.row
        for match in _NAME.finditer(passage.text)
    ]
    before: dict[str, set[str]] = defaultdict(set)  # the short name -> what stood before it
    for one in found:
        before[one.place[-_SHORT:]].add(one.place[:-_SHORT])
    for one in found:
        if len(before[one.place[-_SHORT:]]) > 1:  # 受桐安区, 对桐安区
            one.place = one.place[-_SHORT:]
    return found


def _freed(place: str) -> str:
    return _HEADS.sub("", place)


def _is_mistyped(place: str, right: str) -> bool:
    """One letter otherwise."""
    return len(place) == len(right) and sum(a != b for a, b in zip(place, right, strict=True)) == 1


def own_name(found: list[_Named], context: AuditContext) -> tuple[str, str] | None:
    """Place and office of the unit: what is named most, and in a title."""
    counts = Counter(one.pair for one in found if len(one.place) >= _SHORT)
    if not counts:
        return None
    (place, office), times = counts.most_common(1)[0]
    titled = next((one.pair for one in found if one.passage.number < _FIRST), None)
    if titled is not None and counts[titled] > 1:
        return titled
    same = [name for name in counts if name[1] == office]
    if titled is not None and times == 1 and len(same) == 2 and titled[1] == office:
        return titled  # two names, once each: the title is right
    titles = "".join(passage.text for passage in context.text.passages[:8] if len(passage.text) < _TITLE)
    if times < _FEWEST + 1 and not (times == _FEWEST and (office in titles or place in titles)):
        return None
    return place, office


def _titled(found: list[_Named]) -> tuple[str, str] | None:
    """The unit of a report that names it in its title alone."""
    titles = [one for one in found if one.passage.number < _TITLES and len(one.passage.text) < _TITLE]
    named = {one.pair for one in titles if _TITLED.match(one.passage.text, one.match.end())}
    return next(iter(named)) if len(named) == 1 else None


def _elsewhere(found: list[_Named], context: AuditContext) -> Iterator[WordingFault]:
    """An office of another county, once, in a report that names no unit and speaks of one county."""
    titles = [p.text for p in context.text.passages[:_TITLES] if len(p.text) < _TITLE]
    text = "".join(passage.text for passage in context.text.passages)
    places = {match[1] for title in titles if (match := _COUNTY.match(title))}
    if len(places) != 1:
        return
    (place,) = places
    for one in found:
        other = one.place[-_SHORT:]
        foreign = other[-1] in "县区旗" and other != place and text.count(other) == 1
        if foreign and text.count(place) >= _FEWEST and _is_itself(one):
            yield _fault(one, place + one.office)


def _is_itself(one: _Named) -> bool:
    """Whether the name is the subject of what the unit says of itself, not another unit's in an aside."""
    passage, end = one.passage, one.match.end()
    if _ASIDE.match(one.match["place"] or one.match["town"]):
        return False
    start = end - len(one.place + one.office)
    before = passage.text[max(start - 6, 0) : start]
    begins = start == 0 or before[-1:] in "，。；：日" or before.endswith(("关于", "年度", "年"))
    return begins and not _AS_OTHERS.search(before) and _OWN_VERBS.match(passage.text, end) is not None


def _fault(one: _Named, own: str) -> WordingFault:
    name, end = one.place + one.office, one.match.end()
    start = end - len(name)
    return WordingFault(
        "UNIT-NAME",
        AuditKind.NAMING,
        one.passage,
        start,
        min(end + 12, len(one.passage.text)),
        name,
        own,
        f"这里写的是“{name}”，别处都是“{own}”，像是别的单位的文字没有改。",
        "请核对单位名称。",
        Severity.WARNING,
        (),
        (start, end),
    )

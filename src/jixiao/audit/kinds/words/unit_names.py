"""The name of another unit where the unit of the report speaks of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.kinds.words.usual_faults import unit_name_fault
from jixiao.audit.office_names import (
    FEWEST,
    FIRST_TITLES,
    LONGEST_TITLE,
    SHORTEST_PLACE,
    NamedOffice,
    names_in,
    own_name,
)
from jixiao.audit.wording_fault import WordingFault

_COUNTY = re.compile(r"(?:关于)?(?:(?:19|20)\d\d年度?)?([\u4e00-\u9fff]{2}[县区旗])")
_AS_OTHERS = re.compile(
    r"(?:根据|按照|依据|经|由|报|向|与|和|对|从|在|及|、|《|〈|上级|关于印发|以及|包括|下属|下辖|下设|直属|所属|隶属于|归口|主管|“)$"
)
_OWN_VERBS = re.compile(
    r"(?:（[^）]{1,6}）)?(?:(?:19|20)\d\d年|整体支出|部门|(?:基本)?(?:概况|情况)$|主要职[能责]|机构设置|共有|成立|内设|组织|车辆|牵头|负责|所有|全部|无|本年|机关运行|预算|决算|是|单位：|领导|于|将|对|属|在(?:19|20)\d\d年度?预算编制|现有|年末|收入|支出|财政拨款|一般公共预算|政府性基金|国有资本经营|对外|高度|认真|严格|积极|承担|位于|始建|占地|创建|$)"
)
_NOTHING_ELSE = re.compile(
    r"(?:(?:部门|单位)?(?:基本)?(?:概况|情况)$|主要职[能责]|机构设置|对|共有|现有车辆|成立了|部门|整体支出|组织对|组织开展|机关运行经费|车辆\d|所有收入|全部收入|收支|政府性基金预算|国有资本经营预算|在(?:19|20)\d\d年度?预算编制阶段|(?:19|20)\d\d年度?(?:部门|机关运行|整体|财政拨款|一般公共|政府性基金|国有资本经营|没有|无政府性|无国有|总收入|总支出|收入总计|支出总计|“三公”))"
)
_ALONE = re.compile(rf"{_NOTHING_ELSE.pattern}|内设|编制|现有|属于|为(?:全额|公益|正科|副科|财政)")
_SEVERAL = re.compile("下属|所属|二级单位|预算单位构成|单位构成|直属|纳入.{0,20}范围")
_OF_ITSELF = re.compile(  # what an office above does not do in the report of another
    r"(?:（[^）]{1,6}）)?(?:(?:19|20)\d\d年|整体支出|部门|共有|成立|内设|无|本年|机关运行|预算|决算|属|现有|年末|单位：|金额单位|$)"
)
_NEIGHBOURS = re.compile("[与和及、向赴到同]$|学习$|对口$|联合$")
_GROUNDS = re.compile(
    r"(?:^|[，。；：对在将为于])(?P<place>[\u4e00-\u9fff]{2}[市县区旗])(?=共有|地处|位于|下辖|总人口|范围内|境内|辖区|全域|各县|各区|各乡|各镇|各街道|城区|全境)"
)
_NUMBER = re.compile("[一二三四五六七八九十\\d][、.．）]$")  # of a heading
_NO_PLACES = ("各地", "我们", "全省", "本地", "所在", "城镇", "中心", "主城", "各个", "全部")
_ASIDE = re.compile("根据|按照|依据|与|和|向|对|由|经|报|从|在")


def unit_names(context: AuditContext) -> Iterator[WordingFault]:
    """The same office of another place, or another office as subject, where the unit itself is meant."""
    found = names_in(context)
    own = own_name(found, context)
    mistyped = [*_mistyped(found, context, own), *_twins(found)]
    yield from mistyped
    yield from _places_alone(found, context, own)
    if own is None:
        yield from _elsewhere(found, context)
        return
    place, office = own
    counts = Counter(one.pair for one in found)
    text = "".join(passage.text for passage in context.text.passages)
    alone = not _SEVERAL.search(text)
    evaluated = {one.pair for one in found if one.passage.text.startswith("整体支出", one.match.end())}
    for one in found:
        rare = counts[one.pair] <= FEWEST
        if one.place == place and one.office != office:
            verbs = _OWN_VERBS if _is_mistyped(one.office, office) else _ALONE if alone else _NOTHING_ELSE
            verbs = _OF_ITSELF if one.office in context.words.offices.upper else verbs
            itself = counts[one.pair] == 1 and bool(verbs.match(one.passage.text, one.match.end()))
            itself = itself and (alone or one.office[-1] == office[-1])  # not 县河道管理所 below 县水利局
            itself = itself and not (one.pair in evaluated and len(evaluated - {own}) > 1)
        elif one.office == office and one.place != place:
            above = (one.place[-1:] == "市") != (place[-1:] == "市")
            itself = rare and (not above or bool(_OF_ITSELF.match(one.passage.text, one.match.end())))
        else:
            continue
        if itself and _is_itself(one) and not any(one.passage is f.passage for f in mistyped):
            yield _fault(one, place + office)


def _mistyped(
    found: list[NamedOffice], context: AuditContext, own: tuple[str, str] | None
) -> Iterator[WordingFault]:
    """A place with one other letter, once, beside the same office or in a report that names the right one."""
    text = "".join(passage.text for passage in context.text.passages)
    places = Counter(one.place for one in found)
    for one in found:
        start = one.match.end() - len(one.place + one.office)
        if text.count(one.place) > 1 or _NEIGHBOURS.search(one.passage.text[:start]):
            continue
        right = [p for p in places if _is_mistyped(one.place, p) and text.count(p) >= FEWEST]
        same = any(each.pair == (right[0], one.office) for each in found) if right else False
        if len(right) == 1 and (same or own == (right[0], one.office)):
            yield _fault(one, right[0] + one.office)


def _twins(found: list[NamedOffice]) -> Iterator[WordingFault]:
    """城东区法院2024年度收…, 城西区法院2024年度没有…: of two that speak of themselves the later one."""
    subjects = [
        one for one in found if _is_itself(one) and _OF_ITSELF.match(one.passage.text, one.match.end())
    ]
    counts = Counter(one.pair for one in found)
    for position, one in enumerate(subjects):
        twins = [
            other
            for other in subjects[:position]
            if other.place == one.place and _is_mistyped(one.office, other.office)
        ]
        if twins and counts[one.pair] == 1 and counts[twins[0].pair] < FEWEST:
            yield _fault(one, twins[0].place + twins[0].office)


def _places_alone(
    found: list[NamedOffice], context: AuditContext, own: tuple[str, str] | None
) -> Iterator[WordingFault]:
    """对汉源市范围内…开展检查 in a report of 江陵市, which names the other place nowhere else."""
    titled = _titled_places(context)
    place = own[0] if own else titled.pop() if len(titled) == 1 else ""
    text = "".join(passage.text for passage in context.text.passages)
    if len(place) != SHORTEST_PLACE or text.count(place) < FEWEST:
        return
    for passage in context.text.prose:
        for match in _GROUNDS.finditer(passage.text):
            name = match["place"]
            if (
                name != place
                and name[-1] == place[-1]
                and text.count(name) == 1
                and name[:2] not in _NO_PLACES
            ):
                yield WordingFault(
                    "UNIT-NAME",
                    AuditKind.NAMING,
                    passage,
                    match.span("place"),
                    place,
                    f"这里写的是“{name}”，别处都是“{place}”，像是别的地方的文字没有改。",
                    "请核对地名。",
                    stated=name,
                    quoted=passage.around((match.start("place"), match.end()), 0, 12),
                )


def _is_mistyped(place: str, right: str) -> bool:
    """One letter otherwise."""
    return len(place) == len(right) and sum(a != b for a, b in zip(place, right, strict=True)) == 1


def _elsewhere(found: list[NamedOffice], context: AuditContext) -> Iterator[WordingFault]:
    """An office of another county, once, in a report that names no unit and speaks of one county."""
    text = "".join(passage.text for passage in context.text.passages)
    places = _titled_places(context)
    if len(places) != 1:
        return
    (place,) = places
    for one in found:
        other = one.place[-SHORTEST_PLACE:]
        foreign = other[-1] in "县区旗" and other != place and text.count(other) == 1
        if foreign and text.count(place) >= FEWEST and _is_itself(one):
            yield _fault(one, place + one.office)


def _titled_places(context: AuditContext) -> set[str]:
    """The counties with which titles begin."""
    titles = [p.text for p in context.text.passages[:FIRST_TITLES] if len(p.text) < LONGEST_TITLE]
    return {match[1] for title in titles if (match := _COUNTY.match(title))}


def _is_itself(one: NamedOffice) -> bool:
    """Whether the name is the subject of what the unit says of itself, not another unit's in an aside."""
    passage, end = one.passage, one.match.end()
    if _ASIDE.match(one.match["place"] or one.match["town"]):
        return False
    start = end - len(one.place + one.office)
    before = passage.text[max(start - 6, 0) : start]
    numbered = _NUMBER.search(before) is not None
    begins = start == 0 or before[-1:] in "，。；：日" or numbered or before.endswith(("关于", "年度", "年"))
    aside = not numbered and _AS_OTHERS.search(before) is not None  # 一、 is no 、 between names
    return begins and not aside and _OWN_VERBS.match(passage.text, end) is not None


def _fault(one: NamedOffice, own: str) -> WordingFault:
    name, end = one.place + one.office, one.match.end()
    start = end - len(name)
    why = f"这里写的是“{name}”，别处都是“{own}”"
    return unit_name_fault(one.passage, (start, end), own, why, one.passage.around((start, end), 0, 12))

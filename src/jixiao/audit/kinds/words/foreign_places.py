"""Another town or county where the report's own is meant: 建宁街道2023年部门决算 in that of 枫桥街道."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.passage import Passage
from jixiao.audit.kinds.words.usual_faults import unit_name_fault
from jixiao.audit.office_names import FIRST_TITLES, LONGEST_TITLE, SHORTEST_PLACE, names_in, own_name
from jixiao.audit.wording_fault import WordingFault

_TOWN = re.compile(
    r"(?:^|(?<=[，。；：、年日度区县市由对为（]))(?P<name>(?![与和及对向赴由为按将各全经同在从])[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道))"
    r"(?=(?:19|20)\d\d年|(?:本级)?(?:部门|单位)(?:整体|决算|预算|共有)|财政拨款|机关运行|“三公”|整体支出|共有车辆|"
    r"内设|一般公共预算|没有|无政府性|人民政府(?:高度|认真|严格|整体|内设|共有|积极|(?:19|20)\d\d年)|共有(?:在职|编制)|(?:中心)?(?:卫生院|小学|中学|学校|幼儿园)(?:共有|没有|内设|(?:19|20)\d\d年|承担|是)|党委、?政府|对(?:19|20)\d\d年)"
)
_OWN_TOWN = re.compile(
    r"(?:^|[年度市县区旗])(?P<name>[\u4e00-\u9fff]{2,4}?(?:镇|乡|街道))(?=(?:中心)?(?:卫生院|小学|中学|学校|幼儿园)|人民政府|办事处|党工委|(?:19|20)\d\d|部门|单位|整体)"
)
_PLACE = re.compile(r"(?![年度])[\u4e00-\u9fff]{2}[市县区旗]")  # 2021年度县级: no place
_CALLED = re.compile(r"（以下简称“?[我本县市区]")
_PARTY = re.compile(
    r"(?P<name>中共[\u4e00-\u9fff]{2,3}?[省市县区州旗]委(?:党校|办公室|[\u4e00-\u9fff]{2,4}?(?:部|委员会|办公室|中心)|政法委)?)"
)
_ITSELF = re.compile(
    r"(?:（[^）]{1,16}）)?(?:是|为|内设|下设|现有|编制|(?:19|20)\d\d年|负责|共有|高度|认真|坚持)"
)
_DOES = re.compile("统一|负责|牵头|组织|审核|拨付|直接|具体")
_NOT_OWN = re.compile(r"(?:与|和|及|、|向|赴|到|同|对口|联合|兄弟|学习|借鉴|《|根据|按照|依据|关于|原|上级)$")
_BY = re.compile("(?:由|经)$")
_NO_PLACE = re.compile(
    "[根据按照隶属经是对与和向在把被将的各全本该我两及由县市区自治邻外督导]|试点|贫困|兄弟|相关|有关"
)
_LEVELS = ("镇", "乡", "街道")
_LEVELLED = re.compile(
    r"(?:^|(?<=[，。；：、由对在经县市区]))(?P<name>(?P<stem>[\u4e00-\u9fff]{2})(?P<level>镇|乡|街道))(?![镇村土愁贤级和与、及至])"
)
_NO_STEM = re.compile("[城乡村镇各全本该原两下入返农集街道]")
_FEWEST = 2  # times that the own town is named
_AROUND = 10


def foreign_places(context: AuditContext) -> Iterator[WordingFault]:
    """Each name that stands once, in the place of one of the title."""
    first = [p.text for p in context.text.passages[:FIRST_TITLES] if len(p.text) < LONGEST_TITLE]
    titles = [title for title in first if not re.search("[，。：]", title)]
    text = "".join(passage.text for passage in context.text.passages)
    yield from _towns(titles, text, context)
    yield from _levels(text, context)
    yield from _offices(titles, text, context)
    yield from _party(titles, context)


def _towns(titles: list[str], text: str, context: AuditContext) -> Iterator[WordingFault]:
    own = {match["name"] for title in titles for match in _OWN_TOWN.finditer(title)}
    if len(own) != 1 or text.count(next(iter(own))) < _FEWEST:
        return
    (right,) = own
    for passage in context.text.prose:
        for match in _TOWN.finditer(passage.text):
            name = match["name"]
            alike = right.endswith(name[1:]) or name.endswith(right)
            if text.count(name) == 1 and not alike and name.endswith(right[-1]):
                yield _fault(passage, match.span("name"), name, right)


def _levels(text: str, context: AuditContext) -> Iterator[WordingFault]:
    """沙河镇, once, where everywhere else it is 沙河乡."""
    for passage in context.text.prose:
        for match in _LEVELLED.finditer(passage.text):
            stem, level = match["stem"], match["level"]
            if text.count(stem + level) > 1 or _NO_STEM.search(stem):
                continue
            others = [other for other in _LEVELS if other != level and text.count(stem + other) > _FEWEST]
            beside = any(stem + other in passage.text for other in others)
            if len(others) == 1 and not beside and text.count(stem) == text.count(stem + others[0]) + 1:
                yield _fault(passage, match.span("name"), match["name"], stem + others[0], "别处都是")


def _offices(titles: list[str], text: str, context: AuditContext) -> Iterator[WordingFault]:
    """清河市残联（以下简称“市残联”） in a report on 河阳市; 由云岭县医保局拨付 in that of 青山县医保局."""
    places = dict.fromkeys(match[0] for title in titles for match in _PLACE.finditer(title))
    found = names_in(context) if places else []
    own = own_name(found, context) if found else None
    for one in found:
        other, end = one.place[-SHORTEST_PLACE:], one.match.end()
        right = next((place for place in places if place[-1] == other[-1:]), "")
        if not right or other in places or text.count(other) > 1:
            continue
        start = end - len(other + one.office)
        before = one.passage.text[max(start - 4, 0) : start]
        foreign = other[-1] in "县旗" and text.count(right) >= _FEWEST and not _NO_PLACE.search(other[:2])
        foreign = foreign and (before[-1:] in ("", "由", "，", "。", "；", "："))
        same = own is not None and own[1] == one.office
        called = (foreign and not same) or _CALLED.match(one.passage.text, end)
        does = same and _BY.search(before) and _DOES.match(one.passage.text, end)
        if (called or does) and not _NOT_OWN.search(before):
            yield _fault(one.passage, (start, end), other + one.office, right + one.office)


def _party(titles: list[str], context: AuditContext) -> Iterator[WordingFault]:
    """中共周川市委党校是… in the report of 中共沙颍县委党校."""
    own = {match["name"] for title in titles for match in _PARTY.finditer(title)}
    text = "".join(passage.text for passage in context.text.passages)
    if len(own) != 1:
        return
    (right,) = own
    for passage in context.text.prose:
        for match in _PARTY.finditer(passage.text):
            name, before = match["name"], passage.text[: match.start()]
            itself = (not before or before[-1] in "，。；：") and _ITSELF.match(passage.text, match.end())
            elsewhere = name.partition("委")[0] != right.partition("委")[0]
            if elsewhere and itself and text.count(name) == 1:
                yield _fault(passage, match.span("name"), name, right)


def _fault(
    passage: Passage, span: tuple[int, int], name: str, right: str, where: str = "标题和别处是"
) -> WordingFault:
    why = f"这里写的是“{name}”，{where}“{right}”"
    return unit_name_fault(passage, span, right, why, passage.around(span, _AROUND))

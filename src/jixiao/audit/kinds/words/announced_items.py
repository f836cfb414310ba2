"""A number of items that are then listed: 共9项，包括A、B、…, or 以下三个方面的问题： with numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.figures.numerals import STYLES, chinese, ordinal, style_of, value_of
from jixiao.audit.figures.sentences import blanked
from jixiao.audit.wording.word_part import either
from jixiao.audit.wording_fault import WordingFault

_COUNT = (
    r"(?<![\d第一二三四五六七八九十.])(?<!公益)(?<!属于)(?<!划为)(?<!核定为)"  # 公益一类: no number
    r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,2})"
)
_UNIT = r"(?P<unit>个方面|大类|[个项类种大条点件])"
_NAME = r"[^，。；：、\d\0]{2,20}"
_LISTED = re.compile(
    rf"{_COUNT}{_UNIT}[^，。；：、\d\0]{{0,12}}?[，：]?(?:(?:具体)?包括|(?:具体|分别)(?:是|为)|即|(?<=[，：]))：?"
    rf"(?P<names>{_NAME}(?:、{_NAME}){{1,60}})(?=[。；])"
)
_SUFFIXED = re.compile(
    rf"(?P<names>{_NAME}?(?:、{_NAME}?){{1,30}}){_COUNT}{_UNIT}(?P<noun>[\u4e00-\u9fff]{{2}})"
)
_NUMBERED = re.compile(
    rf"{_COUNT}{_UNIT}(?P<noun>[^，。；：\d\0]{{0,16}})(?:，?(?:具体|主要|分别)?(?:如下|是|为|有|包括))?：(?P<rest>.*)$"
)
_RUNS = (
    re.compile(r"(?:^|(?<=[。；：，]))(?P<number>[一二三四五六七八九十]{1,2})是"),
    re.compile(r"（(?P<number>\d{1,2})）"),
    re.compile(r"(?:^|(?<=[。；：]))(?P<number>\d{1,2})[.、．](?!\d)"),
    re.compile(r"(?P<number>[①-⑳])"),
    re.compile(r"（(?P<number>[一二三四五六七八九十]{1,2})）"),
)
_JOINED = re.compile("以及|和|及|与|并")
_ORDER = (STYLES[5], STYLES[3], STYLES[0], STYLES[1], STYLES[2], STYLES[4])  # from the outermost inwards
_SURE = 4  # letters of a name that is no piece of one
_APART = 2  # items: another list is meant
_FAR = 40  # passages


def announced_items(context: AuditContext) -> Iterator[WordingFault]:
    """Each number that is not that of the items behind or before it."""
    institution = rf"[^、]{{1,20}}(?:{either(context.words.institutions.ends)})"
    institutions = re.compile(rf"{institution}(?:、{institution})+")
    passages = list(context.text.prose)
    for position, passage in enumerate(passages):
        text = blanked(passage.text)
        if "、" in text:
            for match in _LISTED.finditer(text):
                if not institutions.fullmatch(match["names"]):  # told by the kind of listed names
                    yield from _listed(match, passage)
            for match in _SUFFIXED.finditer(text):
                yield from _suffixed(match, passage)
        if "：" in text and (led := _NUMBERED.search(passage.text)) is not None:
            yield from _numbered(led, passage, passages[position + 1 : position + _FAR])


def _value(match: re.Match[str]) -> int:
    said = match["count"]
    return int(said) if said.isdigit() else chinese(said.replace("两", "二"))


def _listed(match: re.Match[str], passage: Passage) -> Iterator[WordingFault]:
    names = match["names"].split("、")
    if names[-1].endswith("等") or any(re.search("[是为有在]$", name) for name in names):
        return
    count, least = _value(match), len(names)
    most = least + sum(len(_JOINED.findall(name)) for name in names)
    if count < least and not all(len(name) >= _SURE for name in names):
        return
    if count > 1 and not least <= count <= most and min(abs(count - least), abs(count - most)) <= _APART:
        yield _fault(match, passage, least if count < least else most)


def _suffixed(match: re.Match[str], passage: Passage) -> Iterator[WordingFault]:
    """数量指标、质量指标和时效指标三类指标: each name ends as what is counted."""
    names = match["names"].removesuffix("等").split("、")
    last = [piece for piece in _JOINED.split(names[-1]) if piece]
    names = [*names[:-1], *last] if all(piece.endswith(match["noun"]) for piece in last) else names
    count = _value(match)
    if count and all(name.endswith(match["noun"]) for name in names):
        short = match["names"].endswith("等") and count > len(names)
        if count != len(names) and not short:
            yield _fault(match, passage, len(names))


def _numbered(match: re.Match[str], passage: Passage, following: Sequence[Passage]) -> Iterator[WordingFault]:
    count = _value(match)
    found = _run_within(match["rest"]) if match["rest"] else _run_below(passage, following)
    if count and found > 1 and found != count and abs(found - count) <= _APART:
        yield _fault(match, passage, found)


def _run_within(rest: str) -> int:
    """How many numbers there are in the rest of a paragraph that begins with 1; 0 in disorder."""
    for style in _RUNS:
        if style.match(rest) is None:
            continue
        numbers = [value_of(one["number"]) for one in style.finditer(rest)]
        in_order = numbers == list(range(1, len(numbers) + 1))
        return len(numbers) if in_order and rest.endswith("。") else 0
    return 0


def _run_below(passage: Passage, following: Sequence[Passage]) -> int:
    """The same of the paragraphs below, up to a heading that is further out; 0 where none is seen."""
    style = style_of(following[0].text) if following else ""
    if not style or style == style_of(passage.text) or ordinal(following[0].text) != 1:
        return 0
    number = 0
    for each in following:
        own = style_of(each.text)
        if own == style:
            if ordinal(each.text) != number + 1:
                return 0 if ordinal(each.text) > number else number
            number += 1
        elif _is_further_out(own, style) or re.match("第[一二三四五六七八九十]+部分", each.text):
            return number
    return number if len(following) < _FAR - 1 else 0


def _is_further_out(own: str, style: str) -> bool:
    if own not in _ORDER:
        return False
    return style not in _ORDER or _ORDER.index(own) < _ORDER.index(style)


def _fault(match: re.Match[str], passage: Passage, listed: int) -> WordingFault:
    unit = match["unit"]
    return WordingFault(
        "COUNT-ITEMS",
        AuditKind.SUM,
        passage,
        (match.start("count"), match.end("unit")),
        f"{listed}{unit}",
        f"这里说“{match['count']}{unit}”，列出的有{listed}{unit}。",
        "请核对个数和所列的内容。",
        stated=match["count"] + unit,
        quoted=(match.start("count"), min(match.end(), match.start("count") + 80)),
    )

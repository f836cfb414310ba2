"""Lists that say how many kinds they have: 由五类设备构成：甲…、乙…; 按宽度分为甲28.3公里和乙32.5公里两类."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.figures.figure import FigureRole, StatedFigure
from jixiao.audit.figures.numerals import chinese
from jixiao.audit.figures.sentences import Sentence
from jixiao.audit.lists.list_wholes import wholes_by_unit
from jixiao.audit.lists.stated_list import SUMMED, ListPart, StatedList

_COUNT = r"(?P<count>[两二三四五六七八九十]|\d{1,2})(?:个|大)?(?:[类种型档级部项]|部分|方面|来源|渠道)"
_LED = re.compile(
    rf"(?P<word>由|分为|分成|分){_COUNT}[^，。；：\d]{{0,6}}(?:构成|组成)?[：，](?:分别为|分别是|即|包括)?"
)
_ENDED = re.compile(
    rf"(?P<word>由|分为|分成|划分为)(?P<parts>[^。；：]{{6,160}}?){_COUNT}(?:构成|组成)?(?=[，。；）]|$)"
)
_PRICED = re.compile("标准|单价|价格|收费|分值|权重")
_NAME = re.compile(r"(?:[、，；]|和|及|以及|与)*(?P<name>[^。；，、：]{2,24}?)(?:共|有|为|各|：)*")


def kinds_of_whole(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[StatedList]:
    """Each list with as many parts as it says."""
    for pattern in (_LED, _ENDED):
        for match in pattern.finditer(sentence.passage.text, sentence.start, sentence.end):
            if _PRICED.search(re.split("[，；。]", match.string[sentence.start : match.start()])[-1]):
                continue  # 补助标准分为两档：一档1200元、二档800元
            said = match["count"].replace("两", "二")
            count = int(said) if said.isdigit() else chinese(said)
            start, end = (
                (match.end(), sentence.end) if pattern is _LED else (match.start("parts"), match.end("parts"))
            )
            for wholes in wholes_by_unit(match.start(), sentence, sentences):
                parts = _parts(sentence, start, end, count, next(iter(wholes.values())))
                if len(parts) == count:
                    yield StatedList(match["word"], wholes, parts, sentence, match.start(), sure=True)


def _parts(sentence: Sentence, start: int, end: int, count: int, whole: StatedFigure) -> list[ListPart]:
    """So many amounts of its unit, each with a name of its own; sizes such as 4米宽 belong to the names."""
    text, parts, place = sentence.passage.text, list[ListPart](), start
    for figure in sentence.between(start, end):
        if not figure.fits(whole) or figure.measure is not whole.measure:
            continue
        name = _NAME.fullmatch(re.sub("（[^）]*）", "", text[place : figure.start]))
        if figure.role not in SUMMED or name is None or len(parts) == count:
            break
        parts.append(ListPart(name["name"], {FigureRole.PLAIN: figure}, []))
        place = figure.end
    return parts if len(parts) == count > 1 else []

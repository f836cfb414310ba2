"""Names that are listed and counted: 内设办公室、综合科、审计科4个科室 has three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.figures.numerals import chinese
from jixiao.audit.figures.sentences import blanked
from jixiao.audit.wording.named_terms import InstitutionTerms
from jixiao.audit.wording.word_part import either
from jixiao.audit.wording_fault import WordingFault

_COUNT = r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3})(?P<unit>[个家所])"
_NAMES = r"(?P<names>[^，。；：、\d]{2,20}(?:、[^，。；：、\d]{2,20})+?)"
_LONGEST = 24  # letters of a name
_PART = re.compile(r"[\u4e00-\u9fff](\d{1,2})[个家所]")
_ITSELF = re.compile("(?:机关|本级|本部)$")
_JOINED = re.compile("以及|及其|和|及|与")


def listed_names(context: AuditContext) -> Iterator[WordingFault]:
    """Each count beside a list of institutions, if no way of reading the list comes to it."""
    for passage in context.text.prose:
        if "、" not in passage.text:
            continue
        text = blanked(passage.text)
        for pattern in _patterns(context.words.institutions):
            for match in pattern.finditer(text):
                if fault := _judged(match, passage, context.words.institutions):
                    yield fault


@lru_cache(maxsize=2)
def _patterns(terms: InstitutionTerms) -> tuple[re.Pattern[str], ...]:
    """The count behind the names, and before them."""
    opens, things = either(terms.opens), either(terms.things)
    led = either(terms.led)
    return (
        re.compile(rf"(?:(?:{opens})[有：]?|(?<=[。：])){_NAMES}(?:共|共计|合计)?{_COUNT}(?=(?:{things}))"),
        re.compile(
            rf"(?:(?:{opens})[^，。；：、\d]{{0,16}}|(?:{things})(?:共有|共|有|为)?){_COUNT}(?:(?:{things})[^，。；：、\d]{{0,8}})?"
            rf"[，：]?(?:{led})：?{_NAMES}(?=[。；])"
        ),
    )


def _wholes_of(match: re.Match[str]) -> list[int]:
    """3个，其中行政单位1个、事业单位2个：甲、乙、丙: what the last count is a part of, said or added up."""
    before = match.string[: match.start("count")]
    said = [int(one) for one in _PART.findall(before[before.rfind("。") + 1 :])]
    last = [int(match["count"])] if match["count"].isdigit() else []
    return [*said, *(sum(said[start:] + last) for start in range(len(said)))]


def _is_but_for_itself(match: re.Match[str], count: int, names: list[str]) -> bool:
    """下属单位2个：局机关、图书馆、文化馆: the office itself, named first, is none of those below it."""
    below = re.search("二级|下属|所属|直属|下设|下级", match.string[: match.end()])
    return below is not None and _ITSELF.search(names[0]) is not None and count == len(names) - 1


def _judged(match: re.Match[str], passage: Passage, terms: InstitutionTerms) -> WordingFault | None:
    listing = match["names"].replace("\0", "")
    names = listing.removesuffix("等").split("、")
    whole = [piece for name in names for piece in _JOINED.split(name)]
    ends = re.compile(rf"(?:{either(terms.ends)})$")
    if not all(ends.search(name) for name in whole) or any(len(name) > _LONGEST for name in names):
        return None
    said = match["count"]
    count = int(said) if said.isdigit() else chinese(said.replace("两", "二"))
    least, most = len(names), len(whole)
    if least <= count <= most or (listing.endswith("等") and count > most) or not count:
        return None
    if any(least <= one <= most for one in _wholes_of(match)) or _is_but_for_itself(match, count, names):
        return None
    listed = str(least) if least == most else f"{least}或{most}"
    return WordingFault(
        "COUNT-NAMES",
        AuditKind.SUM,
        passage,
        match.span("count"),
        listed + match["unit"],
        f"这里说{said}{match.string[match.end('count')]}，列出的名称有{listed}个。",
        "请核对个数和所列的名称。",
        stated=said + match["unit"],
        quoted=match.span(),
    )

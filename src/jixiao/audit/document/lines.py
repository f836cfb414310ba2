"""Lines of a file that does not know paragraphs -> which belong together; what a line is by its beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.audit.document.passage import alike, tight
from jixiao.text_width import text_width

_NUMBERED = (
    r"第[一二三四五六七八九十]+(?:部分|章|节|条)|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|"
    r"\d{1,2}[.、](?!\d)|（\d{1,2}）|\d{1,2}）|[①-⑳]|[一二三四五六七八九十]是"
)
AFRESH = re.compile(
    rf"(?:{_NUMBERED}|注[：:1-9]|备注|说明：|附件|附表|附：|金额?单位：|单位：|编制部门|填报单位|部门名称|公开\d\d表|目录$)"
)
NUMBERED = re.compile(_NUMBERED)
NOTE = re.compile(
    r"(?:注|备注|说明)\d?[：:，]|[本此该]表(?:反映|为空|无数据|无内容|为零)|★|（[^（）]{0,30}[本此该]表(?:为空|为零|无数据|无内容)"
)
UNIT_LINE = re.compile(r"(?:金额)?单位：(?:人民币)?(?P<unit>万元|千元|百元|亿元|元)")
_INSIDE = re.compile(
    r"(?:\d[\d,.]*)?(?:万元|元|%|个百分点|[年月日][^。]*|[，。；、：）”》！？])|\d[\d,.]*(?:人|辆|个|项|台|家|分)"
)
_ENDED = "。！？；：!?;:"
_TITLE = re.compile(r"[^。，；：\d…]*\d{0,4}[^。，；：…]{2,40}表(?:（[^）]{1,12}）)?$")
_TABLE_NUMBER = re.compile(r"(?:[\u4e00-\u9fff]{0,2}公开|附|表|财决|预算|决算)?\d{0,2}\d表")  # 公开01表
_NUMBERED_YEAR = re.compile(r"^((?:附|续)?表\d{1,2}(?:-\d{1,2})?)(?=(?:19|20)\d\d年)")
_NUMBER_BEFORE = re.compile(r"^(?:公开|附|财决)?\d{2}表(?=[\u4e00-\u9fff“])")
_CONTENTS = re.compile(r"…{2,}|\.{4,}|·{4,}")
_PAGE_NUMBER = re.compile(r"(?P<dress>[-—–·第]*)(?P<number>\d{1,3})(?P<behind>[-—–·页]*(?:[/共]+\d+页?)?)$")
_PROSE = re.compile(r"[，；。]|\d(?:万元|元|%)")  # a line with these that does not end goes on
FULL = 0.86  # of the widest lines: a line that reaches the right margin
_PAGE = 4  # lines of a page at least
_PAGES = 4  # numbers that count on by no accident
_FEWEST = 12  # letters of a line that can be full


def usual_width(lines: Sequence[str]) -> float:
    """The width of the lines that reach the right margin."""
    widths = sorted(text_width(line) for line in lines)
    return widths[int(len(widths) * 0.9)] if widths else 0.0


def is_title(text: str) -> bool:
    """Whether a line without white space is the title of a table."""
    text = _NUMBER_BEFORE.sub("", text)  # 08表财政拨款“三公”经费支出决算表
    if _TABLE_NUMBER.match(text) or _CONTENTS.search(text) or NOTE.match(text):
        return False
    return bool(_TITLE.match(text))


def as_caption(title: str) -> str:
    """表1 2024年…: with the blank between the number of a table and the year."""
    return _NUMBERED_YEAR.sub(r"\1 ", title)


def is_contents(text: str) -> bool:
    """Whether a line stands in a table of contents."""
    return bool(_CONTENTS.search(text))


def page_numbers(lines: Sequence[tuple[int, str]]) -> frozenset[int]:
    """The positions of lines that are numbers of pages: what looks so, and bare ones that count on from 1.

    `lines`: position and text without white space.
    """
    found, expected, run = set[int](), 0, list[int]()
    for position, text in lines:
        match = _PAGE_NUMBER.match(text)
        if match is None:
            continue
        number = int(match["number"])
        if match["dress"] or match["behind"]:
            found.add(position)
        elif number == expected + 1 or (not run and number in (1, 2)):
            run.append(position)
            expected = number
    return frozenset(found | (set(run) if len(run) > 1 else set()) | _counted_on(lines))


def _counted_on(lines: Sequence[tuple[int, str]]) -> set[int]:
    """Bare numbers far apart that count on, from whatever page: 8, 9, 10, a page without, 12."""
    best: dict[int, list[int]] = {}  # number -> positions of the longest chain that ends in it
    for position, text in lines:
        if not re.fullmatch(r"\d{1,3}", text):
            continue
        number = int(text)
        chains = [best[before] for before in (number - 1, number - 2) if before in best]
        chain = max((one for one in chains if position - one[-1] >= _PAGE), key=len, default=[])
        if len(chain) + 1 > len(best.get(number, ())):
            best[number] = [*chain, position]
    longest = max(best.values(), key=len, default=[])
    return set(longest) if len(longest) >= _PAGES else set()


def is_heading(text: str) -> bool:
    """Whether a line without white space is a heading: numbered, short, no sentence and no figure."""
    numbered = NUMBERED.match(text)
    return (
        bool(numbered)
        and len(text) <= 45
        and not re.search(r"[。；]|\d(?:万元|元|%)", text)
        and text[-1:] not in "，、："
    )


_CUT = re.compile(r"[\u4e00-\u9fff）]\d[\d.,]*$")  # a figure at the end of a line
_UNIT = re.compile(
    "(?:万|亿)?[元人户个项场次期件家座亩米名辆台批份]次?[，、；。]"
)  # whose unit stands on the next


def goes_on(line: str, following: str, usual: float) -> bool:
    """Whether the second line is more of the paragraph to which the first belongs."""
    one, other = alike(tight(line)), alike(tight(following))
    if (one.endswith("（") and other) or (_CUT.search(one) and _UNIT.match(other)):
        return True
    full = len(one) >= _FEWEST and text_width(line) >= usual * FULL
    if not one or not other or AFRESH.match(other) or is_contents(one) or (is_heading(one) and not full):
        return False
    if _INSIDE.match(other) and one[-1] not in "。！？":
        return True
    if one[-1] in "；;":
        return len(one) >= _FEWEST  # items that are paragraphs of their own have numbers
    if one[-1] in _ENDED:
        return full and one[-1] == "。"
    return full or one[-1] in "，、（" or (len(one) >= _FEWEST and bool(_PROSE.search(one)))

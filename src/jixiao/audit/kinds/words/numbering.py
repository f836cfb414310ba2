"""Numbers of headings and paragraphs that skip or come twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.lines import is_contents
from jixiao.audit.document.passage import Passage
from jixiao.audit.figures.numerals import ARABIC, numeral, ordinal, style_of
from jixiao.audit.wording_fault import WordingFault

# from the outermost to the innermost
_ORDER = (
    r"[一二三四五六七八九十]{1,3}、",
    r"（[一二三四五六七八九十]{1,3}）",
    ARABIC,
    r"（\d{1,2}）",
    r"\d{1,2}）",
    r"[①-⑳]",
)
_ROW = re.compile(r"[一二三四五六七八九十]{1,3}、[^，。；：]*\d\.\d\d")  # of a table, typed as a paragraph
_MOST = 40  # letters of a quote


class _Last(msgspec.Struct):
    """`resumes`: the number with which the list goes on if the last one was a slip.

    `again`: whether it is a 1 behind another 1, which may begin another list.
    """

    number: int
    passage: Passage
    resumes: int = 0
    first: bool = False  # of its list
    again: bool = False


def numbering(context: AuditContext) -> Iterator[WordingFault]:
    """Each number that does not follow the one before it in the same list."""
    last: dict[str, _Last] = {}
    for passage in context.text.prose:
        if re.match(r"第[一二三四五六七八九十]+(?:部分|章)|附件|目录", passage.text):
            last.clear()
            continue
        style = style_of(passage.text)
        number = ordinal(passage.text)
        if style not in _ORDER or not number or is_contents(passage.text) or _ROW.fullmatch(passage.text):
            continue
        before = last.get(style)
        for inner in _ORDER[_ORDER.index(style) + 1 :]:
            last.pop(inner, None)
        told = False
        if before is not None and number not in (1, before.number + 1) and number != before.resumes:
            for fault in _fault(passage, number, before, context):
                told = True
                yield fault
        resumes = before.number + 2 if told and before is not None else 0
        again = before is not None and before.number == number == 1
        last[style] = _Last(number, passage, resumes, before is None, again)


def _fault(passage: Passage, number: int, before: _Last, context: AuditContext) -> Iterator[WordingFault]:
    """A skip is one only if the missing number stands nowhere between; going back is another list."""
    if before.first and before.number == number == 2:  # 二, 二: the first should be 一
        yield _told(before.passage, 1, f"“{_mark(passage.text)}”用了两次，前一处应是“{_as(passage.text, 1)}”")
        return
    if before.again and number == 3:  # 1, 1, 3: the one between should be 2
        yield _told(
            before.passage, 2, f"“{_mark(before.passage.text)}”用了两次，后一处应是“{_as(passage.text, 2)}”"
        )
        return
    skipped = before.number + 1 < number <= before.number + 3
    if not skipped and number != before.number:
        return
    right = before.number + 1
    written = _as(passage.text, before.number + 1)
    between = context.text.passages[before.passage.number : passage.number]
    own = re.compile(rf"(?<!\d){re.escape(written)}(?!\d)|[；。]{re.escape(written)}")  # 2.12315平台
    if skipped and any(each.text.startswith(written) or own.search(each.text) for each in between):
        return
    what = f"缺了“{written}”" if skipped else f"“{_mark(passage.text)}”用了两次"
    yield _told(passage, right, f"“{_mark(before.passage.text)}”后面是“{_mark(passage.text)}”，{what}")


def _told(passage: Passage, right: int, said: str) -> WordingFault:
    mark = _mark(passage.text)
    return WordingFault(
        "NUMBERING",
        AuditKind.NUMBERING,
        passage,
        (0, len(mark)),
        _as(passage.text, right),
        f"序号不连续：{said}。",
        "请改正序号，或补上缺的一段。",
        stated=mark,
        quoted=(0, min(len(passage.text), _MOST)),
    )


def _mark(text: str) -> str:
    """The number as it is written."""
    match = re.match("|".join(_ORDER), text)
    return match[0] if match else text[:2]


def _as(text: str, number: int) -> str:
    """Another number in the same dress."""
    return re.sub(
        r"\d+|[①-⑳]|[一二三四五六七八九十]+", lambda match: numeral(number, match[0]), _mark(text), count=1
    )

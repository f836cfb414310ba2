"""Words, clauses and paragraphs that stand twice in a row: 物业服务物业服务缺位."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.document.passage import Passage
from jixiao.audit.wording.word_part import any_of
from jixiao.audit.wording_fault import WordingFault

_WORD = re.compile(r"(?P<once>[\u4e00-\u9fff]{2,12}?)(?P=once)")
_CLAUSE = re.compile(r"(?P<once>[^，。；：、\d]{6,60}[，。；])(?P=once)")
_FIGURE = re.compile(
    r"(?P<once>[\u4e00-\u9fff]{4,20}\d[\d.]*[^，。；：、\d]{1,8})[，；。](?P=once)(?=[，。；]|$)"
)
_SENTENCE = re.compile(r"(?:^|(?<=[，。；]))(?P<once>[^。；]{8,200}[。；])(?P=once)")
_ANEW = re.compile(r"(?P<once>[\u4e00-\u9fff]{8,40})\d[^，。；]{0,12}[，；。](?P=once)(?=[，。；、]|$)")
_PHRASE = re.compile(r"(?P<once>[\u4e00-\u9fff]{4,60})[，、；。：](?P=once)(?=[，。；、：]|$)")
_RATE_BEHIND = re.compile(r"，[^，。；：、\d]{2,12}(?:率|占比|比例|比重)[^，。；：、\d]{0,4}\d")
_PROSE = re.compile("[，。；]")
_LONG = 30  # letters of a paragraph that nobody writes twice on purpose
_AROUND = 12


def doubled_words(context: AuditContext) -> Iterator[WordingFault]:
    """Each that no name and no usage explains; only in sentences, as the pieces of a row may repeat."""
    letters = any_of(context.words.doubled.letters)
    spared = context.words.doubled.spared
    before: Passage | None = None
    for passage in context.text.prose:
        if _PROSE.search(passage.text):
            yield from _within(passage, letters, spared)
        if before is not None and _is_again(passage, before):
            said = "这一段和上一段完全相同"
            yield _fault(passage, 0, len(passage.text), passage.text[:20] + "……", said)
        before = passage


def _is_again(passage: Passage, before: Passage) -> bool:
    again = passage.text == before.text and before.at != passage.at
    return again and len(passage.text) >= _LONG and "。" in passage.text


def _within(passage: Passage, letters: re.Pattern[str], spared: tuple[str, ...]) -> Iterator[WordingFault]:
    taken = bytearray(len(passage.text))
    for pattern in (_SENTENCE, _CLAUSE, _FIGURE, _ANEW, _PHRASE, _WORD, letters):
        for match in pattern.finditer(passage.text):
            once = match[0] if pattern is letters else match["once"]
            start = match.start() if pattern is letters else match.start("once")
            if any(taken[start : match.end()]) or once in spared:
                continue
            if pattern in (_WORD, letters) and _apart(passage, start, match.end()):
                continue  # the ends and beginnings of lines or cells
            if pattern is _FIGURE and _for_a_rate(passage.text, match):
                continue
            taken[start : match.end()] = b"\1" * (match.end() - start)
            said = f"“{match[0]}”重复" if pattern is letters else f"“{once}”连写了两遍"
            yield _fault(passage, start, match.end(), once, said)


def _for_a_rate(text: str, match: re.Match[str]) -> bool:
    """年末结转结余87.86万元，结转结余87.86万元，结转结余率2.77%: taken up again for a rate."""
    shorter = match.start() > 0 and text[match.start() - 1] not in "，。；：、"
    return shorter and _RATE_BEHIND.match(text, match.end()) is not None


def _apart(passage: Passage, start: int, end: int) -> bool:
    """Whether there is white space within a piece, or it goes over two lines of the file."""
    spans = passage.pointer(start, end).spans
    return len(spans) != 1 or spans[0].end - spans[0].start > end - start


def _fault(passage: Passage, start: int, end: int, once: str, said: str) -> WordingFault:
    return WordingFault(
        "DOUBLED",
        AuditKind.NAMING,
        passage,
        (start, end),
        once,
        f"{said}。",
        "请删去多余的。",
        quoted=passage.around((start, end), _AROUND),
    )

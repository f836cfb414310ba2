"""The comments that people have put into a report, and the words that each stands at."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

import msgspec
from lxml import etree

from jixiao.report.word.comments import COMMENTS
from jixiao.report.word.made_document import MOST
from jixiao.report.word.reading import P, Paragraph, T
from jixiao.report.word.wordml import DAMAGED, parse, w

_START, _END, _SIGN, _ID = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"), w("id")


class OwnComment(msgspec.Struct, frozen=True):
    """A comment: who says what, and the stretch of text that it stands at; empty for a whole paragraph."""

    paragraph: int
    stretch: str
    author: str
    initials: str
    date: str
    lines: tuple[str, ...]


def own_comments(report: bytes, paragraphs: Mapping[etree._Element, Paragraph]) -> tuple[OwnComment, ...]:
    """The comments of a report whose paragraphs are given by their elements, in their order."""
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        if COMMENTS not in archive.NameToInfo or archive.getinfo(COMMENTS).file_size > MOST:
            return ()
        try:
            said = {each.get(_ID, ""): each for each in parse(archive.read(COMMENTS)).iter(w("comment"))}
        except DAMAGED:  # nobody can read them in Word either
            return ()
    found: dict[str, OwnComment] = {}
    for element, paragraph in paragraphs.items():
        for number, stretch in _places(element):
            if number in said and number not in found:
                found[number] = _comment(said[number], paragraph.number, stretch)
    return tuple(found.values())


def _places(element: etree._Element) -> Iterator[tuple[str, str]]:
    """The comments that begin in a paragraph, or have only a sign there, with the text up to their end."""
    open_ones: dict[str, list[str]] = {}
    for each in element.iter(_START, _END, _SIGN, T):
        number = each.get(_ID, "")
        if each.tag == T:
            for texts in open_ones.values():
                texts.append(each.text or "")
        elif each.tag == _START:
            open_ones[number] = []
        elif each.tag == _END and number in open_ones:
            yield number, "".join(open_ones.pop(number))
        elif each.tag == _SIGN and number not in open_ones:
            yield number, ""
    yield from ((number, "".join(texts)) for number, texts in open_ones.items())


def _comment(element: etree._Element, paragraph: int, stretch: str) -> OwnComment:
    lines = ("".join(text.text or "" for text in each.iter(T)) for each in element.iter(P))
    return OwnComment(
        paragraph=paragraph,
        stretch=stretch,
        author=element.get(w("author"), ""),
        initials=element.get(w("initials"), ""),
        date=element.get(w("date"), ""),
        lines=tuple(line for line in lines if line),
    )

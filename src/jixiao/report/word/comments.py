"""A copy of a Word document in which stretches of text carry comments; nothing else in it changes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from html import escape

from lxml import etree

from jixiao.archives import zipped
from jixiao.report.word.parts import DOCUMENT, RELATIONS, TYPES
from jixiao.report.word.properties import CUSTOM, stamp
from jixiao.report.word.reading import Paragraph, paragraphs_of
from jixiao.report.word.wordml import CHART_ID, CHART_SHOWN, MAIN, SPACE, parse, w

COMMENTS = "word/comments.xml"
AUTHOR = "jixiao"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_COMMENT_ID = re.compile(rb'<w:comment\b[^>]*?\bw:id="(\d+)"')
_EMPTY = f'<w:comments xmlns:w="{MAIN}"></w:comments>'.encode()
_WITHOUT_ANY = re.compile(rb"/>\s*$")  # <w:comments …/>
_NO_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)

R, T, RPR = w("r"), w("t"), w("rPr")


@dataclass(frozen=True, slots=True)
class Comment:
    """What is to be said about a stretch of a paragraph of the document's main part, and by whom."""

    paragraph: int
    start: int
    end: int
    lines: tuple[str, ...]
    author: str = AUTHOR
    initials: str = "jx"
    date: str = ""


@dataclass(frozen=True, slots=True)
class ChartComment:
    """What is to be said about a chart of the main part."""

    chart: str  # its relation
    lines: tuple[str, ...]
    author: str = AUTHOR
    initials: str = "jx"
    date: str = ""


def with_comments(
    content: bytes, comments: Sequence[Comment], on_charts: Sequence[ChartComment] = ()
) -> bytes:
    """The document with comments; those that the template's author made stay."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    old = _WITHOUT_ANY.sub(b"></w:comments>", members.get(COMMENTS, _EMPTY))
    first = max((int(number) for number in _COMMENT_ID.findall(old)), default=-1) + 1
    root = parse(members[DOCUMENT])
    placed: list[tuple[int, Comment | ChartComment]] = list(_place(root, comments, first))
    placed += _place_on_charts(root, on_charts, first + len(placed))
    if not placed:
        return content
    document = etree.tostring(root, encoding="UTF-8", standalone=True)
    if CUSTOM in members:  # a copy of ours is as ours as the report
        before, after = stamp(members).encode(), stamp(members | {DOCUMENT: document}).encode()
        members[CUSTOM] = members[CUSTOM].replace(before, after)
    members[DOCUMENT] = document
    texts = "".join(_comment(number, comment) for number, comment in placed)
    end = old.rindex(b"</w:comments>")
    return zipped(_declared(members) | {COMMENTS: old[:end] + texts.encode() + old[end:]})


def _declared(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """The part is named among the content types and the relations of the document."""
    if COMMENTS in members:
        return dict(members)
    kind = f'<Override PartName="/{COMMENTS}" ContentType="{_TYPE}"/></Types>'
    relation = (
        f'<Relationship Id="rIdJixiaoComments" Type="{_RELATION}" Target="comments.xml"/></Relationships>'
    )
    types = members[TYPES].replace(b"</Types>", kind.encode())
    relations = members.get(RELATIONS, _NO_RELATIONS).replace(b"</Relationships>", relation.encode())
    return {**members, TYPES: types, RELATIONS: relations}


def _comment(number: int, comment: Comment | ChartComment) -> str:
    lines = "".join(
        f"<w:p><w:r>{'<w:annotationRef/>' if index == 0 else ''}"
        f'<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for index, line in enumerate(comment.lines)
    )
    when = f' w:date="{escape(comment.date)}"' if comment.date else ""
    who = f'w:author="{escape(comment.author)}" w:initials="{escape(comment.initials)}"'
    return f'<w:comment w:id="{number}" {who}{when}>{lines}</w:comment>'


def _place(root: etree._Element, comments: Iterable[Comment], first: int) -> Iterator[tuple[int, Comment]]:
    """Set the comments' ends and signs into the text; yields those that found their place."""
    wanted: dict[int, list[Comment]] = {}
    for comment in comments:
        wanted.setdefault(comment.paragraph, []).append(comment)
    number = first
    for paragraph in list(paragraphs_of(root, DOCUMENT)):
        for piece, start, end, comment in _pieces(paragraph, wanted.get(paragraph.number, ())):
            _surround(piece, start, end, number)
            yield number, comment
            number += 1


def _place_on_charts(
    root: etree._Element, comments: Iterable[ChartComment], first: int
) -> Iterator[tuple[int, ChartComment]]:
    """Set the ends and signs around the drawings of the charts."""
    runs = {chart.get(CHART_ID): next(chart.iterancestors(R), None) for chart in root.iter(CHART_SHOWN)}
    for number, comment in enumerate((one for one in comments if runs.get(one.chart) is not None), first):
        run = runs[comment.chart]
        assert run is not None
        start, end, reference = _marks(number)
        run.addprevious(start)
        run.addnext(reference)
        run.addnext(end)
        yield number, comment


def _pieces(
    paragraph: Paragraph, comments: Sequence[Comment]
) -> Iterator[tuple[etree._Element, int, int, Comment]]:
    """The text element that holds each stretch; last first, so that what comes before keeps its place."""
    for comment in sorted(comments, key=lambda comment: comment.start, reverse=True):
        for begins, piece in paragraph.pieces:
            start, end = comment.start - begins, comment.end - begins
            parent = piece.getparent()
            if 0 <= start < end <= len(piece.text or "") and parent is not None and parent.tag == R:
                yield piece, start, end, comment
                break


def _surround(piece: etree._Element, start: int, end: int, number: int) -> None:
    """Split the run of a text element into before, stretch and behind, and put the comment's marks around."""
    run, text = piece.getparent(), piece.text or ""
    assert run is not None
    inner, behind = _like(run), _like(run)
    behind.append(_text(text[end:]))
    behind.extend(list(piece.itersiblings()))
    inner.append(_text(text[start:end]))
    piece.text = text[:start]
    piece.set(SPACE, "preserve")
    start_mark, end_mark, reference = _marks(number)
    for element in (behind, reference, end_mark, inner, start_mark):
        run.addnext(element)


def _marks(number: int) -> tuple[etree._Element, etree._Element, etree._Element]:
    """Where a comment begins and ends, and the sign by which it is opened."""
    identity = {w("id"): str(number)}
    reference = etree.Element(R)
    etree.SubElement(reference, w("commentReference"), identity)
    return (
        etree.Element(w("commentRangeStart"), identity),
        etree.Element(w("commentRangeEnd"), identity),
        reference,
    )


def _like(run: etree._Element) -> etree._Element:
    """An empty run with the same looks."""
    new, looks = etree.Element(R), run.find(RPR)
    if looks is not None:
        new.append(deepcopy(looks))
    return new


def _text(text: str) -> etree._Element:
    element = etree.Element(T, {SPACE: "preserve"})
    element.text = text
    return element

"""A copy of a Word document in which stretches of text carry comments; nothing else in it changes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from jixiao.archives import zipped
from jixiao.report.word.comment_marks import R, around, surround
from jixiao.report.word.comment_part import COMMENTS as COMMENTS
from jixiao.report.word.comment_part import next_number, with_remarks
from jixiao.report.word.parts import DOCUMENT
from jixiao.report.word.properties import CUSTOM, stamp
from jixiao.report.word.reading import paragraphs_of
from jixiao.report.word.wordml import CHART_ID, CHART_SHOWN, parse

AUTHOR = "jixiao"


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
    first = next_number(members)
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
    return zipped(with_remarks(members, placed))


def _place(root: etree._Element, comments: Iterable[Comment], first: int) -> Iterator[tuple[int, Comment]]:
    """Set the comments' ends and signs into the text; yields those that found their place."""
    wanted: dict[int, list[Comment]] = {}
    for comment in comments:
        wanted.setdefault(comment.paragraph, []).append(comment)
    number = first
    for paragraph in list(paragraphs_of(root, DOCUMENT)):
        on = wanted.get(paragraph.number, ())
        for comment in sorted(on, key=lambda comment: comment.start, reverse=True):
            if surround(paragraph.pieces, comment.start, comment.end, number):
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
        around(run, run, number)
        yield number, comment

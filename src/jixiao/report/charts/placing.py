"""Charts of a report: drawn in the template by its author, given their data after rendering.

The tag stands in the chart's alternative text. A chart in a loop becomes as many charts as the loop has
rounds; one that has nothing to show goes with its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from html import escape, unescape
from itertools import count

from jixiao.archives import Member, content_of
from jixiao.report.charts.data import ChartData, decoded, without_data
from jixiao.report.charts.drawn import filled_chart
from jixiao.report.charts.inner_workbook import inner_workbook
from jixiao.report.charts.originals import (
    BOOK_RELATION,
    CHART_RELATION,
    RELATIONS,
    TYPES,
    Original,
    Parts,
    relations_of,
)
from jixiao.report.errors import TemplateError
from jixiao.report.language.marks import CHART, CHART_PARAGRAPH, RELATION

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
# The alternative text of a drawing, and behind it the relation to its chart.
_DRAWN = re.compile(
    f'( descr=")([^"]*)("(?:(?! descr=")[^{RELATION}])*){RELATION}([^{RELATION}]*){RELATION}', re.DOTALL
)
_DESCRIBED = re.compile(f' descr="([^"]*{CHART}[^"]*)"')


class Charts:
    """The charts of one report, as they find their places."""

    def __init__(self, originals: Mapping[str, Original], taken: Collection[str]) -> None:
        """`taken` are the names of the template's parts."""
        self.originals = originals
        self.parts: Parts = {}
        self.relations: list[str] = []
        self._free = _free_names(taken)

    def placed(self, document: str) -> str:
        """The document with its charts, which become parts. Raises TemplateError for one that cannot be."""
        pieces = document.split(CHART_PARAGRAPH)
        for index in range(1, len(pieces), 2):
            if _nothing_to_show(pieces[index]):
                pieces[index - 1] = pieces[index - 1][: pieces[index - 1].rindex("<w:p")]
                pieces[index] = ""
                pieces[index + 1] = pieces[index + 1].removeprefix("</w:p>")
            else:
                pieces[index] = _DRAWN.sub(self._drawing, pieces[index])
        return "".join(pieces)

    def declared(self, members: Mapping[str, Member]) -> dict[str, Member]:
        """All parts of the file with those of the charts, whose kinds and relations are told."""
        if not self.parts:
            return dict(members)
        kinds = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self._kinds()
        )
        types = _before_end(members[TYPES], "</Types>", kinds)
        relations = _before_end(members[RELATIONS], "</Relationships>", "".join(self.relations))
        return {**members, **self.parts, TYPES: types, RELATIONS: relations}

    def _kinds(self) -> Iterator[tuple[str, str]]:
        for name in self.parts:
            if not name.endswith(".rels"):
                yield name, _BOOK_TYPE if name.endswith(".xlsx") else _CHART_TYPE

    def _drawing(self, match: re.Match[str]) -> str:
        """A drawing of a chart with its plain alternative text and its relation to a chart of its own."""
        before, text, between, identity = match.groups()
        data = decoded(unescape(text))
        described = escape(data.title) if data else text
        return f"{before}{described}{between}{self._added(identity, data)}"

    def _added(self, identity: str, data: ChartData | None) -> str:
        """A chart like the original, with data if there are any; returns its relation."""
        original, title = self.originals.get(identity), data.title if data else ""
        if original is None:
            raise TemplateError(f"图表“{title}”已损坏，请在模板里重新插入这张图。")
        if not original.book:
            raise TemplateError(f"图表“{title}”没有自带的数据表，请在模板里重新插入这张图。")
        part, book = next(self._free)
        relation, file = f"rIdChart{len(self.relations) + 1}", part.removeprefix("word/")
        inner = _relation(original.book_id, BOOK_RELATION, f"../{book.removeprefix('word/')}")
        beside = f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'
        self.relations.append(_relation(relation, CHART_RELATION, file))
        self.parts[part] = filled_chart(original.pattern, data) if data else original.chart
        self.parts[relations_of(part)] = beside.encode()
        self.parts[book] = inner_workbook(data) if data else original.book
        return relation


def without_charts(part: str) -> str:
    """A part in which no chart is left to be placed: data that a tag printed elsewhere go.

    Raises TemplateError if they stand on a picture.
    """
    if CHART not in part:
        return part
    for wrong in _DESCRIBED.finditer(part):
        data = decoded(unescape(wrong[1]))
        if data is not None:
            raise TemplateError(f"“{data.title}”的数据写在一个不是图表的图形上，请写在图表的替换文字里。")
    return without_data(part)


def _nothing_to_show(paragraph: str) -> bool:
    """True if each chart of the paragraph is without a figure."""
    texts = (unescape(match[2]) for match in _DRAWN.finditer(paragraph))
    shown = [decoded(text) for text in texts]
    return bool(shown) and all(data is not None and data.empty for data in shown)


def _free_names(taken: Collection[str]) -> Iterator[tuple[str, str]]:
    """Names for a chart and its workbook that no part of the template has."""
    for number in count(1):
        part, book = f"word/charts/chart{number}.xml", f"word/embeddings/chart{number}.xlsx"
        if part not in taken and book not in taken:
            yield part, book


def _before_end(part: Member, end: str, added: str) -> bytes:
    return content_of(part).replace(end.encode(), f"{added}{end}".encode())


def _relation(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'

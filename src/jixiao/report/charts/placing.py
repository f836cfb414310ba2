"""Charts of a report: drawn in the template by its author, given their data after rendering.

The tag stands in the chart's alternative text. A chart in a loop becomes as many charts as the loop has
rounds; one that has nothing to show goes, with its paragraph if nothing else is in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape
from itertools import count

from jixiao.archives import Member, content_of, stored
from jixiao.report.charts.height import with_room
from jixiao.report.charts.inner_workbook import inner_workbook
from jixiao.report.charts.originals import BOOK_RELATION, Original
from jixiao.report.charts.pattern import filled_chart
from jixiao.report.language.chart_data import ChartData
from jixiao.report.language.marks import CHART, DIGITS, GONE, OPEN, RELATION, number_before
from jixiao.report.word.errors import TemplateError
from jixiao.report.word.parts import CHART_RELATION, RELATIONS, TYPES, relations_of

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DESCRIBED = re.compile(f' descr="([^"]*{OPEN}[^"]*)"')
_SHOWN = re.compile(f"{RELATION}([^{RELATION}]*){RELATION}")
_PARAGRAPH_END, _RUN_END = "</w:p>", "</w:r>"

Values = Sequence[object]  # what the tags of the part have printed: its ledger


class Charts:
    """The charts of one report, as they find their places."""

    def __init__(self, originals: Mapping[str, Original], taken: Collection[str]) -> None:
        """`taken` are the names of the template's parts."""
        self.originals = originals
        self.parts: dict[str, Member | ChartData] = {}  # of a chart's own workbook, what it will hold
        self.relations: list[str] = []
        self.shown: dict[str, ChartData] = {}  # by part
        self._free = _free_names(taken)

    def placed(self, document: str, values: Values) -> str:
        """The document with its charts, which become parts. Raises TemplateError for one that cannot be."""
        pieces = document.split(CHART)
        for index in range(1, len(pieces), 2):
            data = _data(pieces[index], values)
            if data is None or not data.empty:
                pieces[index] = self._drawn(pieces[index], data)
                continue
            before, behind = pieces[index - 1], pieces[index + 1]
            pieces[index - 1] = f"{before[: _last(before, '<w:r')]}{GONE}"
            pieces[index] = ""
            pieces[index + 1] = behind[behind.index(_RUN_END) + len(_RUN_END) :]
        return _without_empty_paragraphs("".join(pieces))

    def declared(self, members: Mapping[str, Member]) -> dict[str, Member]:
        """All parts of the file with those of the charts, whose kinds and relations are told."""
        if not self.parts:
            return dict(members)
        kinds = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self._kinds()
        )
        types = _before_end(members[TYPES], "</Types>", kinds)
        relations = _before_end(members[RELATIONS], "</Relationships>", "".join(self.relations))
        made = {name: _with_book(part) for name, part in self.parts.items()}
        return {**members, **made, TYPES: types, RELATIONS: relations}

    def _kinds(self) -> Iterator[tuple[str, str]]:
        for name in self.parts:
            if not name.endswith(".rels"):
                yield name, _BOOK_TYPE if name.endswith(".xlsx") else _CHART_TYPE

    def _drawn(self, drawing: str, data: ChartData | None) -> str:
        """A drawing of a chart with its plain alternative text and its relation to a chart of its own."""
        if data is not None:
            drawing = _DESCRIBED.sub(lambda _: f' descr="{escape(data)}"', drawing, count=1)
        return _SHOWN.sub(lambda shown: self._added(shown[1], data), self._with_room(drawing, data), count=1)

    def _with_room(self, drawing: str, data: ChartData | None) -> str:
        shown = _SHOWN.search(drawing)
        original = self.originals.get(shown[1]) if shown else None
        if data is None or original is None or not original.pattern.around:
            return drawing
        return with_room(drawing, data, original.pattern.around)

    def _added(self, identity: str, data: ChartData | None) -> str:
        """A chart like the original, with data if there are any; returns its relation."""
        original = self.originals.get(identity)
        if original is None or (data is not None and original.pattern.fault) or not original.book_id:
            raise TemplateError(without_figures(original, data or ""))
        part, book = next(self._free)
        relation, file = f"rIdChart{len(self.relations) + 1}", part.removeprefix("word/")
        inner = _relation(original.book_id, BOOK_RELATION, f"../{book.removeprefix('word/')}")
        beside = f'{_HEAD}<Relationships xmlns="{_PACKAGE}">{inner}</Relationships>'
        self.relations.append(_relation(relation, CHART_RELATION, file))
        self.parts[part] = original.chart if data is None else filled_chart(original.pattern, data)
        self.parts[relations_of(part)] = beside.encode()
        self.parts[book] = stored(original.book) if data is None else data
        if data is not None:
            self.shown[part] = data
        return relation


def without_figures(original: Original | None, title: str) -> str:
    """Why no data can be given to a chart, as a sentence; empty if they can."""
    if original is None:
        return f"图表“{title}”已损坏，请在模板里重新插入这张图。"
    if not original.book_id:
        return f"图表“{title}”没有自带的数据表，请在模板里重新插入这张图。"
    return original.pattern.fault.format(title)


def _with_book(part: Member | ChartData) -> Member:
    return stored(inner_workbook(part)) if isinstance(part, ChartData) else part


def refuse_misplaced(part: str, values: Values) -> None:
    """Raises TemplateError if the data of a chart still stand on a drawing, when all charts have theirs."""
    data = _data(part, values)
    if data is not None:
        raise TemplateError(f"“{data}”的数据写在一个不是图表的图形上，请写在图表的替换文字里。")


def _data(xml: str, values: Values) -> ChartData | None:
    """The data of a chart that a tag in an alternative text has printed."""
    for text in _DESCRIBED.findall(xml):
        for printed in text.split(OPEN)[1:]:
            value = values[number_before(printed)[0]] if printed[0] in DIGITS else None
            if isinstance(value, ChartData):
                return value
    return None


def _without_empty_paragraphs(document: str) -> str:
    """The paragraphs in which nothing is left but the mark of a chart that is gone go with it."""
    place = document.find(GONE)
    while place >= 0:
        start = _last(document, "<w:p", place)
        end = document.index(_PARAGRAPH_END, place) + len(_PARAGRAPH_END)
        rest = document[start:end]
        gone = (start, end) if _last(rest, "<w:r") < 0 else (place, place + 1)
        document = document[: gone[0]] + document[gone[1] :]
        place = document.find(GONE)
    return document


def _last(xml: str, tag: str, end: int | None = None) -> int:
    """Where the last element of that name begins; -1 if there is none."""
    return max(xml.rfind(f"{tag}>", 0, end), xml.rfind(f"{tag} ", 0, end))


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

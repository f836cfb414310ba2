"""Charts of a report: drawn in the template by its author, given their data after rendering.

The tag stands in the chart's alternative text. A chart in a loop becomes as many charts as the loop has
rounds; one that has nothing to show goes with its paragraph.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from lxml import etree

from jixiao.report.charts.data import ChartData, decoded
from jixiao.report.charts.drawn import CHART, filled_chart
from jixiao.report.charts.inner_workbook import inner_workbook
from jixiao.report.errors import TemplateError
from jixiao.report.template.prepared import DOCUMENT
from jixiao.report.wordml import DRAWN, parse, w

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ID = f"{{{_OFFICE}}}id"
_CHART = f"{_OFFICE}/chart"
_TYPES = "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'

CHARTS = "word/charts/"  # where Word keeps them

Parts = dict[str, bytes]  # all or some of the file, in order


@dataclass(frozen=True, slots=True)
class _Placed:
    """A chart in the filled document: its element, which still names the template's part, and its data."""

    element: etree._Element
    data: ChartData


def remove_empty_charts(root: etree._Element) -> None:
    """Take away the charts that have nothing to show, each with its paragraph."""
    for properties in list(root.iter(DRAWN)):
        data = decoded(properties.get("descr", ""))
        if data is not None and data.empty:
            paragraph = next(properties.iterancestors(w("p")))
            paragraph.getparent().remove(paragraph)  # type: ignore[union-attr]


def with_charts(members: Parts) -> Parts:
    """All parts of the file with those of the charts; what no chart of the document uses is left out.

    Raises TemplateError for a drawing that is no chart, and for a chart that Word could not edit.
    """
    root = parse(members[DOCUMENT])
    relations = parse(members[_RELATIONS])
    targets = {one.get("Id", ""): one for one in relations.iter(_RELATION)}
    fresh = _free_names(members)
    added: Parts = {}
    for number, chart in enumerate(_placed(root), 1):
        drawn = targets.get(chart.element.get(_ID, ""))
        if drawn is None:
            raise TemplateError(f"图表“{chart.data.title}”已损坏，请在模板里重新插入这张图。")
        identity, (part, book) = f"rIdChart{number}", next(fresh)
        chart.element.set(_ID, identity)
        target = part.removeprefix("word/")
        etree.SubElement(relations, _RELATION, Id=identity, Type=_CHART, Target=target)
        added |= _chart_parts(members, _target("word", drawn), part, book, chart.data)
    dropped = _without_unused(members, root, relations)
    kept = {name: content for name, content in members.items() if name not in dropped}
    types = _declared(members[_TYPES], added, dropped)
    changed = {DOCUMENT: _serialized(root), _RELATIONS: _serialized(relations), _TYPES: types}
    return kept | added | changed


def _placed(root: etree._Element) -> Iterator[_Placed]:
    """The charts with data, each given its plain alternative text."""
    for properties in list(root.iter(DRAWN)):
        data = decoded(properties.get("descr", ""))
        if data is None:
            continue
        element = next(properties.getparent().iter(f"{{{CHART}}}chart"), None)  # type: ignore[union-attr]
        if element is None:
            raise TemplateError(f"“{data.title}”的数据写在一个不是图表的图形上，请写在图表的替换文字里。")
        properties.set("descr", data.title)
        yield _Placed(element, data)


def _free_names(members: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Names for a chart and its workbook that no part of the template has."""
    for number in count(1):
        part, book = f"word/charts/chart{number}.xml", f"word/embeddings/chart{number}.xlsx"
        if part not in members and book not in members:
            yield part, book


def _without_unused(
    members: Mapping[str, bytes], root: etree._Element, relations: etree._Element
) -> set[str]:
    """Take away the relations to charts that the document does not show; the parts that go with them."""
    used = {element.get(_ID) for element in root.iter(f"{{{CHART}}}chart")}
    dropped: set[str] = set()
    for relation in list(relations.iter(_RELATION)):
        if relation.get("Type") == _CHART and relation.get("Id") not in used:
            relations.remove(relation)
            chart = _target("word", relation)
            inner = parse(members.get(_relations_of(chart), _NO_RELATIONS)).iter(_RELATION)
            dropped |= {
                chart,
                _relations_of(chart),
                *(_target(posixpath.dirname(chart), one) for one in inner),
            }
    return dropped


def _target(folder: str, relation: etree._Element) -> str:
    """The part that a relation leads to; one that begins with a slash counts from the file's root."""
    return posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/")


def _relations_of(part: str) -> str:
    folder, file = posixpath.split(part)
    return f"{folder}/_rels/{file}.rels"


def _chart_parts(members: Mapping[str, bytes], drawn: str, part: str, book: str, data: ChartData) -> Parts:
    """A chart as drawn in the template, with new data."""
    relations = parse(members.get(_relations_of(drawn), _NO_RELATIONS))
    inner = [one for one in relations.iter(_RELATION) if one.get("Type", "").endswith("/package")]
    if not inner or drawn not in members:
        raise TemplateError(f"图表“{data.title}”没有自带的数据表，请在模板里重新插入这张图。")
    inner[0].set("Target", f"../{book.removeprefix('word/')}")
    for other in (one for one in relations.iter(_RELATION) if one is not inner[0]):
        relations.remove(other)  # style1.xml, colors1.xml: only Word's own dialogs look at them
    return {
        part: filled_chart(members[drawn], data),
        _relations_of(part): _serialized(relations),
        book: inner_workbook(data),
    }


def _declared(types: bytes, added: Parts, dropped: set[str]) -> bytes:
    """The content types, with the new charts and without those that went."""
    root = parse(types)
    for one in list(root):
        if one.get("PartName", "").removeprefix("/") in dropped:
            root.remove(one)
    for name in added:
        kind = _BOOK_TYPE if name.endswith(".xlsx") else _CHART_TYPE if name.endswith(".xml") else ""
        if kind:
            etree.SubElement(root, _OVERRIDE, PartName=f"/{name}", ContentType=kind)
    return _serialized(root)


def _serialized(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

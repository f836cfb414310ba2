"""Put new data into a chart that somebody drew in Word: its kind, colours and fonts stay as drawn."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from jixiao.report.charts.data import ChartData, Series
from jixiao.report.errors import TemplateError
from jixiao.report.wordml import CHART, parse

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHEET = "Sheet1"  # of the workbook inside the chart

# The charts whose series have categories and values. A scatter chart's have xVal and yVal instead.
_FLAT = ("barChart", "lineChart", "pieChart", "ofPieChart", "doughnutChart", "areaChart", "radarChart")
_DEEP = ("bar3DChart", "line3DChart", "pie3DChart", "area3DChart")


def _c(name: str) -> str:
    return f"{{{CHART}}}{name}"


_FILLABLE = frozenset(map(_c, _FLAT + _DEEP))


def filled_chart(xml: bytes, data: ChartData) -> bytes:
    """The chart with the data's title, categories and series. Raises TemplateError if it cannot take them."""
    root = parse(xml)
    drawn = list(root.iter(_c("ser")))
    if not drawn:
        raise TemplateError(f"图表“{data.title}”里没有数据系列，请在模板里重新插入这张图。")
    if any(series.getparent().tag not in _FILLABLE for series in drawn):  # type: ignore[union-attr]
        raise TemplateError(
            f"图表“{data.title}”是散点图、气泡图一类，不能按类别填入数据，"
            "请在模板里改用柱形图、条形图、折线图、饼图、圆环图、面积图或雷达图。"
        )
    _retitle(root, data.title)
    for number, (element, series) in enumerate(zip(_as_many(drawn, data.series), data.series, strict=True)):
        _fill(element, series, number, data.names)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _retitle(root: etree._Element, title: str) -> None:
    """Into the first run of the title, if the chart has one written out."""
    runs = root.findall(f"{_c('chart')}/{_c('title')}//{{{_MAIN}}}t")
    for number, run in enumerate(runs):
        run.text = "" if number else title


def _as_many(drawn: list[etree._Element], series: Sequence[Series]) -> list[etree._Element]:
    """As many series as there are data: those drawn, the last one repeated, what is too many taken away."""
    kept = drawn[: len(series)]
    for extra in drawn[len(series) :]:
        extra.getparent().remove(extra)  # type: ignore[union-attr]
    while len(kept) < len(series):
        copy = deepcopy(kept[-1])
        _drop(copy, "spPr")  # or it would have the colour of the one it was made from
        kept[-1].addnext(copy)
        kept.append(copy)
    return kept


def _fill(element: etree._Element, series: Series, number: int, names: Sequence[str]) -> None:
    last, column = len(names) + 1, _column(number + 2)  # the names stand in the first
    for tag in ("idx", "order"):
        element.find(_c(tag)).set("val", str(number))  # type: ignore[union-attr]
    _drop(element, "cat", "val", "tx")
    order = element.find(_c("order"))
    assert order is not None
    order.addnext(_reference("tx", "strRef", "strCache", f"${column}$1", (series.name,)))
    parts = (
        _reference("cat", "strRef", "strCache", f"$A$2:$A${last}", names),
        _reference("val", "numRef", "numCache", f"${column}$2:${column}${last}", series.values),
    )
    behind = [child for child in element if etree.QName(child).localname in ("smooth", "shape", "extLst")]
    for part in parts:
        if behind:
            behind[0].addprevious(part)
        else:
            element.append(part)


def _column(number: int) -> str:
    """The letters of a sheet's column, counted from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _drop(element: etree._Element, *tags: str) -> None:
    for tag in tags:
        for child in element.findall(_c(tag)):
            element.remove(child)


def _reference(tag: str, kind: str, cache: str, cells: str, values: Sequence[str]) -> etree._Element:
    """A range of the inner workbook with its values beside it, as Word keeps them."""
    element = etree.Element(_c(tag))
    reference = etree.SubElement(element, _c(kind))
    etree.SubElement(reference, _c("f")).text = f"{SHEET}!{cells}"
    points = etree.SubElement(reference, _c(cache))
    if cache == "numCache":
        etree.SubElement(points, _c("formatCode")).text = "General"
    etree.SubElement(points, _c("ptCount"), val=str(len(values)))
    for index, value in enumerate(values):
        point = etree.SubElement(points, _c("pt"), idx=str(index))
        etree.SubElement(point, _c("v")).text = value
    return element

"""A chart that somebody drew in Word, as a pattern for new data: its kind, colours and fonts stay as drawn.

The pattern is the chart's part with marks where its title and its series stand, and in each series where its
number, its name and its values do; it is made once for a template.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy

import msgspec
from lxml import etree

from jixiao.report.charts.height import LEGEND_HEIGHT, TITLE_HEIGHT
from jixiao.report.language.chart_data import ChartData, Series
from jixiao.report.language.marks import NO_MARKS, escaped
from jixiao.report.word.errors import TemplateError
from jixiao.report.word.wordml import CHART, parse, xml_inside

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
SHEET = "Sheet1"  # of the workbook inside the chart

TITLE, SERIES, NUMBER, NAME, VALUES, DECLARED = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5"

# The charts whose series have categories and values. A scatter chart's have xVal and yVal instead.
_FLAT = ("barChart", "lineChart", "pieChart", "ofPieChart", "doughnutChart", "areaChart", "radarChart")
_DEEP = ("bar3DChart", "line3DChart", "pie3DChart", "area3DChart")
_NO_SERIES = "图表“{}”里没有数据系列，请在模板里重新插入这张图。"
_NO_CATEGORIES = (
    "图表“{}”是散点图、气泡图一类，不能按类别填入数据，"
    "请在模板里改用柱形图、条形图、折线图、饼图、圆环图、面积图或雷达图。"
)


def _c(name: str) -> str:
    return f"{{{CHART}}}{name}"


_BEHIND_SKIP = (_c("tickMarkSkip"), _c("noMultiLvlLbl"), _c("extLst"))
_BEHIND_VALUES = (_c("smooth"), _c("shape"))
_FILLABLE = frozenset(map(_c, _FLAT + _DEEP))


class Pattern(msgspec.Struct, frozen=True):
    """A chart without its title and series, and the series that were drawn."""

    chart: str
    series: tuple[str, ...]
    more: str  # for a series beyond those that were drawn
    declared: str  # what `c:` needs to be understood in it: nothing if it is what the chart itself says
    fault: str  # what is wrong with the chart, with {} for its title; empty if it can be filled
    # mm above and below its bars if these lie below each other, so that more need more height
    around: int = 0


def pattern_of(xml: bytes) -> Pattern:
    """The pattern of a chart's part."""
    root = parse(NO_MARKS.sub("", etree.tostring(parse(xml), encoding="unicode")).encode())
    drawn = list(root.iter(_c("ser")))
    if not drawn:
        return Pattern("", (), "", "", _NO_SERIES)
    if any(series.getparent().tag not in _FILLABLE for series in drawn):  # type: ignore[union-attr]
        return Pattern("", (), "", "", _NO_CATEGORIES)
    _mark_title(root)
    _show_every_label(root)
    further = deepcopy(drawn[-1])
    _drop(further, "spPr")  # or each further one would have its colour
    for series in (*drawn, further):
        _mark_series(series)
    patterns = [xml_inside(series, root) for series in (*drawn, further)]
    for series in drawn:
        place = etree.Element(series.tag)
        place.text = SERIES
        series.getparent().replace(series, place)  # type: ignore[union-attr]
    chart = re.sub(f"<([^ <>]+)>{SERIES}</\\1>", SERIES, etree.tostring(root, encoding="unicode"))
    declared = "" if root.nsmap.get("c") == CHART else f' xmlns:c="{CHART}"'
    return Pattern(_HEAD + chart, tuple(patterns[:-1]), patterns[-1], declared, "", _around(root))


def filled_chart(pattern: Pattern, data: ChartData) -> bytes:
    """The chart with the data's title, categories and series. Raises TemplateError if it cannot take them."""
    if pattern.fault:
        raise TemplateError(pattern.fault.format(data))
    series = [
        _filled(pattern, number, one, tuple(map(str, data.names))) for number, one in enumerate(data.series)
    ]
    first, *pieces = pattern.chart.split(SERIES)
    here = len(pieces) - 1  # where those beyond the drawn ones go
    series += [""] * (here - len(series) + 1)
    placed = [*series[:here], "".join(series[here:])]
    xml = first + "".join(one + piece for one, piece in zip(placed, pieces, strict=True))
    return xml.replace(TITLE, escaped(data)).encode()


def _around(root: etree._Element) -> int:
    """The height besides the bars, in mm; 0 if they do not lie."""
    if all(direction.get("val") != "bar" for direction in root.iter(_c("barDir"))):
        return 0
    legends = {place.get("val") for place in root.iter(_c("legendPos"))}
    return TITLE_HEIGHT + (LEGEND_HEIGHT if legends & {"b", "t"} else 0)


def _mark_title(root: etree._Element) -> None:
    """In the first run of the title, if the chart has one written out."""
    runs = root.findall(f"{_c('chart')}/{_c('title')}//{{{_MAIN}}}t")
    for number, run in enumerate(runs):
        run.text = "" if number else TITLE


def _show_every_label(root: etree._Element) -> None:
    """Word leaves labels of categories out where they seem to be many, unless it is told not to."""
    for axis in root.iter(_c("catAx")):
        if axis.find(_c("tickLblSkip")) is None:
            behind = next((child for child in axis if child.tag in _BEHIND_SKIP), None)
            place = len(axis) if behind is None else axis.index(behind)
            axis.insert(place, etree.Element(_c("tickLblSkip"), {"val": "1"}))


def _mark_series(series: etree._Element) -> None:
    """In the place of what changes with the data: number, name, and values before what must follow them."""
    for tag in ("idx", "order"):
        series.find(_c(tag)).set("val", NUMBER)  # type: ignore[union-attr]
    _drop(series, "cat", "val", "tx", "extLst")  # the last may hold labels out of the author's own figures
    for label in list(series.iter(_c("dLbl"))):
        if label.find(_c("tx")) is not None:
            label.getparent().remove(label)  # type: ignore[union-attr]
    order = series.find(_c("order"))
    assert order is not None
    order.tail = NAME
    behind = next((child for child in series if child.tag in _BEHIND_VALUES), None)
    before = series[-1] if behind is None else behind.getprevious()
    assert before is not None
    before.tail = f"{before.tail or ''}{VALUES}"


def _drop(element: etree._Element, *tags: str) -> None:
    for tag in tags:
        for child in element.findall(_c(tag)):
            element.remove(child)


def _filled(pattern: Pattern, number: int, series: Series, names: Sequence[str]) -> str:
    """A series with its data; the names stand in the first column of the inner workbook."""
    drawn = pattern.series[number] if number < len(pattern.series) else pattern.more
    column, last = _column(number + 2), len(names) + 1
    name = _reference("tx", "str", f"${column}$1", (series.name,))
    values = _reference("cat", "str", f"$A$2:$A${last}", names)
    values += _reference("val", "num", f"${column}$2:${column}${last}", series.values)
    filled = drawn.replace(NUMBER, str(number)).replace(NAME, name).replace(VALUES, values)
    return filled.replace(DECLARED, pattern.declared)


def _column(number: int) -> str:
    """The letters of a sheet's column, counted from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _reference(tag: str, kind: str, cells: str, values: Sequence[str]) -> str:
    """A range of the inner workbook with its values beside it, as Word keeps them."""
    form = "<c:formatCode>General</c:formatCode>" if kind == "num" else ""
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{escaped(value)}</c:v></c:pt>'
        for index, value in enumerate(values)
        if value
    )
    cache = f'{form}<c:ptCount val="{len(values)}"/>{points}'
    inside = f"<c:f>{SHEET}!{cells}</c:f><c:{kind}Cache>{cache}</c:{kind}Cache>"
    return f"<c:{tag}{DECLARED}><c:{kind}Ref>{inside}</c:{kind}Ref></c:{tag}>"

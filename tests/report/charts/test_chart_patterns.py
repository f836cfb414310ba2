"""Patterns of charts: their kind, colours and fonts stay as drawn, and new data take the place of the old."""

import io
import re
from decimal import Decimal

import openpyxl
import pytest
from lxml import etree
from report.drawn import PART, TEMPLATE, parts, series_of, texts
from report.small import PHRASES, STYLE

from jixiao.model.fact import Kind
from jixiao.report.charts.inner_workbook import inner_workbook
from jixiao.report.charts.pattern import filled_chart, pattern_of
from jixiao.report.language.chart_data import ChartData, Series
from jixiao.report.language.values import Figure
from jixiao.report.word.errors import TemplateError
from jixiao.report.word.wordml import CHART


def test_a_figure_that_cannot_be_read_is_left_out_and_not_drawn_as_zero() -> None:
    unreadable = Figure(Decimal(0), Kind.AMOUNT, PHRASES.numerals, instead=STYLE.unreadable)
    data = ChartData("题", ("甲", "乙"), (Series("一", (unreadable, *series_of("一", 2).figures)),))
    drawn = next(content for name, content in parts(TEMPLATE).items() if PART.fullmatch(name))
    values = etree.fromstring(filled_chart(pattern_of(drawn), data)).find(f".//{{{CHART}}}val")
    assert [point.get("idx") for point in values.iter(f"{{{CHART}}}pt")] == ["1"]
    assert texts(values) == ["2"]
    assert list(openpyxl.load_workbook(io.BytesIO(inner_workbook(data))).active.values)[1:] == [
        ("甲", None),
        ("乙", 2),
    ]


def test_labels_that_somebody_typed_into_a_chart_do_not_stay() -> None:
    label = (
        '<c:dLbls><c:dLbl><c:idx val="0"/><c:tx><c:rich><a:p><a:r><a:t>888.88</a:t></a:r></a:p></c:rich>'
        "</c:tx></c:dLbl></c:dLbls>"
    )
    drawn = next(content for name, content in parts(TEMPLATE).items() if PART.fullmatch(name)).decode()
    typed = re.sub(r"(<c:order [^>]*/>)", rf"\1{label}", drawn, count=1)
    assert "888.88" in typed
    data = ChartData("题", ("甲",), (series_of("一", 1),))
    assert b"888.88" not in filled_chart(pattern_of(typed.encode()), data)


def test_more_series_than_were_drawn_are_added_in_colours_of_their_own() -> None:
    drawn = next(content for name, content in parts(TEMPLATE).items() if PART.fullmatch(name))
    data = ChartData("题", ("甲", "乙"), tuple(series_of(name, 1, 2) for name in ("一", "二", "三")))
    root = etree.fromstring(filled_chart(pattern_of(drawn), data))
    series = list(root.iter(f"{{{CHART}}}ser"))
    assert [texts(one.find(f"{{{CHART}}}tx")) for one in series] == [["一"], ["二"], ["三"]]
    assert [one.find(f"{{{CHART}}}spPr") is None for one in series] == [False, True, True]
    order = [etree.QName(child).localname for child in series[1]]
    assert order == sorted(order, key=["idx", "order", "tx", "spPr", "invertIfNegative", "cat", "val"].index)


def drawn_as(kind: str) -> bytes:
    """A chart of the template turned into one of another kind."""
    drawn = next(content for name, content in parts(TEMPLATE).items() if PART.fullmatch(name))
    turned = re.sub(rb"(</?c:)barChart\b", rb"\1" + kind.encode(), drawn)
    assert f"<c:{kind}>".encode() in turned
    return turned


@pytest.mark.parametrize("kind", ["scatterChart", "bubbleChart"])
def test_a_chart_without_categories_is_refused(kind: str) -> None:
    with pytest.raises(TemplateError, match="图表“题”是散点图、气泡图一类"):
        filled_chart(pattern_of(drawn_as(kind)), ChartData("题", ("甲",), (series_of("一", 1),)))


@pytest.mark.parametrize("kind", ["barChart", "line3DChart", "doughnutChart", "radarChart"])
def test_a_chart_of_any_kind_with_categories_is_filled(kind: str) -> None:
    root = etree.fromstring(
        filled_chart(pattern_of(drawn_as(kind)), ChartData("题", ("甲",), (series_of("一", 1),)))
    )
    assert texts(root.find(f".//{{{CHART}}}cat")) == ["甲"]


def test_many_series_stand_in_the_columns_that_a_sheet_has() -> None:
    data = ChartData("题", ("甲",), tuple(series_of(f"第{n}", 1) for n in range(1, 54)))
    root = etree.fromstring(filled_chart(pattern_of(drawn_as("barChart")), data))
    cells = [one.text for one in root.iterfind(f".//{{{CHART}}}val/{{{CHART}}}numRef/{{{CHART}}}f")]
    assert [cells[n] for n in (0, 24, 25, 52)] == [f"Sheet1!${c}$2:${c}$2" for c in ("B", "Z", "AA", "BB")]

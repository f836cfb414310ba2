"""Charts as lines of text: what went in, and what stands in the file."""

from __future__ import annotations

from decimal import Decimal

from report.small import PHRASES

from jixiao.model.fact import Kind
from jixiao.report.language.chart_data import ChartData, Series
from jixiao.report.language.texts import SourcedText
from jixiao.report.language.values import Figure
from jixiao.report.proof.occurrences import Occurrence, chart_occurrences
from jixiao.report.word.chart_lines import chart_lines, chart_title
from jixiao.report.word.wordml import CHART

DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def figure(number: int, instead: str = "") -> Figure:
    return Figure(Decimal(number), Kind.NUMBER, PHRASES.numerals, instead=instead)


def test_what_a_chart_shows_stands_in_lines_of_category_series_and_digits():
    first, second, lost, third = figure(5), figure(12), figure(0, "无法读取"), figure(7)
    name = SourcedText("甲1", "来源")
    data = ChartData("图", [name, "乙"], [Series("收入", (first, second)), Series("支出", (lost, third))])
    assert list(chart_occurrences("图.xml", data)) == [
        Occurrence("图.xml", 0, 0, 2, "甲1", name),
        Occurrence("图.xml", 0, 6, 7, "5", first),
        Occurrence("图.xml", 1, 0, 1, "乙", None),
        Occurrence("图.xml", 1, 5, 7, "12", second),
        Occurrence("图.xml", 2, 0, 1, "乙", None),
        Occurrence("图.xml", 2, 5, 6, "7", third),
    ]


def cache(tag: str, *points: str) -> str:
    inner = "".join(f'<c:pt idx="{nth}"><c:v>{point}</c:v></c:pt>' for nth, point in enumerate(points))
    return f"<c:{tag}><c:strCache>{inner}</c:strCache></c:{tag}>"


def lines(*series: str, before: str = "", behind: str = "") -> list[str]:
    sets = "".join(f"<c:ser>{one}</c:ser>" for one in series)
    return list(
        chart_lines(
            f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWN}"><c:chart>{before}<c:plotArea><c:barChart>'
            f"{sets}</c:barChart></c:plotArea></c:chart>{behind}</c:chartSpace>".encode()
        )
    )


def said(text: str) -> str:
    return f"<a:t>{text}</a:t>"


def test_the_file_is_read_in_the_same_lines():
    both = [cache("tx", "收入") + cache("cat", "甲", "乙") + cache("val", "5", "12"), cache("val", "7")]
    assert lines(*both) == ["甲｜收入：5", "乙｜收入：12", "｜：7", ""]


def test_other_kinds_of_charts_keep_their_figures_elsewhere():
    scatter = (
        cache("tx", "点") + cache("xVal", "1", "2") + cache("yVal", "3", "4") + cache("bubbleSize", "5", "6")
    )
    assert lines(scatter) == ["1｜点：3", "2｜点：4", "1｜点：5", "2｜点：6", ""]


def test_a_figure_without_category_or_digits_is_read_all_the_same():
    assert lines(cache("cat", "甲") + "<c:val><c:pt idx='3'/></c:val>") == ["｜：", ""]


def test_the_title_is_read_apart_in_one_piece():
    title = f"<c:title><c:tx>{said('共')}{said('9万元')}</c:tx></c:title><c:x>{said('别的')}</c:x>"
    drawn = f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWN}"><c:chart>{title}</c:chart></c:chartSpace>'
    assert chart_title(drawn.encode()) == "共9万元"


def test_words_drawn_into_a_chart_stand_in_the_last_line_but_its_title():
    title = f"<c:title><c:tx>{said('题1')}</c:tx></c:title>"
    axis = f"<c:valAx><c:title>{said('万元')}</c:title></c:valAx>"
    assert lines(before=title, behind=f"{axis}<c:userShapes>{said('注2')}<a:t/></c:userShapes>") == [
        "万元 注2 "
    ]

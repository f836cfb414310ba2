"""Charts with a tag that a run could not give their data to: told here before it stops over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from jixiao.report.charts.originals import UnusualParts, taken_out
from jixiao.report.charts.placing import without_figures
from jixiao.report.template.paragraphs import paragraphs_of
from jixiao.report.template.part_marks import has_tags
from jixiao.report.template.trouble import Trouble
from jixiao.report.word.parts import DOCUMENT
from jixiao.report.word.wordml import CHART_ID, CHART_SHOWN, DRAWN


def unusable_charts(members: Mapping[str, bytes], root: etree._Element, word: str) -> Iterator[Trouble]:
    """What is told of the charts of the document, whose tree is `root`; `word` asks for data in a tag."""
    shown = [each for each in _tagged(root) if word in each[1].get("descr", "")]
    if not shown:
        return
    try:
        _, originals = taken_out(members, {identity for _, _, identity in shown}, ())
    except UnusualParts:
        yield Trouble("unusable-chart", DOCUMENT, 0, "", "", "图表无法读取，请用 Word 打开，另存一份再试。")
        return
    for number, drawing, identity in shown:
        if fault := without_figures(originals.get(identity), drawing.get("name", "")):
            text = drawing.get("descr", "")
            yield Trouble("unusable-chart", DOCUMENT, number, text, text, fault)


def _tagged(root: etree._Element) -> Iterator[tuple[int, etree._Element, str]]:
    """The drawings of charts with a tag: paragraph, alternative text, relation."""
    for paragraph in paragraphs_of(root, DOCUMENT):
        for drawing in paragraph.element.iter(DRAWN):
            around = drawing.getparent()
            chart = None if around is None else next(around.iter(CHART_SHOWN), None)
            if chart is not None and has_tags(drawing.get("descr")):
                yield paragraph.number, drawing, chart.get(CHART_ID, "")

"""Charts as lines of text: for each figure its category, its series and its digits.

So what is drawn is proven and traced as what is written is: the lines of a finished file are compared with
those of the data that went in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from jixiao.report.word.wordml import CHART, parse

_C = f"{{{CHART}}}"
_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
BETWEEN, BEFORE_DIGITS = "｜", "："


def chart_line(name: str, series: str, digits: str) -> str:
    """A figure of a chart: its category, its series, its digits."""
    return f"{name}{BETWEEN}{series}{BEFORE_DIGITS}{digits}"


def chart_lines(xml: bytes) -> Iterator[str]:
    """The lines of a chart's part, as they are counted there; behind them the words drawn into it."""
    root = parse(xml)
    for series in root.iter(f"{_C}ser"):
        name = next(iter(_values(series.find(f"{_C}tx")).values()), "")
        names = _values(series.find(f"{_C}cat")) | _values(series.find(f"{_C}xVal"))
        for figures in ("val", "yVal", "bubbleSize"):
            for index, digits in _values(series.find(f"{_C}{figures}")).items():
                yield chart_line(names.get(index, ""), name, digits)
    titles = set(_title(root))
    yield " ".join(text.text or "" for text in root.iter(_TEXT) if text not in titles)


def chart_title(xml: bytes) -> str:
    """The title of a chart, as it is written out in its part."""
    return "".join(text.text or "" for text in _title(parse(xml)))


def _title(root: etree._Element) -> Iterator[etree._Element]:
    for title in root.iterfind(f"{_C}chart/{_C}title"):
        yield from title.iter(_TEXT)


def _values(cache: etree._Element | None) -> dict[str, str]:
    """What a chart keeps of a range of its workbook, by position."""
    points: Iterable[etree._Element] = () if cache is None else cache.iter(f"{_C}pt")
    return {point.get("idx", ""): point.findtext(f"{_C}v", "") for point in points}

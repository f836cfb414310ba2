"""A finished part with marks: the part without them, and where in it each printed value stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

import msgspec

from jixiao.report.language.chart_data import ChartData
from jixiao.report.language.marks import OPEN, pieces, unmarked, without_breaks
from jixiao.report.language.texts import SourcedText
from jixiao.report.word.chart_lines import chart_line

# What a place is counted by: paragraphs in the order of their beginnings, and in them characters of text; a
# tab, line break, hyphen or symbol is one. `reading` counts in the same way.
_PARAGRAPH = re.compile("<w:p(?=[ />])")
_COUNTED = re.compile(
    "<w:tab/>|<w:(?:br|cr|noBreakHyphen|sym)(?=[ />])|<([wma]):t(?: [^>]*)?>([^<]+)</[wma]:t>"
)


class Occurrence(msgspec.Struct, frozen=True):
    """Something that was printed, or a part of it that stands in one paragraph."""

    part: str
    paragraph: int  # from 0
    start: int
    end: int
    text: str
    value: object  # None for the number of an item or heading


class Marked(msgspec.Struct, frozen=True):
    """A filled part with the marks around what was printed, and the ledger of that."""

    name: str
    xml: str
    ledger: tuple[object, ...]

    @property
    def content(self) -> bytes:
        """The part as it goes into the file."""
        return unmarked(self.xml).encode("utf-8")

    @property
    def occurrences(self) -> Iterator[Occurrence]:
        """What was printed in it, in order."""
        return _occurrences(self.name, self.xml, self.ledger)


def chart_occurrences(part: str, data: ChartData) -> Iterator[Occurrence]:
    """What a chart shows, and where in its lines it stands."""
    for number, (name, series, figure, digits) in enumerate(data.points):
        text = str(name)
        source = name if isinstance(name, SourcedText) else None
        yield Occurrence(part, number, 0, len(text), text, source)
        start = len(chart_line(text, series.name, ""))
        yield Occurrence(part, number, start, start + len(digits), digits, figure)


def _occurrences(part: str, xml: str, ledger: Sequence[object]) -> Iterator[Occurrence]:
    reader = _Reader(part, ledger)
    for number, paragraph in enumerate(_PARAGRAPH.split(xml)[1:]):
        if reader.open or OPEN in paragraph:
            yield from reader.read(number, without_breaks(paragraph))


class _Reader:
    """Reads what was printed paragraph by paragraph; a value of several lines goes on in the next one."""

    def __init__(self, part: str, ledger: Sequence[object]) -> None:
        self.part = part
        self.ledger = ledger
        self.open = False
        self.index: int | None = None
        self.text = ""

    def read(self, number: int, paragraph: str) -> Iterator[Occurrence]:
        start = position = 0
        for match in _COUNTED.finditer(paragraph):
            if match[1] is None:
                position += 1
                self.text += "\t" if self.text else ""
                continue
            if match[1] != "w":  # a formula, or words within a drawing
                position += len(unescape(match[2]))
                continue
            for kind, index, text in pieces(unescape(match[2])):
                if kind == "text":
                    position += len(text)
                    self.text += text if self.open else ""
                elif kind == "open":
                    self.index, self.open, start = index, True, position
                else:
                    yield from self._closed(number, start, position)
                    self.open = False
        yield from self._closed(number, start, position)

    def _closed(self, number: int, start: int, end: int) -> Iterator[Occurrence]:
        if self.text:
            value = None if self.index is None else self.ledger[self.index]
            yield Occurrence(self.part, number, start, end, self.text, value)
            self.text = ""

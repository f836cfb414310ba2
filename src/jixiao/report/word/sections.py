"""Where in a document a paragraph stands, in words: under which heading, in which table, in which row."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

from jixiao.report.word.parts import DOCUMENT, STYLES
from jixiao.report.word.reading import Document, Paragraph
from jixiao.report.word.wordml import heading_levels, paragraph_style, w

TBL, TR, TC = w("tbl"), w("tr"), w("tc")
_OTHER_PARTS = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}


@dataclass(frozen=True, slots=True)
class Where:
    heading: str
    place: str  # 第3段 · 表2第4行第1列 · 图1 · 页眉


class Sections:
    """The headings, tables and running numbers of a document's paragraphs."""

    def __init__(self, document: Document, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            styles = archive.read(STYLES) if STYLES in archive.namelist() else None
        levels = heading_levels(styles)
        self._found: dict[tuple[str, int], Where] = {}
        self._tables: dict[etree._Element, int] = {}
        self._charts: dict[str, int] = {}
        heading, count = "", 0
        for paragraph in document.paragraphs:
            if paragraph.part == DOCUMENT and paragraph_style(paragraph.element) in levels:
                heading = paragraph.text.strip()
            count += bool(paragraph.text.strip() and not paragraph.chart)
            place = self._place(paragraph, count)
            at = heading if paragraph.part == DOCUMENT or paragraph.chart else ""
            self._found[paragraph.part, paragraph.number] = Where(at, place)

    def of(self, paragraph: Paragraph) -> Where:
        return self._found[paragraph.part, paragraph.number]

    def _place(self, paragraph: Paragraph, count: int) -> str:
        if paragraph.chart:
            return f"图{self._charts.setdefault(paragraph.part, len(self._charts) + 1)}"
        if paragraph.part != DOCUMENT:
            return next(
                (label for name, label in _OTHER_PARTS.items() if name in paragraph.part), paragraph.part
            )
        cell = next(paragraph.element.iterancestors(TC), None)
        if cell is None:
            return f"第{count}段"
        row = cell.getparent()
        table = next(cell.iterancestors(TBL), None)
        assert row is not None
        assert table is not None
        number = self._tables.setdefault(table, len(self._tables) + 1)
        return f"表{number}第{table.findall(TR).index(row) + 1}行第{row.findall(TC).index(cell) + 1}列"

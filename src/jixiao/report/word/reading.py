"""A Word document as people read it: its paragraphs as plain text, part by part, read anew from the file.

Tracked changes are read as if they were accepted. Text that Word computes itself (page numbers, tables of
contents) is left out of `own`, as no figure of ours stands there.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import msgspec
from lxml import etree

from jixiao.model.errors import UnusableInput
from jixiao.report.word.chart_lines import chart_lines
from jixiao.report.word.parts import DOCUMENT, TEXT_PART, chart_parts, relations_of
from jixiao.report.word.wordml import CHART_ID, CHART_SHOWN, DAMAGED, parse, w

MAX_TOTAL = 200 * 2**20

P, T, R, TR = w("p"), w("t"), w("r"), w("tr")
TAB, BR, CR = w("tab"), w("br"), w("cr")
FIELD_CHARACTER, SIMPLE_FIELD, KIND = w("fldChar"), w("fldSimple"), w("fldCharType")
INSERTED, DELETED, MOVED_FROM, MOVED_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
_WALKED = (P, T, TAB, BR, CR, FIELD_CHARACTER, SIMPLE_FIELD, MOVED_FROM, INSERTED, DELETED, MOVED_TO)


class Paragraph(msgspec.Struct):
    """A paragraph of a part, or a line of a chart. Places in its text are counted as `occurrences` does."""

    part: str
    number: int  # from 0
    element: etree._Element
    text: str = ""
    fields: list[tuple[int, int]] = []  # stretches that Word computes
    pieces: list[tuple[int, etree._Element]] = []  # where each text element begins

    @property
    def chart(self) -> str:
        """The relation of the chart that it is a line of; empty for a paragraph."""
        return self.element.get(CHART_ID, "") if self.element.tag == CHART_SHOWN else ""

    def computed(self, position: int) -> bool:
        return any(start <= position < end for start, end in self.fields)


class Document(msgspec.Struct, frozen=True):
    """The paragraphs of all parts; `tracked` if it holds changes that nobody has accepted yet."""

    paragraphs: tuple[Paragraph, ...]
    tracked: bool


def read_document(content: bytes, name: str) -> Document:
    """Read a .docx. Raises UnusableInput, which calls the file `name`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_TOTAL:
                raise UnusableInput(f"“{name}”太大，不像一份报告。")
            parts = sorted(part for part in archive.namelist() if TEXT_PART.fullmatch(part))
            roots = {part: parse(archive.read(part)) for part in [DOCUMENT, *parts]}
            charts = {
                each: lines for part, root in roots.items() for each, lines in _charts(archive, part, root)
            }
    except (*DAMAGED, KeyError) as error:
        raise UnusableInput(
            f"“{name}”不是 Word 文档（.docx），或文件已损坏。请用 Word 打开，另存为 .docx 再试。"
        ) from error
    paragraphs = [
        each
        for part, root in roots.items()
        for paragraph in paragraphs_of(root, part)
        for each in (paragraph, *charts.get(paragraph.element, ()))
    ]
    tracked = any(
        next(root.iter(INSERTED, DELETED, MOVED_FROM, MOVED_TO), None) is not None for root in roots.values()
    )
    return Document(tuple(paragraphs), tracked)


def paragraphs_of(root: etree._Element, part: str) -> Iterator[Paragraph]:
    """The paragraphs of a part, in the order in which they begin."""
    now = Paragraph(part, -1, root)
    dropped: set[etree._Element] = set()
    computed: set[etree._Element] = set()
    depth = 0  # of fields whose result we are in
    for element in root.iter(*_WALKED):
        tag = element.tag
        if tag == P:
            if now.number >= 0:
                yield now
            now = Paragraph(part, now.number + 1, element)
        elif tag == T:
            if element in dropped:
                continue
            text = element.text or ""
            if depth or element in computed:
                now.fields.append((len(now.text), len(now.text) + len(text)))
            now.pieces.append((len(now.text), element))
            now.text += text
        elif tag == FIELD_CHARACTER:
            kind = element.get(KIND)
            depth += (kind == "begin") - (kind == "end")
        elif tag == SIMPLE_FIELD:
            computed.update(element.iter(T))
        elif tag == MOVED_FROM:
            dropped.update(element.iter(T))
        elif tag in (BR, CR) or (tag == TAB and not element.attrib):
            now.text += "\t" if tag == TAB else "\n"
    if now.number >= 0:
        yield now


def _charts(
    archive: zipfile.ZipFile, part: str, root: etree._Element
) -> Iterator[tuple[etree._Element, list[Paragraph]]]:
    """The paragraphs of a part that have charts, and the lines of these."""
    relations = relations_of(part)
    parts = chart_parts(archive.read(relations)) if relations in archive.NameToInfo else {}
    found: dict[etree._Element, list[Paragraph]] = {}
    for chart in root.iter(CHART_SHOWN) if parts else ():
        name = parts.get(chart.get(CHART_ID, ""), "")
        lines = enumerate(chart_lines(archive.read(name)) if name in archive.NameToInfo else ())
        paragraph = next(chart.iterancestors(P))
        found.setdefault(paragraph, []).extend(Paragraph(name, number, chart, text) for number, text in lines)
    yield from found.items()

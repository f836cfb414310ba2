"""A Word document as people read it: its paragraphs as plain text, part by part, read anew from the file.

Tracked changes are read as if they were accepted. What Word counts itself (page numbers, tables of contents),
what is hidden and what is raised as a mark is told apart, as no figure of ours stands there.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import msgspec
from lxml import etree

from jixiao.model.errors import UnusableInput
from jixiao.report.word.chart_lines import chart_lines, chart_title
from jixiao.report.word.covered_cells import texts_of_covered_cells
from jixiao.report.word.fields import texts_of_fields
from jixiao.report.word.looks import StyleLooks, is_invisible, looks_of, style_looks
from jixiao.report.word.parts import DOCUMENT, STYLES, TEXT_PART, chart_parts, relations_of
from jixiao.report.word.rows import texts_of_rows
from jixiao.report.word.signs import SIGNS, text_of
from jixiao.report.word.wordml import CHART_ID, CHART_SHOWN, DAMAGED, parse, w

MAX_TOTAL = 200 * 2**20
MAX_TEXT = 16 * 2**20  # of the XML that is read; a hundred pages have two
MAX_PARAGRAPHS = 30_000  # cells of tables counted; a report of two hundred pages has a third
MAX_WRITTEN = 2_000_000  # characters
MAX_PARAGRAPH = 40_000  # characters of one paragraph; a cell holds 32,767
# Signs of one kind: whoever looks for dates and numbers among them looks from each one to the last.
_ENDLESS = re.compile(r"\d{200}|[A-Za-z]{500}|\s{500}")

P, T, R, TR = w("p"), w("t"), w("r"), w("tr")
TAB, BR, CR = w("tab"), w("br"), w("cr")
INSERTED, DELETED, MOVED_FROM, MOVED_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
_TRACKED = (INSERTED, DELETED, MOVED_FROM, MOVED_TO, w("cellIns"), w("cellDel"))
_WALKED = (P, T, TAB, BR, CR, MOVED_FROM, DELETED, *SIGNS)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Paragraph(msgspec.Struct):
    """A paragraph of a part, or a line of a chart. Places in its text are counted as `occurrences` does."""

    part: str
    number: int  # from 0
    element: etree._Element
    text: str = ""
    fields: list[tuple[int, int]] = []  # stretches that Word counts
    hidden: list[tuple[int, int]] = []  # stretches that nobody sees
    raised: list[tuple[int, int]] = []  # stretches of marks, such as those of footnotes
    pieces: list[tuple[int, etree._Element]] = []  # where each text element begins
    struck: bool = False  # some of it is struck out, and so hidden
    title: bool = False  # of a chart: the template's words, in which figures are nobody's

    @property
    def chart(self) -> str:
        """The relation of the chart that it is a line of; empty for a paragraph."""
        return self.element.get(CHART_ID, "") if self.element.tag == CHART_SHOWN else ""

    def computed(self, position: int) -> bool:
        return any(start <= position < end for start, end in self.fields)

    def behind(self, position: int) -> int:
        """The place itself, or where a mark or something hidden ends that begins there."""
        for start, end in sorted((*self.raised, *self.hidden)):
            position = end if start == position else position
        return position

    @property
    def legible(self) -> str:
        """The text in which marks have digits of their own kind; as long as `text`, so that places agree."""
        text = self.text
        for start, end in self.raised:
            text = text[:start] + text[start:end].translate(_RAISED) + text[end:]
        return text


class Document(msgspec.Struct, frozen=True):
    """The paragraphs of all parts; `tracked` if it holds changes that nobody has accepted yet."""

    paragraphs: tuple[Paragraph, ...]
    tracked: bool

    @property
    def struck(self) -> bool:
        return any(paragraph.struck for paragraph in self.paragraphs)


def read_document(content: bytes, name: str, *, foreign: bool = False) -> Document:
    """Read a .docx. Raises UnusableInput, which calls the file `name`.

    A foreign one, which anybody may have made, is refused if it holds more than a report can.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(info.file_size for info in archive.infolist()) > MAX_TOTAL:
                raise UnusableInput(f"“{name}”太大，不像一份报告。")
            parts = sorted(part for part in archive.namelist() if TEXT_PART.fullmatch(part))
            if sum(archive.getinfo(part).file_size for part in parts) > MAX_TEXT:
                raise _too_much(name)
            roots = {part: parse(archive.read(part)) for part in [DOCUMENT, *parts]}
            styled = style_looks(parse(archive.read(STYLES)) if STYLES in archive.NameToInfo else None)
            charts = {
                each: lines for part, root in roots.items() for each, lines in _charts(archive, part, root)
            }
    except (*DAMAGED, KeyError) as error:
        from jixiao.file_kinds import not_a_word_file

        raise UnusableInput(not_a_word_file(name, content)) from error
    paragraphs: list[Paragraph] = []
    written = 0
    for part, root in roots.items():
        for paragraph in paragraphs_of(root, part, styled):
            paragraphs += (paragraph, *charts.get(paragraph.element, ()))
            written += len(paragraph.text)
            excess = len(paragraphs) > MAX_PARAGRAPHS or written > MAX_WRITTEN or _endless(paragraph.text)
            if foreign and excess:
                raise _too_much(name)
    tracked = any(next(root.iter(*_TRACKED), None) is not None for root in roots.values())
    return Document(tuple(paragraphs), tracked)


def _endless(text: str) -> bool:
    return len(text) > MAX_PARAGRAPH or _ENDLESS.search(text) is not None


def _too_much(name: str) -> UnusableInput:
    return UnusableInput(f"“{name}”里的段落或文字太多，不像一份报告，没有读。请检查是否选错了文件。")


def paragraphs_of(root: etree._Element, part: str, styles: StyleLooks | None = None) -> Iterator[Paragraph]:
    """The paragraphs of a part, in the order in which they begin. `styles`: what its styles say."""
    now = Paragraph(part, -1, root)
    counted, unseen = texts_of_fields(root)
    dropped, hidden = texts_of_rows(root)
    unseen |= hidden | texts_of_covered_cells(root)
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
            stretch = (len(now.text), len(now.text) + len(text))
            if element in counted:
                now.fields.append(stretch)
            if element in unseen:
                now.hidden.append(stretch)
            for apart in _apart(element, now, styles or {}):
                apart.append(stretch)
            now.pieces.append((len(now.text), element))
            now.text += text
        elif tag in (MOVED_FROM, DELETED):
            dropped.update(element.iter(T))
        elif tag in SIGNS:
            now.text += text_of(element)
        elif tag in (BR, CR) or (tag == TAB and not element.attrib):
            now.text += "\t" if tag == TAB else "\n"
    if now.number >= 0:
        yield now


def _apart(text: etree._Element, paragraph: Paragraph, styles: StyleLooks) -> Iterator[list[tuple[int, int]]]:
    """The lists of stretches to which a text belongs by the looks of its run."""
    run = text.getparent()
    if run is None:
        return
    looks = looks_of(run, styles)
    paragraph.struck |= looks.struck is True and any(map(str.isdigit, text.text or ""))
    if looks.hidden or looks.struck or is_invisible(run):
        yield paragraph.hidden
    if looks.raised:
        yield paragraph.raised


def _charts(
    archive: zipfile.ZipFile, part: str, root: etree._Element
) -> Iterator[tuple[etree._Element, list[Paragraph]]]:
    """The paragraphs of a part that have charts, and the lines of these."""
    relations = relations_of(part)
    parts = chart_parts(archive.read(relations)) if relations in archive.NameToInfo else {}
    found: dict[etree._Element, list[Paragraph]] = {}
    for chart in root.iter(CHART_SHOWN) if parts else ():
        name = parts.get(chart.get(CHART_ID, ""), "")
        if name not in archive.NameToInfo:
            continue
        xml = archive.read(name)
        lines = [Paragraph(name, number, chart, text) for number, text in enumerate(chart_lines(xml))]
        if title := chart_title(xml):
            lines.append(Paragraph(name, len(lines), chart, title, title=True))
        found.setdefault(next(chart.iterancestors(P)), []).extend(lines)
    yield from found.items()

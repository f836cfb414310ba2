"""A document as what people edit: paragraphs, and table rows with their cells; not what Word computes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import msgspec
from lxml import etree

from jixiao.report.proof.lines import BETWEEN_CELLS, keys_of
from jixiao.report.word.parts import DOCUMENT
from jixiao.report.word.reading import TR, Paragraph, T, paragraphs_of
from jixiao.report.word.wordml import parse, w

BOX = w("txbxContent")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class TextUnit(msgspec.Struct, frozen=True, dict=True, eq=False):
    """A paragraph of its own, or the paragraphs of a table row."""

    paragraphs: tuple[Paragraph, ...]
    row: etree._Element | None

    @cached_property
    def text(self) -> str:
        return BETWEEN_CELLS.join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """As `alignment` compares: clauses without white space, all numbers alike."""
        return keys_of(self.text)

    @property
    def paragraph(self) -> Paragraph:
        return self.paragraphs[0]


class ReadUnits(msgspec.Struct, frozen=True):
    """The body of a document, and its units that hold text, in order."""

    root: etree._Element
    units: tuple[TextUnit, ...]


def read_units(document: bytes) -> ReadUnits:
    """Raises what wordml.DAMAGED lists."""
    root = parse(document)
    return ReadUnits(root, tuple(unit for unit in _units(root) if unit.text.strip(f" \t\n{BETWEEN_CELLS}")))


def _units(root: etree._Element) -> Iterator[TextUnit]:
    group: list[Paragraph] = []
    row: etree._Element | None = None
    for paragraph in paragraphs_of(root, DOCUMENT):
        if _computed(paragraph) or _boxed(paragraph.element):
            continue
        paragraph = without_boxes(paragraph)
        here = _row(paragraph)
        if group and (here is None or here is not row):
            yield TextUnit(tuple(group), row)
            group = []
        group.append(paragraph)
        row = here
    if group:
        yield TextUnit(tuple(group), row)


def without_boxes(paragraph: Paragraph) -> Paragraph:
    """The paragraph with the text that is its own: what stands behind a text box in it belongs to it, too."""
    if next(paragraph.element.iter(BOX), None) is None:
        return paragraph
    whole = Paragraph(paragraph.part, paragraph.number, paragraph.element)
    for piece in paragraph.element.iter(T):
        if next(piece.iterancestors(BOX), None) is None:
            whole.pieces.append((len(whole.text), piece))
            whole.text += piece.text or ""
    return whole


def _boxed(element: etree._Element) -> bool:
    return next(element.iterancestors(BOX), None) is not None


def _row(paragraph: Paragraph) -> etree._Element | None:
    """The outermost row that it stands in."""
    outer = list(paragraph.element.iterancestors(TR))
    return outer[-1] if outer else None


def _computed(paragraph: Paragraph) -> bool:
    """True for a line of a table of contents and the like."""
    return bool(paragraph.fields) and all(
        paragraph.computed(position) for position, sign in enumerate(paragraph.text) if not sign.isspace()
    )


def same_text(one: str, other: str) -> bool:
    """True if nobody has changed a word; programs differ in white space."""
    return one == other or one.split() == other.split()

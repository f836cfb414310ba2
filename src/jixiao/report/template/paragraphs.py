"""The paragraphs of a part with their own text, wherever they stand; and their tags made whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jixiao.report.template.tags import Tag, tags_of
from jixiao.report.word.wordml import CHART_SHOWN, DRAWN, SPACE, w

P, T, DELETED = w("p"), w("t"), w("delText")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
OUTER = {"": T, "r": w("r"), "p": P, "tc": w("tc"), "tr": w("tr")}


@dataclass(frozen=True, slots=True, eq=False)
class TemplateParagraph:
    """A paragraph of a part: `number` counts from 1, `pieces` are its text elements."""

    part: str
    number: int
    element: etree._Element
    pieces: tuple[etree._Element, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text or "" for piece in self.pieces)

    def piece_at(self, position: int) -> etree._Element:
        """The text element in which a character of the paragraph stands."""
        for piece in self.pieces:
            position -= len(piece.text or "")
            if position < 0:
                return piece
        raise IndexError(position)


@dataclass(frozen=True, slots=True, eq=False)
class LocatedTag:
    """A tag in its paragraph. `chain` names the elements around what the tag stands for, outermost first."""

    tag: Tag
    paragraph: TemplateParagraph

    @property
    def outer(self) -> etree._Element | None:
        """The element that the tag stands for: itself, its paragraph, its row; None if there is none."""
        piece = self.paragraph.piece_at(self.tag.start)
        wanted = OUTER[self.tag.level]
        return piece if wanted == T else next(piece.iterancestors(wanted), None)

    @property
    def chain(self) -> tuple[str, ...]:
        outer = self.outer
        return () if outer is None else tuple(str(element.tag) for element in outer.iterancestors())


def paragraphs_of(root: etree._Element, part: str) -> Iterator[TemplateParagraph]:
    """Every paragraph of the part in order; the text of one inside another (a text box) is its own."""
    own: dict[etree._Element, list[etree._Element]] = {}
    for piece in root.iter(T):
        around = next(piece.iterancestors(P), None)
        if around is not None:
            own.setdefault(around, []).append(piece)
    for number, element in enumerate(root.iter(P), 1):
        yield TemplateParagraph(part, number, element, tuple(own.get(element, ())))


def with_alternative_texts(root: etree._Element, part: str) -> Iterator[TemplateParagraph]:
    """The same, each followed by the alternative texts of its pictures and charts, under its number."""
    for paragraph in paragraphs_of(root, part):
        yield paragraph
        yield from (_alternative_text(paragraph, drawing) for drawing in _drawings(paragraph))


def _alternative_text(paragraph: TemplateParagraph, drawing: etree._Element) -> TemplateParagraph:
    text = etree.Element(T)
    text.text = drawing.get("descr") or drawing.get("name", "")
    return TemplateParagraph(paragraph.part, paragraph.number, paragraph.element, (text,))


def untagged_charts(root: etree._Element, part: str) -> Iterator[TemplateParagraph]:
    """The alternative texts, or else the names, of the charts that no tag gives data to."""
    for paragraph in paragraphs_of(root, part):
        for drawing in paragraph.element.iter(DRAWN):
            around = drawing.getparent()
            shown = around is not None and next(around.iter(CHART_SHOWN), None) is not None
            own = next(drawing.iterancestors(P), None) is paragraph.element
            if shown and own and not tags_of(drawing.get("descr", "")):
                yield _alternative_text(paragraph, drawing)


def _drawings(paragraph: TemplateParagraph) -> list[etree._Element]:
    return [drawing for drawing in paragraph.element.iter(DRAWN) if drawing.get("descr")]


def properties_of(root: etree._Element, part: str) -> Iterator[TemplateParagraph]:
    """The document properties, as paragraphs without a number."""
    yield from (TemplateParagraph(part, 0, element, (element,)) for element in root.iter() if element.text)


def doubled(element: etree._Element) -> bool:
    """True in the copy of a text box that Word keeps for older programs."""
    return next(element.iterancestors(FALLBACK), None) is not None


def make_whole(paragraph: TemplateParagraph) -> None:
    """Put each tag that Word has split over several runs into the first of them, as it is understood."""
    text = paragraph.text
    tags = tags_of(text)
    if not tags:
        return
    start = 0
    for piece in paragraph.pieces:
        end = start + len(piece.text or "")
        whole = _between(text, tags, start, end)
        if whole != piece.text:
            piece.text = whole
            piece.set(SPACE, "preserve")
        start = end


def make_alternative_texts_whole(paragraph: TemplateParagraph) -> None:
    """Write the tags in them as they are understood; an attribute cannot hold double quotes as such."""
    for drawing in _drawings(paragraph):
        text = drawing.get("descr", "")
        tags = tags_of(text)
        if tags:
            drawing.set("descr", _between(text, tags, 0, len(text)).replace('"', "'"))


def _between(text: str, tags: list[Tag], start: int, end: int) -> str:
    """That stretch of the paragraph; a tag belongs whole to the stretch in which it begins."""
    pieces, position = [], start
    for tag in tags:
        if start <= tag.start < end:
            pieces += [text[position : tag.start], tag.text]
        if tag.start < end and tag.end > start:
            position = min(tag.end, end)
    return "".join(pieces) + text[position:end]

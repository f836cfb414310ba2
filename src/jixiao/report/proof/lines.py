"""A document as lines to be compared: paragraphs and table rows, numbers set apart from words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from jixiao.report.language.texts import SourcedText
from jixiao.report.proof.numbers import Figures, TextNumber, numbers_in, numbers_of
from jixiao.report.proof.occurrences import Occurrence
from jixiao.report.proof.origins import Origin, is_figure, origin_of
from jixiao.report.word.parts import DOCUMENT
from jixiao.report.word.reading import Document, Paragraph
from jixiao.report.word.wordml import w

TR = w("tr")
NUMBER = "\0"  # stands for every number while lines are aligned: a figure that changed keeps its place
BETWEEN_CELLS = "｜"
_CLAUSES = re.compile(r"(?<=[，。；：、｜])")
_SPACE = re.compile(r"\s+")
# Before a number: a minus in words, or a sign that is none elsewhere. A dash between dates is a range.
_NEGATED = re.compile(r"(?:负|[﹣➖]|(?<![—\d年月日号%％])—)\s?$")

Places = Mapping[tuple[str, int], Sequence[Occurrence]]


@dataclass(frozen=True, slots=True)
class NumberSlot:
    """A number with the unit of money behind it; `origin` is where it comes from if a tag has printed it."""

    number: TextNumber
    unit: str
    figure: bool  # False for dates, document numbers and the like
    origin: Origin | None = None
    negated: bool = False  # by the word or dash before it

    @property
    def text(self) -> str:
        return f"{self.number.text}{self.unit}"

    @property
    def said(self) -> str:
        """The same with the minus that stands before it."""
        return f"{'负' if self.negated else ''}{self.text}"

    def says(self, other: NumberSlot) -> bool:
        """True for the same value in the same unit, however it is written."""
        one, two = self.number, other.number
        same = (one.value, one.rate, self.unit) == (two.value, two.rate, other.unit)
        return same and self.negated == other.negated


@dataclass(frozen=True, slots=True)
class Line:
    """Clauses and numbers, in order."""

    pieces: tuple[str | NumberSlot, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text if isinstance(piece, NumberSlot) else piece for piece in self.pieces)

    @property
    def keys(self) -> tuple[str, ...]:
        """The pieces as they are aligned: without white space, and with all numbers alike."""
        return tuple(
            NUMBER if isinstance(piece, NumberSlot) else _SPACE.sub("", piece) for piece in self.pieces
        )

    @property
    def slots(self) -> tuple[NumberSlot, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, NumberSlot))


def keys_of(text: str) -> tuple[str, ...]:
    """The same for a text of which only the words and the places of numbers are of interest."""
    pieces: list[str] = []
    position = 0
    for number in numbers_in(text):
        pieces += [*_CLAUSES.split(text[position : number.start]), NUMBER]
        position = number.end
    pieces += _CLAUSES.split(text[position:])
    return tuple(key for piece in pieces if (key := _SPACE.sub("", piece)))


def lines_of(document: Document, figures: Figures, printed: Places) -> tuple[list[Line], list[Line]]:
    """The lines of the main text in order; and those of headers, footers and notes, each once."""
    main: list[Line] = []
    others: dict[str, Line] = {}
    for group in _groups(document):
        line = _line(group, figures, printed)
        if not line.text.strip(f" \t\n{BETWEEN_CELLS}"):
            continue
        if group[0].part == DOCUMENT:
            main.append(line)
        else:
            others.setdefault(line.text, line)
    return main, list(others.values())


def _groups(document: Document) -> Iterator[list[Paragraph]]:
    """The paragraphs of a table row together, all others alone."""
    group: list[Paragraph] = []
    row: etree._Element | None = None
    for paragraph in document.paragraphs:
        outer = list(paragraph.element.iterancestors(TR))
        here = outer[-1] if outer else None
        if group and (here is None or here is not row):
            yield group
            group = []
        group.append(paragraph)
        row = here
    if group:
        yield group


def _line(group: Sequence[Paragraph], figures: Figures, printed: Places) -> Line:
    pieces: list[str | NumberSlot] = []
    for index, paragraph in enumerate(group):
        pieces += [BETWEEN_CELLS] if index else []
        pieces += _pieces(paragraph, figures, printed.get((paragraph.part, paragraph.number), ()))
    return Line(tuple(piece for piece in pieces if piece != ""))


def _pieces(
    paragraph: Paragraph, figures: Figures, printed: Sequence[Occurrence]
) -> Iterator[str | NumberSlot]:
    text, position = paragraph.text, 0
    others = figures.others(text)
    for number in numbers_of(paragraph):
        yield from _words(paragraph, position, number.start)
        position = number.end
        if paragraph.computed(number.start):
            continue
        end = paragraph.behind(number.end)
        unit = figures.unit_at(text, end)
        if unit:
            position = text.index(unit, end) + len(unit)
        figure = not any(number.touches(*other) for other in others)
        negated = _NEGATED.search(text, max(0, number.start - 4), number.start) is not None
        yield NumberSlot(number, unit, figure, _origin(number, printed, figure), negated)
    yield from _words(paragraph, position, len(text))


def _words(paragraph: Paragraph, start: int, end: int) -> list[str]:
    """A stretch of the paragraph in clauses, without what Word computes."""
    text = paragraph.text[start:end]
    for first, last in sorted({*paragraph.fields, *paragraph.hidden}, reverse=True):
        inside = max(first, start) - start, min(last, end) - start
        if inside[0] < inside[1]:
            text = text[: inside[0]] + text[inside[1] :]
    return _CLAUSES.split(text)


def _origin(number: TextNumber, printed: Sequence[Occurrence], figure: bool) -> Origin | None:
    for occurrence in printed:
        if occurrence.value is not None and number.touches(occurrence.start, occurrence.end):
            in_text = isinstance(occurrence.value, SourcedText) and not is_figure(occurrence.value)
            return None if in_text and not figure else origin_of(occurrence.value)
    return None

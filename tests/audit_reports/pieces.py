"""What an invented report is made of: words and figures in paragraphs and tables, and their relations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain

ZERO = Decimal(0)


@dataclass(eq=False)
class Figure:
    """A figure as it is written. `factor`: what one unit is worth (万元: 10000)."""

    text: str
    key: str = ""  # the quantity it states; blank where nothing else may state it
    factor: Decimal = Decimal(1)
    unit: str = ""  # what a sentence says after it
    places: int = 0  # decimals it was rounded to, though zeros at its end may not be written
    exact: bool = False  # counts and scores
    wide: bool = False  # a share or a rate, which people cut as often as they round

    @property
    def value(self) -> Decimal:
        return Decimal(self.text.replace(",", "").replace("，", "")) * self.factor

    @property
    def half(self) -> Decimal:
        if self.exact or self.value == 0:
            return ZERO
        return Decimal(1).scaleb(-self.places) * self.factor / 2


@dataclass(eq=False)
class Words:
    """Words that can be wrong. `slips`: kind of slip -> what would stand there instead."""

    text: str
    slips: dict[str, str] = field(default_factory=dict)


Piece = str | Figure | Words


@dataclass
class Paragraph:
    pieces: list[Piece]
    heading: bool = False
    page_number: bool = False


@dataclass
class Table:
    rows: list[list[list[Piece]]]
    unit: str = ""


@dataclass
class Relation:
    """`left` is `right`: a sum of figures with signs, or 100 times the quotient of two such sums."""

    kind: str
    left: Figure
    over: list[tuple[int, Figure]]
    under: list[tuple[int, Figure]] = field(default_factory=list)

    @property
    def figures(self) -> list[Figure]:
        return [self.left, *(figure for _, figure in self.over), *(figure for _, figure in self.under)]

    def gap(self) -> Decimal:
        """How far the figures are from agreeing, beyond what rounding and cutting explain; 0: they agree."""
        low, high = _interval(self.over)
        if self.under:
            bottom, top = _interval(self.under)
            if bottom <= 0:
                return ZERO
            ends = [100 * one / other for one in (low, high) for other in (bottom, top)]
            low, high = min(ends), max(ends)
        room = self.left.half * (2 if self.left.wide else 1)
        return max(ZERO, low - self.left.value - room, self.left.value - high - room)


def _interval(terms: list[tuple[int, Figure]]) -> tuple[Decimal, Decimal]:
    middle = sum((sign * figure.value for sign, figure in terms), ZERO)
    room = sum((figure.half for _, figure in terms), ZERO)
    return middle - room, middle + room


@dataclass
class Report:
    """A finished report, its relations, and the year that it tells of."""

    form: str
    blocks: list[Paragraph | Table]
    relations: list[Relation]
    year: int
    unit: str

    def pieces(self) -> Iterator[Piece]:
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield from block.pieces
            else:
                for row in block.rows:
                    for cell in row:
                        yield from cell

    def flat(self) -> str:
        return "".join(flat(said(piece)) for piece in self.pieces())

    def place(self, sought: Piece) -> tuple[int, int]:
        """Where a piece stands in the flat text."""
        at = 0
        for piece in self.pieces():
            length = len(flat(said(piece)))
            if piece is sought:
                return at, at + length
            at += length
        raise LookupError(sought)

    def sentence(self, sought: Piece) -> str:
        """The paragraph or row in which a piece stands."""
        for block in self.blocks:
            lines = (
                [block.pieces] if isinstance(block, Paragraph) else [list(chain(*row)) for row in block.rows]
            )
            for line in lines:
                if any(piece is sought for piece in line):
                    return line_text(line)
        raise LookupError(sought)


def line_text(pieces: list[Piece]) -> str:
    return "".join(map(said, pieces))


def said(piece: Piece) -> str:
    return piece if isinstance(piece, str) else piece.text


def flat(text: str) -> str:
    return re.sub(r"\s", "", text)

"""A passage: a paragraph, or a row of a table, as one run of text without white space, and its places."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from jixiao.audit.document.finding import Pointer, TextSpan

# One character for one, so that places stay what they are.
_ALIKE = {
    ord(wide): plain
    for wide, plain in zip("０１２３４５６７８９．％－﹣–−＋", "0123456789.%----+", strict=True)
}
_ALIKE |= {ord(half): wide for half, wide in zip("()[]:;", "（）【】：；", strict=True)}
_ALIKE |= {ord(odd): plain for odd, plain in zip("﹙﹚〈〉﹕﹔﹐", "（）《》：；，", strict=True)}


Span = tuple[int, int]  # where a piece of a text begins and ends

_OF_NUMBERS = frozenset("0123456789.,%")


def tight(text: str) -> str:
    """Without any white space."""
    return "".join(text.split())


def alike(text: str) -> str:
    """The same with one sign for signs that look alike; as long as before."""
    return text.translate(_ALIKE)


def outside(text: str, place: int, *, back: bool = False) -> int:
    """A place to cut a text, moved out of a number that it would cut through: behind it, or before it."""
    place = min(max(place, 0), len(text))
    while 0 < place < len(text) and text[place - 1] in _OF_NUMBERS and text[place] in _OF_NUMBERS:
        place += -1 if back else 1
    return place


@lru_cache(maxsize=64)
def _places(text: str) -> list[int]:
    """Where in a text there is no white space."""
    return [index for index, sign in enumerate(text) if not sign.isspace()]


class SourcePiece(msgspec.Struct, frozen=True):
    """What a block or cell gives to a passage: its text begins at `start` of it, without white space."""

    start: int
    block: int
    text: str
    row: int = 0
    column: int = 0

    def span(self, start: int, end: int) -> TextSpan | None:
        """The characters of the block that are `start` to `end` of the passage, as far as it has them."""
        if end <= self.start or start - self.start >= len(self.text):
            return None
        places = _places(self.text)
        first, last = max(start - self.start, 0), min(end - self.start, len(places))
        if first >= last:
            return None
        return TextSpan(self.block, places[first], places[last - 1] + 1, self.row, self.column)


class Passage(msgspec.Struct, eq=False):
    """`text` has one sign for signs that look alike, `raw` is as written; both have the same length.

    `at`: where it begins in the text of the whole document. `page` and `paragraph` count from 1, 0 where the
    file has none. `heading`: whether it is a heading. `row`: whether it is a row of a table.
    """

    number: int
    raw: str
    text: str
    at: int
    pieces: tuple[SourcePiece, ...]
    page: int = 0
    paragraph: int = 0
    words: str = ""  # the place as people say it
    heading: bool = False
    row: bool = False

    def pointer(self, start: int, end: int, *, culprit: bool = False) -> Pointer:
        """To a piece of the passage."""
        spans = tuple(span for piece in self.pieces if (span := piece.span(start, end)))
        return Pointer(spans, self.page, self.paragraph, self.words, self.raw[start:end], culprit)

    def sentence_start(self, place: int) -> int:
        """Where the sentence begins in which a place lies."""
        return self.text.rfind("。", 0, place) + 1

    def sentence_at(self, place: int) -> str:
        """The sentence in which a place lies, without its full stop."""
        return self.text[self.sentence_start(place) :].partition("。")[0]

    def around(self, span: Span, before: int, behind: int | None = None) -> Span:
        """A piece of the passage with so many letters before and behind it, as many if one is given."""
        behind = before if behind is None else behind
        return max(span[0] - before, 0), min(span[1] + behind, len(self.text))

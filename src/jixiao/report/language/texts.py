"""Text that a template prints and that remembers where its figures come from.

To the template each is plain text, to be compared, counted and cut; only printing it shows the marks.
"""

from __future__ import annotations

import re

from jixiao.report.language.derived import Derived
from jixiao.report.language.marks import as_xml, escaped, known, marked

HAS_DIGIT = re.compile(r"\d")
_INNER = str.maketrans("“”", "‘’")


class _PrintedText(str):
    """Text that keeps what it knows when it is put before or behind other text."""

    __slots__ = ()

    def __add__(self, other: str) -> ComposedText:
        return ComposedText(self, other)

    def __radd__(self, other: str) -> ComposedText:
        return ComposedText(other, self)


class SourcedText(_PrintedText):
    """Text of a cell or of the scorecard; `source` is what holds it."""

    __slots__ = ("source",)
    source: object

    def __new__(cls, text: str, source: object) -> SourcedText:
        self = super().__new__(cls, text)
        self.source = source
        return self

    def __html__(self) -> str:
        return marked(self, str(self)) if HAS_DIGIT.search(self) else escaped(str(self))


class FixedText(_PrintedText):
    """Digits that belong to the text and are no figure: the number of an item."""

    __slots__ = ()

    def __html__(self) -> str:
        return known(str(self))


class ComposedText(_PrintedText):
    """Pieces of text, figures among them, put together by a phrase."""

    __slots__ = ("pieces",)
    pieces: tuple[object, ...]

    def __new__(cls, *pieces: object) -> ComposedText:
        self = super().__new__(cls, "".join(map(str, pieces)))
        self.pieces = pieces
        return self

    def __html__(self) -> str:
        return "".join(map(as_xml, self.pieces))


class Position(int):
    """The number of a round in a loop, or of the one beside it: no figure, and not typed by anybody."""

    def __add__(self, other: int) -> int:
        moved = int(self) + other
        return Position(moved) if abs(other) <= 1 else moved

    __radd__ = __add__

    def __sub__(self, other: int) -> int:
        return self + -other

    def __html__(self) -> str:
        return known(str(self))


class Counted(int):
    """How many rows there are; `derived` says of what."""

    derived: Derived

    def __new__(cls, number: int, derived: Derived) -> Counted:
        self = super().__new__(cls, number)
        self.derived = derived
        return self

    def __html__(self) -> str:
        return marked(self, str(self))


def trimmed(text: str, ends: str) -> str:
    """Without white space around it and the punctuation at its end."""
    if isinstance(text, SourcedText):
        return SourcedText(text.strip().rstrip(ends), text.source)
    if isinstance(text, ComposedText) and text.pieces:
        *first, last = text.pieces
        end = trimmed(last, ends) if isinstance(last, str) else last
        return ComposedText(*first, end) if end or not first else trimmed(ComposedText(*first), ends)
    return text if isinstance(text, FixedText) else text.strip().rstrip(ends)


def without(pattern: str, text: str) -> str:
    """Without what the pattern finds at its beginning."""
    if isinstance(text, SourcedText):
        return SourcedText(re.sub(f"^{pattern}", "", text), text.source)
    if isinstance(text, ComposedText) and text.pieces:
        first, *rest = text.pieces
        return ComposedText(without(pattern, first) if isinstance(first, str) else first, *rest)
    return text if isinstance(text, FixedText) else re.sub(f"^{pattern}", "", text)


def in_quotes(text: str) -> str:
    """In quotation marks; quotation marks in the text itself become single ones (GB/T 15834, 4.8)."""
    inner = text.translate(_INNER)
    return ComposedText("“", SourcedText(inner, text.source) if isinstance(text, SourcedText) else inner, "”")

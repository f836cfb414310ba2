"""Numbers in running text: where they stand, what they are worth, and which of them are figures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import msgspec

from jixiao.report.language.style import FigureWords
from jixiao.report.word.reading import Paragraph

# Digits of every script, full-width ones too; a sign counts where no other digit or letter is before it.
_NUMBER = re.compile(
    r"(?:(?<![\dA-Za-z.．%％)）])[-−－‑–])?"
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:[.．]\d+)?(?:\s?[%％‰])?"
)
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_MINUS = {ord(sign): "-" for sign in "−－‑–"}
_PER = {"%": 100, "‰": 1000}


class TextNumber(msgspec.Struct, frozen=True):
    """A number in a text; `value` is a ratio where a per cent sign stands behind it."""

    start: int
    end: int
    text: str

    @property
    def value(self) -> Decimal:
        if _PLAIN.fullmatch(self.text):
            return Decimal(self.text)
        plain = unicodedata.normalize("NFKC", self.text.translate(_MINUS))
        plain = "".join(plain.replace(",", "").split())
        per = _PER.get(plain[-1], 1)
        return Decimal(plain.rstrip("%‰")) / per

    @property
    def rate(self) -> bool:
        """True if it is given in per cent."""
        return self.text[-1] in "%％‰"

    def touches(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


def numbers_in(text: str) -> Iterator[TextNumber]:
    """Every number in the text, dates and document numbers too."""
    for match in _NUMBER.finditer(text):
        yield TextNumber(match.start(), match.end(), match[0])


def numbers_of(paragraph: Paragraph) -> Iterator[TextNumber]:
    """Every number that people read in a paragraph, at its place in the text; what is hidden divides none."""
    text = paragraph.legible
    if not paragraph.hidden:
        yield from numbers_in(text)
        return
    kept = bytearray(b"\1" * len(text))
    for start, end in paragraph.hidden:
        kept[start:end] = bytes(end - start)
    places = [place for place, shown in enumerate(kept) if shown]
    for number in numbers_in("".join(text[place] for place in places)):
        yield TextNumber(places[number.start], places[number.end - 1] + 1, number.text)


class Figures:
    """Tells figures from dates, document numbers and the like, by the expressions of report.toml."""

    def __init__(self, words: FigureWords) -> None:
        self.factors = words.units
        self.no_amounts = frozenset(words.no_amounts)
        self.units = tuple(sorted(words.units, key=len, reverse=True))
        self._others = _compiled(words.no_figures)

    def others(self, text: str) -> list[tuple[int, int]]:
        """The stretches of the text in which numbers are no figures."""
        return [match.span() for match in self._others.finditer(text)]

    def figures_in(self, text: str) -> Iterator[TextNumber]:
        """The numbers that say how much or how many."""
        others: list[tuple[int, int]] | None = None
        for number in numbers_in(text):
            others = self.others(text) if others is None else others
            if not any(number.touches(*other) for other in others):
                yield number

    def unit_at(self, text: str, position: int) -> str:
        """The unit of money that follows a number ending there; empty if there is none."""
        rest = text[position : position + 8].lstrip()
        return next((unit for unit in self.units if rest.startswith(unit)), "")


@lru_cache(maxsize=8)
def _compiled(expressions: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{expression})" for expression in expressions))

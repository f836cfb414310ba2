"""What stands for a term in spreadsheet formulas: the workbook tells, the translation asks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

import msgspec

from jixiao.relation.spread import NOTHING, Spread

_PLAIN = re.compile(r"[0-9A-Z?*×\u4e00-\u9fff]*")  # looks the same whatever width and case do


class Column(msgspec.Struct, frozen=True):
    """All cells of a term in one table, or the one cell of a term outside of tables.

    `cells` is what people typed; `values` and `halves` are the rounded figures and half their quantum,
    `lows` and `highs` the ends of their intervals (for MAX and MIN); `texts` are the words in the form in
    which they are compared; `marks` are, for a text that is looked for in them, 1 for each that contains it.
    """

    cells: str
    values: str = ""
    halves: str = NOTHING
    lows: str = ""
    highs: str = ""
    texts: str = ""
    marks: Mapping[str, str] = msgspec.field(default_factory=dict)
    single: bool = False


class Places(Protocol):
    """What stands for a term in the formulas of one scope."""

    @property
    def unit(self) -> str:
        """How many 元 the unit of the workbook is."""

    @property
    def digits(self) -> str:
        """The decimals of a cent in the unit of the workbook."""

    def cell(self, term: str) -> str:
        """The one cell that the term means here, as people typed it."""

    def figure(self, term: str) -> Spread:
        """The one cell that the term means here, as a number."""

    def text(self, term: str) -> str:
        """The same as text."""

    def words(self, term: str) -> str:
        """The same in the form in which texts are compared."""

    def columns(self, term: str) -> tuple[Column, ...]:
        """All its cells within this scope."""

    def used_rows(self, term: str) -> str:
        """More than zero if the table around the term has a row in which anything is typed."""


def quoted(text: str) -> str:
    """As text stands in a formula."""
    return '"' + text.replace('"', '""') + '"'


def containing(text: str, cell: str) -> str:
    """True if the text stands anywhere in the cell, whatever its width and case."""
    return f"ISNUMBER(SEARCH({comparable(quoted(text))},{comparable(cell)}))"


def comparable(text: str) -> str:
    """The formula's text without blanks, in capitals and of normal width."""
    if text.startswith('"') and _PLAIN.fullmatch(text[1:-1]):
        return text
    return f'UPPER(SUBSTITUTE(SUBSTITUTE(ASC({text})," ",""),"　",""))'


def code_in(text: str) -> str:
    """The formula's text if it is digits and nothing else, which alone is a code; an error if it is not."""
    bare = f'TRIM(SUBSTITUTE(ASC({text}),"　"," "))'
    digits = f'TEXT({bare}+0,REPT("0",LEN({bare})))'
    return f'IF({bare}="","",IF({digits}={bare},{bare},NA()))'

"""What stands around a table: unit of the amounts, name of the reporting unit, year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jixiao.importing.guide import Words
from jixiao.importing.labels import letters, tight, year_in
from jixiao.importing.sheets import SourceSheet

_BEHIND_NAME = re.compile(r"(?:[（(][盖公印]章[)）]|20\d\d年度?.*)+$")
_BRACKETED = re.compile(r"[（(]([^（()）]*)[)）]")


@dataclass(frozen=True, slots=True)
class Preamble:
    """Empty or None where nothing is said. `texts`: all that stands there, as written."""

    unit: str = ""
    unit_name: str = ""
    year: int | None = None
    texts: tuple[str, ...] = ()


def read_preamble(sheet: SourceSheet, first: int, last: int, words: Words) -> Preamble:
    """Read the rows from `first` to `last`."""
    rows = sheet.filled(first, last)
    texts = [cell.text for row in rows for cell in sheet.rows[row].values() if cell.number is None]
    said = [pair for row in rows for pair in _said(sheet, row, words)]
    units = [_unit(value, words) for _, value in said]
    named = [value for mark, value in said if mark in words.unit_name and value and not _unit(value, words)]
    years = [year for text in texts if (year := year_in(text))]
    return Preamble(
        unit=next((unit for unit in [*units, *_bare_units(texts, words)] if unit), ""),
        unit_name=next((name for value in named if (name := _BEHIND_NAME.sub("", value))), ""),
        year=next(iter(years), None),
        texts=tuple(texts),
    )


def _said(sheet: SourceSheet, row: int, words: Words) -> Iterator[tuple[str, str]]:
    """(word, what stands behind its colon), in the same cell or in the next."""
    pattern = _marks((*words.unit, *words.unit_name))
    number_of_table = _numbers(words.numbers)
    cells = [tight(cell.text) for cell in sheet.rows[row].values()]
    for number, text in enumerate(cells):
        found = list(pattern.finditer(text))
        for place, match in enumerate(found):
            end = found[place + 1].start() if place + 1 < len(found) else len(text)
            value = number_of_table.sub("", text[match.end() : end])
            following = cells[number + 1] if number + 1 < len(cells) else ""
            yield match[1], value if value or pattern.search(following) else following


@lru_cache(maxsize=8)
def _marks(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words behind which something is said, the longer ones first."""
    marks = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile(f"({'|'.join(map(re.escape, marks))})[:：]")


@lru_cache(maxsize=8)
def _numbers(words: tuple[str, ...]) -> re.Pattern[str]:
    """The number that a table has in its set."""
    return re.compile(f"({'|'.join(map(re.escape, words))})\\d+表?$")


def _unit(text: str, words: Words) -> str:
    plain = letters(_BRACKETED.sub("", text))
    return next((unit for unit, written in words.units.items() if plain in written), "")


def _bare_units(texts: list[str], words: Words) -> Iterator[str]:
    """A unit without a word before it, alone in a cell or in brackets."""
    for text in texts:
        yield _unit(text, words)
        yield from (_unit(inside, words) for inside in _BRACKETED.findall(tight(text)))

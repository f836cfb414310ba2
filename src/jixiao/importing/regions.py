"""A sheet -> the regions that tables take: from one title to the next, downwards and sideways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from jixiao.importing.guide import Guide, Table, Words, title_in
from jixiao.importing.labels import letters, tight
from jixiao.importing.sheets import SourceSheet

_CHAPTER = re.compile(r"第[一二三四五六七八九十]+(?:部分|章)")
_HEADING = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]")
SENTENCE = 40  # letters: a text below a table that is no label
HEAD = 6  # rows above a title in which the head of the page may stand
ASIDE = 12  # letters: a text beside a table that is no title, such as the number of the table


@dataclass(frozen=True)
class Region:
    """Rows of a sheet that belong to a table; `first` lies above the title in the first of a sheet.

    Where tables stand beside each other, `sheet` has only the columns of this one. A further piece of a table
    has no title of its own: `title` is where it begins.
    """

    sheet: SourceSheet
    table: Table
    title: tuple[int, int]
    first: int
    last: int
    further: bool = False

    @property
    def rows(self) -> list[int]:
        return self.sheet.filled(self.first, self.last)

    @property
    def below_title(self) -> Iterator[int]:
        return (row for row in self.rows if row > self.title[0] or self.further)

    def heads(self, text: str) -> bool:
        """Whether a text stands alone above the title, too: it is the head of every page."""
        above = (self.sheet.rows[row] for row in self.sheet.filled(self.title[0] - HEAD, self.title[0]))
        return any(len(cells) == 1 and text in (cell.text for cell in cells.values()) for cells in above)

    @property
    def columns(self) -> tuple[int, ...]:
        return tuple(sorted({column for row in self.rows for column in self.sheet.rows[row]}))


def regions_of(sheet: SourceSheet, guide: Guide) -> tuple[Region, ...]:
    """The tables of a sheet from top to bottom, then from left to right; a title without a table is none."""
    bands = [(row, titles) for row in sheet.rows if (titles := _titles(sheet, row, guide))]
    found: list[Region] = []
    for number, (row, titles) in enumerate(bands):
        first = row if number or sheet.is_text(row) else 1
        last = bands[number + 1][0] - 1 if number + 1 < len(bands) else max(sheet.rows)
        views = _beside_each_other(sheet, first, last, list(titles.values()))
        for view, (table, column) in zip(views, titles.items(), strict=True):
            found += _pieces(
                _ended(Region(view, table, (row, column), first, last), guide.words), guide.words
            )
    return tuple(region for region in found if any(True for _ in region.below_title))


def _titles(sheet: SourceSheet, row: int, guide: Guide) -> dict[Table, int]:
    """The tables whose titles stand in a row, each with the column of its first title."""
    titles: dict[Table, int] = {}
    for column, cell in sheet.rows[row].items():
        table = title_in(cell.text, guide) if cell.number is None else None
        if table is not None:
            titles.setdefault(table, column)
    return titles


def _ended(region: Region, words: Words) -> Region:
    """The region without what follows the table: the next chapter, or a text about something else."""
    begun = False
    for row in region.below_title:
        cells = list(region.sheet.rows[row].values())
        begun = begun or len(cells) > 1
        if len(cells) == 1 and _ends_table(cells[0].text, region.sheet.is_text(row), begun, words):
            return replace(region, last=row - 1)
    return region


def _ends_table(text: str, outside: bool, begun: bool, words: Words) -> bool:
    """`outside`: the text stands in no table of the file."""
    if letters(text).startswith(words.notes):
        return False
    if _CHAPTER.match(tight(text)) or (outside and _HEADING.match(tight(text))):
        return True
    return not outside and begun and len(letters(text)) >= SENTENCE and "。" in text


def _pieces(region: Region, words: Words) -> Iterator[Region]:
    """The region, divided where another table of the file begins. One below a text of its own is no piece."""
    tables = region.sheet.begun(region.first, region.last)
    starts = [piece.first for piece in tables if not region.sheet.is_text(piece.first)]
    further = [start for start in starts if start > region.title[0]][1:]
    ends = [start - 1 for start in further] + [region.last]
    yield replace(region, last=ends[0])
    for start, end in zip(further, ends[1:], strict=True):
        texts = region.sheet.texts_above(start)
        if not all(is_aside(text, words) or region.heads(text) for text in texts):
            return
        yield replace(region, title=(start, 1), first=start, last=end, further=True)


def is_aside(text: str, words: Words) -> bool:
    """A text that may stand between the pieces of a table: a note, the unit, a number, “续”."""
    plain = letters(text)
    said = plain.startswith(words.notes) or any(word in plain for word in (*words.unit, *words.continued))
    return said or (len(plain) <= ASIDE and not plain.endswith("表")) or plain.startswith(words.numbers)


def _beside_each_other(sheet: SourceSheet, first: int, last: int, titles: list[int]) -> list[SourceSheet]:
    """The sheet, once for each title, with the columns of that title's table only."""
    if len(titles) == 1:
        return [sheet]
    rows = sheet.filled(first, last)
    used = {column for row in rows for column in sheet.rows[row]}
    starts = [1, *(_start(left, right, used) for left, right in pairwise(titles)), max(used) + 1]
    return [sheet.part(left, right, rows) for left, right in pairwise(starts)]


def _start(left: int, right: int, used: set[int]) -> int:
    """Where the right table begins: behind the last empty column between the titles, else at its title."""
    empty = [column for column in range(left + 1, right) if column not in used]
    return max(empty) + 1 if empty else right

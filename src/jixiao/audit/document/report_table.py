"""A table of a report: of a file that knows tables, cell by cell; printed as text, word by word."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from jixiao.audit.document.lines import NOTE, UNIT_LINE, as_caption, is_contents, is_title
from jixiao.audit.document.passage import Passage, tight
from jixiao.documents.document import SourceTable

SCALES = {"元": 1, "百元": 100, "千元": 1000, "万元": 10**4, "亿元": 10**8}
LONG = 24  # letters of a cell that is no label
_CHAPTER = re.compile(r"第[一二三四五六七八九十]+(?:部分|章)")
_YEARS = re.compile(r"(?:19|20)\d\d(?=年)")
_BEHIND = re.compile(r"情况(?:说明)?$|：$")


class TableCell(msgspec.Struct, eq=False):
    """A filled cell, or a word of a table that is printed as text: then nobody knows its `column` (0)."""

    text: str
    passage: Passage
    start: int
    end: int
    column: int = 0
    width: int = 1


class TableLine(msgspec.Struct, eq=False):
    """`number`: of the row in its table."""

    cells: tuple[TableCell, ...]
    passage: Passage
    number: int = 0


class ReportTable(msgspec.Struct, eq=False):
    """`aligned`: each cell has its column. `scale`: the unit of its amounts in 元, 0 if none is said."""

    title: str
    scale: Decimal
    lines: list[TableLine]
    aligned: bool
    notes: list[Passage]
    source: SourceTable | None = None
    number: int = 0


def scale_in(text: str) -> Decimal:
    """The unit that a text states for a table, in 元; 0 if none."""
    unit = UNIT_LINE.search(text)
    return Decimal(SCALES[unit["unit"]]) if unit else Decimal(0)


def width_of(block: SourceTable, row: int, column: int) -> int:
    """Over how many columns a cell goes."""
    merge = block.merge(row, column)
    return merge.right - merge.left + 1 if merge else 1


class PrintedTables:
    """Follows the lines of a file and says which are rows of a table that is printed as text."""

    def __init__(self, tables: list[ReportTable]) -> None:
        self.tables = tables
        self.current: ReportTable | None = None

    def has_row(self, text: str, line: str = "", following: str = "") -> bool:
        """Whether a line without white space is a row; titles, units and headers begin a table.

        `line`: the same with its blanks; `following`: the next line.
        """
        if self.current is None and is_header(line, following):
            self.current = ReportTable("", Decimal(0), [], False, [], None, len(self.tables) + 1)
            self.tables.append(self.current)
            return True
        if is_contents(text):
            return False
        text = UNIT_LINE.sub("", text) or text
        title, scale = is_title(text), scale_in((line and tight(line)) or text)
        if title or (scale and len(text) <= LONG * 3):
            if title or self.current is None:
                self.current = ReportTable(
                    as_caption(text) if title else "", Decimal(0), [], False, [], None, len(self.tables) + 1
                )
                self.tables.append(self.current)
            self.current.scale = scale or self.current.scale
            return False
        if self.current is None or NOTE.match(text):
            return False
        if _ends(text) and not self._has_points(line):
            self.current = None
            return False
        return True

    def _has_points(self, line: str) -> bool:
        """Whether a line of a score table, with the reason of a deviation at its end, has its points."""
        assert self.current is not None
        heads = [cell.text for row in self.current.lines for cell in row.cells]
        numbers = [word for word in line.split() if re.fullmatch(r"\d{1,3}(?:\.\d{1,2})?", word)]
        return "分值" in heads and any(head.endswith("得分") for head in heads) and len(numbers) > 1

    def add(self, text: str, passage: Passage) -> None:
        """Take a line as a row: its words are cells."""
        cells, start = [], 0
        for word in text.split():
            cells.append(TableCell(word, passage, start, start + len(word)))
            start += len(word)
        assert self.current is not None
        self.current.lines.append(TableLine(tuple(cells), passage, len(self.current.lines) + 1))


def is_header(line: str, following: str) -> bool:
    """Words side by side, and below them a name and figures."""
    words, below = _YEARS.sub("", line).split(), following.split()
    named = len(words) > 2 and not any(re.search(r"[\d，。；]", word) or len(word) > 14 for word in words)
    numbers = sum(bool(re.fullmatch(r"-?[\d,]+(?:\.\d+)?%?", word)) for word in below)
    scored = any(word.endswith("分值") for word in words) and any(word.endswith("得分") for word in words)
    enough = numbers >= len(words) - 2 or scored
    return named and numbers >= 2 and enough and (scored or not re.search("[，。；]", following))


def _ends(text: str) -> bool:
    """Whether a line is behind the table: a chapter, a heading, a sentence."""
    sentence = re.search(r"[。；]", text) or (len(text) > LONG and "，" in text)
    return bool(_CHAPTER.match(text) or sentence or _BEHIND.search(text))

"""Rows of a table that is printed as text -> entries: codes and names wait for their figures."""

from __future__ import annotations

import re

from jixiao.audit.entries import EntryTable
from jixiao.audit.entry_rows import CODE, NUMBER, RowReader, is_name
from jixiao.audit.figure import StatedFigure
from jixiao.audit.report_table import ReportTable, TableCell


def entries_of(table: ReportTable) -> EntryTable:
    """Read a table row by row."""
    reader = RowReader(table) if table.aligned else PrintedReader(table)
    for line in table.lines:
        reader.read(line.cells)
    return reader.finished()


class PrintedReader(RowReader):
    """Reads lines of words."""

    def row(self, cells: tuple[TableCell, ...]) -> None:
        """A line of words: codes and names are held until figures come. A header that is repeated is none."""
        if all(cell.text in self.words for cell in cells):
            self.code = self.name = ""
            return
        if len(cells) > 1 and not self.code and all(is_name(cell.text) for cell in cells):
            self._blank(cells)
            return
        figures: dict[int, StatedFigure] = {}
        side = 0
        for cell, following in zip(cells, (*cells[1:], None), strict=True):
            if figures and following is not None and _is_next_code(cell.text) and is_name(following.text):
                self.put(self.code, self.name, figures, side)
                self.code, self.name, figures, side = cell.text, "", {}, side + 1
                continue
            if not figures and not self.name and self._takes_code(cell.text):
                continue
            if NUMBER.fullmatch(cell.text):
                if not figures and not self.name and following is not None and is_name(following.text):
                    continue  # the number of the row
                if figure := self.figure(cell, self.name):
                    figures[len(figures)] = figure
                continue
            if figures:
                self.put(self.code, self.name, figures, side)
                self.code, self.name, figures, side = "", "", {}, side + 1
            if re.match(r"[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]", cell.text) and self.name:
                self.put(self.code, self.name, {}, side)
                self.code = self.name = ""
                side += 1
            if re.fullmatch(r"\d{3}|\d{5}|\d{7}", cell.text):
                self.code = cell.text
            else:
                self.name += cell.text
        if figures:
            self.put(self.code, self.name, figures, side)
            self.code = self.name = ""

    def _blank(self, cells: tuple[TableCell, ...]) -> None:
        """The names of both sides of a row without figures."""
        if self.name:
            self.put(self.code, self.name, {}, 0)
        for side, cell in enumerate(cells):
            self.put("", cell.text, {}, side)
        self.code = self.name = ""

    def _takes_code(self, text: str) -> bool:
        """A code before its name, in one piece or behind the piece before it."""
        if not CODE.fullmatch(text) or (len(text) not in (3, 5, 7) and not self.code):
            return False
        self.code = text if len(text) >= 3 else self.code + text.zfill(2)
        return True


def _is_next_code(text: str) -> bool:
    return re.fullmatch(r"\d{3}|\d{5}|\d{7}", text) is not None

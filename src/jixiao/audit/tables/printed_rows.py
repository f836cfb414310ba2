"""Rows of a table that is printed as text -> entries: codes and names wait for their figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from jixiao.audit.document.report_table import ReportTable, TableCell
from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.audit.tables.entry_rows import CODE, NUMBER, RowReader, is_name

_BLANK = re.compile("—|——|－|-|--|/|／")  # a cell that says that there is nothing


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
        if self.name and len(cells) > 1 and _is_next_code(cells[0].text) and is_name(cells[1].text):
            self.put(self.code, self.name, {}, 0)  # a name without figures, behind which a row begins
            self.code = self.name = ""
        figures: dict[int, StatedFigure] = {}
        side, numbered = 0, False
        for cell, following in zip(cells, (*cells[1:], None), strict=True):
            if (figures or self._is_bare(cell, following)) and _begins(cell, following):
                self.put(self.code, self.name, figures, side)
                self.code, self.name, figures, side = cell.text, "", {}, side + 1
                continue
            if not figures and not self.name and self._takes_code(cell.text):
                continue
            if NUMBER.fullmatch(cell.text):
                if not figures and not self.name and following is not None and is_name(following.text):
                    continue  # the number of the row
                if self._is_line_number(cell.text, figures):
                    numbered = True
                    continue
                if figure := self.figure(cell, self.name):
                    figures[len(figures)] = figure
                continue
            if figures and _BLANK.fullmatch(cell.text):
                figures[len(figures)] = self.blank(cell, self.name)
                continue
            if figures and self.worded and following is None:
                continue  # what stands under 备注, 资金来源
            if figures or numbered:
                self.put(self.code, self.name, figures, side)
                self.code, self.name, figures, side, numbered = "", "", {}, side + 1, False
            if re.match(r"[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]", cell.text) and self.name:
                self.put(self.code, self.name, {}, side)
                self.code = self.name = ""
                side += 1
            if re.fullmatch(r"\d{3}|\d{5}|\d{7}", cell.text):
                self.code = cell.text
            else:
                self.name += cell.text
        if figures or numbered:
            self.put(self.code, self.name, figures, side)
            self.code = self.name = ""

    def _is_bare(self, cell: TableCell, following: TableCell | None) -> bool:
        """Whether a row has no figure before the next code: 30106 伙食补助费 30204 手续费."""
        noted = self.worded and following is None
        return bool(self.name and self.code) and not noted and self.code[0] == cell.text[0]

    def blank(self, cell: TableCell, name: str) -> StatedFigure:
        """A dash for a cell without a figure: it holds the place of its column."""
        figure = self.figure(TableCell("0", cell.passage, cell.start, cell.end), name)
        assert figure is not None
        return figure

    def _is_line_number(self, text: str, figures: dict[int, StatedFigure]) -> bool:
        """Whether it stands under 行次: behind the name, before the amount."""
        return "行次" in self.words and bool(self.name) and not figures and text.isdigit() and len(text) < 4

    def finished(self) -> EntryTable:
        self.entries = joined(self.entries)
        return super().finished()

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


def joined(entries: Sequence[TableEntry]) -> list[TableEntry]:
    """Rows that were too long for their line: figures alone go on what was before them, if rows agree."""
    groups: list[list[TableEntry]] = []
    for entry in entries:
        before = groups[-1][-1] if groups else None
        goes_on = not entry.code and not entry.name and entry.figures and before is not None
        groups[-1].append(entry) if goes_on else groups.append([entry])
    counts = Counter(count for group in groups if (count := sum(len(each.figures) for each in group)))
    usual, times = counts.most_common(1)[0] if counts else (0, 0)
    most = max((len(group[0].figures) for group in groups if len(group) == 1), default=0)
    if times * 5 < counts.total() * 4 and max(counts, default=0) > most:
        return list(entries)
    found: list[TableEntry] = []
    for group in groups:
        count = sum(len(each.figures) for each in group)
        found += [_one_of(group)] if len(group) > 1 and (count == usual or count <= most) else group
    return found


def _one_of(group: Sequence[TableEntry]) -> TableEntry:
    figures = [figure for entry in group for figure in entry.figures.values()]
    for figure in figures:
        figure.label = group[0].name
    first = group[0]
    return TableEntry(first.code, first.name, dict(enumerate(figures)), first.side, first.number)


def _is_next_code(text: str) -> bool:
    return re.fullmatch(r"\d{3}|\d{5}|\d{7}", text) is not None


def _begins(cell: TableCell, following: TableCell | None) -> bool:
    """Whether an entry begins: a code, and its name behind it."""
    return following is not None and _is_next_code(cell.text) and is_name(following.text)

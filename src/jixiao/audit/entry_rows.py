"""Rows of a table -> entries: where codes, names and figures stand, also where a table is printed as text."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.audit.entries import EntryTable, TableEntry
from jixiao.audit.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures import number
from jixiao.audit.report_table import ReportTable, TableCell

_NUMBER = re.compile(r"[(（]?[+\-]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?[)）]?%?")
_CODE = re.compile(r"\d{2,3}|\d{5}|\d{7}|\d")
_RATE = re.compile(r"[率%]$|（%）|%）$|占比|比重|比例$|进度$")
_LINE_NUMBERS = ("行次", "栏次", "序号")
_CODES = re.compile(r"编码|代码|^类$|^款$|^项$|科目")


def entries_of(table: ReportTable) -> EntryTable:
    """Read a table row by row."""
    reader = _Reader(table)
    for line in table.lines:
        reader.read(line.cells)
    return reader.finished()


class _Reader:
    """`code` and `name` wait for their figures, which in a printed table may stand lines below."""

    def __init__(self, table: ReportTable) -> None:
        self.table = table
        self.entries: list[TableEntry] = []
        self.heads: dict[int, list[str]] = {}
        self.carried: dict[int, str] = {}
        self.code = self.name = ""
        self.begun = False
        self.skipped = set[int]()
        self.words = set[str]()  # of the header
        self.lines = list[list[str]]()

    def read(self, cells: tuple[TableCell, ...]) -> None:
        cells = tuple(cell for cell in cells if cell.column == 0 or cell.column not in self.skipped)
        if not self.begun and not self._is_data(cells):
            self._head(cells)
            return
        self.begun = True
        self._row(cells) if self.table.aligned else self._printed(cells)

    def _is_data(self, cells: tuple[TableCell, ...]) -> bool:
        """A row with a figure, and a name or code; numbers of columns are none."""
        numbers = [cell for cell in cells if _NUMBER.fullmatch(cell.text)]
        texts = [cell for cell in cells if _is_name(cell.text)]
        if not numbers:
            return bool(texts) and any(re.match(r"[一二三]、", cell.text) for cell in texts)
        if texts and all(any(word in cell.text for word in (*_LINE_NUMBERS, "编码")) for cell in texts):
            return False
        integers = [cell.text for cell in numbers]
        return (
            bool(texts) or integers != [str(one) for one in range(1, len(integers) + 1)] or len(integers) < 3
        )

    def _heads_by_words(self, count: int) -> dict[int, str]:
        """What stands above the columns, where a line of the header has a word for each."""
        rows = [words for words in self.lines if len(words) in (count + 1, count + 2)]
        if not rows:
            return {}
        heads = dict(enumerate(rows[-1][-count:]))
        for entry in self.entries:
            for column, figure in entry.figures.items():
                if _RATE.search(heads[column]) and figure.measure is Metric.MONEY:
                    figure.value, figure.step = figure.value / figure.scale, figure.step / figure.scale
                    figure.measure, figure.unit, figure.scale = Metric.PERCENT, "%", Decimal(1)
        return heads

    def _head(self, cells: tuple[TableCell, ...]) -> None:
        self.words |= {cell.text for cell in cells}
        self.lines.append([cell.text for cell in cells])
        for cell in cells:
            for column in range(cell.column, cell.column + cell.width):
                self.heads.setdefault(column, []).append(cell.text)
            if cell.column and any(cell.text.startswith(word) for word in _LINE_NUMBERS) and cell.width == 1:
                self.skipped.add(cell.column)

    def _row(self, cells: tuple[TableCell, ...]) -> None:
        """A row of which each cell has its column: a name begins an entry, figures follow."""
        code, name, figures, side = "", "", dict[int, StatedFigure](), 0
        named = False
        for cell in cells:
            if _is_name(cell.text):
                if named:
                    self._put(code, name, figures, side)
                    code, figures, side = "", {}, side + 1
                name, named = cell.text, True
            elif self._is_code(cell, named):
                if figures or (named and self._is_under_code(cell)):
                    self._put(code, name, figures, side)
                    code, name, named, figures, side = "", "", False, {}, side + 1
                code = self._joined(code, cell)
            elif not named and any(_is_name(other.text) for other in cells if other.column > cell.column):
                continue  # the number of the row
            elif figure := self._figure(cell, name):
                figures[cell.column] = figure
        if named or figures:
            self._put(code, name, figures, side)

    def _is_under_code(self, cell: TableCell) -> bool:
        return any(_CODES.search(word) and "名称" not in word for word in self.heads.get(cell.column, ()))

    def _is_code(self, cell: TableCell, named: bool) -> bool:
        if not _CODE.fullmatch(cell.text):
            return False
        return (
            self._is_under_code(cell)
            or (not named and not self.heads.get(cell.column))
            or (not named and len(cell.text) in (3, 5, 7))
        )

    def _joined(self, code: str, cell: TableCell) -> str:
        """Codes that are spread over columns: what stands to the left, if need be in a row above."""
        text = cell.text
        if len(text) >= 3:
            self.carried = {cell.column: text}
            return text
        text = text.zfill(2)
        before = "".join(part for column, part in sorted(self.carried.items()) if column < cell.column)
        self.carried = {c: part for c, part in self.carried.items() if c < cell.column} | {cell.column: text}
        return (code or before) + text if code or before else ""

    def _printed(self, cells: tuple[TableCell, ...]) -> None:
        """A line of words: codes and names are held until figures come. A header that is repeated is none."""
        if all(cell.text in self.words for cell in cells):
            self.code = self.name = ""
            return
        if len(cells) > 1 and not self.code and all(_is_name(cell.text) for cell in cells):
            self._blank(cells)
            return
        figures: dict[int, StatedFigure] = {}
        side = 0
        for cell, following in zip(cells, (*cells[1:], None), strict=True):
            if figures and following is not None and _is_next_code(cell.text) and _is_name(following.text):
                self._put(self.code, self.name, figures, side)
                self.code, self.name, figures, side = cell.text, "", {}, side + 1
                continue
            if not figures and not self.name and self._takes_code(cell.text):
                continue
            if _NUMBER.fullmatch(cell.text):
                if not figures and not self.name and following is not None and _is_name(following.text):
                    continue  # the number of the row
                if figure := self._figure(cell, self.name):
                    figures[len(figures)] = figure
                continue
            if figures:
                self._put(self.code, self.name, figures, side)
                self.code, self.name, figures, side = "", "", {}, side + 1
            if re.match(r"[一二三四五六七八九十]{1,3}、|\d{1,2}[.、]", cell.text) and self.name:
                self._put(self.code, self.name, {}, side)
                self.code = self.name = ""
                side += 1
            if re.fullmatch(r"\d{3}|\d{5}|\d{7}", cell.text):
                self.code = cell.text
            else:
                self.name += cell.text
        if figures:
            self._put(self.code, self.name, figures, side)
            self.code = self.name = ""

    def _blank(self, cells: tuple[TableCell, ...]) -> None:
        """The names of both sides of a row without figures."""
        if self.name:
            self._put(self.code, self.name, {}, 0)
        for side, cell in enumerate(cells):
            self._put("", cell.text, {}, side)
        self.code = self.name = ""

    def _takes_code(self, text: str) -> bool:
        """A code before its name, in one piece or behind the piece before it."""
        if not _CODE.fullmatch(text) or (len(text) not in (3, 5, 7) and not self.code):
            return False
        self.code = text if len(text) >= 3 else self.code + text.zfill(2)
        return True

    def _figure(self, cell: TableCell, name: str) -> StatedFigure | None:
        if not _NUMBER.fullmatch(cell.text):
            return None
        text = cell.text.strip("()（）%")
        value, places = number(text)
        value = -value if cell.text[0] in "(（" else value
        rate = cell.text.endswith("%") or (cell.column > 0 and self._is_rate(cell.column))
        scale = Decimal(1) if rate else self.table.scale or Decimal(1)
        measure = Metric.PERCENT if rate else Metric.MONEY
        unit = "%" if rate else _UNITS.get(int(self.table.scale), "")
        step = Decimal(1).scaleb(-places) * scale
        figure = StatedFigure(
            value * scale, step, measure, unit, scale, cell.passage, cell.start, cell.end, name
        )
        figure.label_start, figure.role, figure.printed = cell.start, FigureRole.PLAIN, True
        return figure

    def _is_rate(self, column: int) -> bool:
        return any(_RATE.search(word) for word in self.heads.get(column, ())[-2:])

    def _put(self, code: str, name: str, figures: dict[int, StatedFigure], side: int) -> None:
        run_on = _RUN_ON.match(name) if not self.table.aligned else None
        if run_on:  # the name of a row that has no figure stands before that of a total
            self.entries.append(TableEntry("", run_on[1], {}, side, len(self.entries)))
            name = run_on[2]
        self.entries.append(TableEntry(code, name, figures, side, len(self.entries)))

    def finished(self) -> EntryTable:
        counts = [len(entry.figures) for entry in self.entries if entry.figures]
        columns = sorted({column for entry in self.entries for column in entry.figures})
        whole = self.table.aligned or (bool(counts) and min(counts) == max(counts))
        heads = {column: "".join(words) for column, words in self.heads.items()}
        if not self.table.aligned and whole and counts:
            heads = self._heads_by_words(counts[0])
        return EntryTable(self.table, self.entries, columns, heads, whole)


_RUN_ON = re.compile(r"(.+?)(本年收入合计|本年支出合计|收入总计|支出总计|总计)$")
_UNITS = {1: "元", 100: "百元", 1000: "千元", 10**4: "万元", 10**8: "亿元"}


def _is_next_code(text: str) -> bool:
    return re.fullmatch(r"\d{3}|\d{5}|\d{7}", text) is not None


def _is_name(text: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", text)) and not _NUMBER.fullmatch(text)

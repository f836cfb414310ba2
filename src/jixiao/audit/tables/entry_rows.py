"""Rows of a table of which each cell has its column -> entries: where codes, names and figures stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from jixiao.audit.document.report_table import ReportTable, TableCell
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.figures import number
from jixiao.audit.tables.column_measures import GAP, ROUNDED, measure_of, measured, scale_of, unit_of
from jixiao.audit.tables.entries import EntryTable, TableEntry, unshift
from jixiao.audit.tables.run_on_names import run_on

NUMBER = re.compile(r"[(（]?[+\-]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?[)）]?%?")
CODE = re.compile(r"\d{2,3}|\d{5}|\d{7}|\d")
_FEWEST = 4  # rows with figures
_LINE_NUMBERS = ("行次", "栏次", "序号")
_WORDED = re.compile(
    "资金来源|来源|备注|说明|(?:实施|责任|项目|承办|主管)(?:单位|科室|部门|股室)|资金性质|支出方向|采购方式|建设地点|完成情况|用途|主要内容|偏差原因.*|扣分原因|未完成原因.*"
)
_CODES = re.compile(r"编码|代码|^类$|^款$|^项$|科目")


class RowReader:
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
        self.worded = False  # its last column holds words
        self.lines = list[list[str]]()

    def read(self, cells: tuple[TableCell, ...]) -> None:
        cells = tuple(cell for cell in cells if cell.column == 0 or cell.column not in self.skipped)
        if not self.begun and not self._is_data(cells):
            self._head(cells)
            return
        self.begun = True
        self.row(cells)

    def _is_data(self, cells: tuple[TableCell, ...]) -> bool:
        """A row with a figure, and a name or code; numbers of columns are none."""
        numbers = [cell for cell in cells if NUMBER.fullmatch(cell.text)]
        texts = [cell for cell in cells if is_name(cell.text)]
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
        named = [words for words in self.lines if all(map(is_name, words[-count:]))]
        rows = [words for words in named if len(words) in (count + 1, count + 2)]
        if not rows:
            return {}
        heads = dict(enumerate(rows[-1][-count:]))
        for entry in self.entries:
            for column, figure in entry.figures.items():
                measured(figure, measure_of([heads[column]]), self.table.scale)
        return heads

    def _head(self, cells: tuple[TableCell, ...]) -> None:
        self.words |= {cell.text for cell in cells}
        words = [cell.text for cell in cells]
        self.worded = not self.table.aligned and len(words) > 2 and bool(_WORDED.fullmatch(words[-1]))
        self.lines.append(words[:-1] if self.worded else words)
        for cell in cells:
            for column in range(cell.column, cell.column + cell.width):
                self.heads.setdefault(column, []).append(cell.text)
            if cell.column and any(cell.text.startswith(word) for word in _LINE_NUMBERS) and cell.width == 1:
                self.skipped.add(cell.column)

    def row(self, cells: tuple[TableCell, ...]) -> None:
        """A row of which each cell has its column: a name begins an entry, figures follow."""
        code, name, figures, side = "", "", dict[int, StatedFigure](), 0
        named = False
        last = max((cell.column for cell in cells if is_name(cell.text)), default=-1)
        for cell in cells:
            if is_name(cell.text):
                if named:
                    self.put(code, name, figures, side)
                    code, figures, side = "", {}, side + 1
                name, named = cell.text, True
            elif self._is_code(cell, named):
                if figures or (named and self._is_under_code(cell)):
                    self.put(code, name, figures, side)
                    code, name, named, figures, side = "", "", False, {}, side + 1
                code = self._joined(code, cell)
            elif not named and cell.column < last:
                continue  # the number of the row
            elif figure := self.figure(cell, name):
                figures[cell.column] = figure
        if named or figures:
            self.put(code, name, figures, side)

    def _is_under_code(self, cell: TableCell) -> bool:
        return any(_CODES.search(word) and "名称" not in word for word in self.heads.get(cell.column, ()))

    def _is_code(self, cell: TableCell, named: bool) -> bool:
        if not CODE.fullmatch(cell.text):
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
        left = dict(sorted((c, part) for c, part in self.carried.items() if c < cell.column)[-_LEVELS:])
        before = "".join(left.values())
        self.carried = {**left, cell.column: text}
        return (code or before) + text if code or before else ""

    def figure(self, cell: TableCell, name: str) -> StatedFigure | None:
        if not NUMBER.fullmatch(cell.text):
            return None
        text = cell.text.strip("()（）%")
        value, places = number(text)
        value = -value if cell.text[0] in "(（" else value
        heads = self.heads.get(cell.column, ()) if cell.column else ()
        said = self.table.scale or scale_of(heads) or self._scale_of_gaps(heads)
        scale = said or Decimal(1)
        step = Decimal(1).scaleb(-places) * scale
        unit = unit_of(Metric.MONEY, said)
        figure = StatedFigure(
            value * scale, step, Metric.MONEY, unit, scale, cell.passage, cell.start, cell.end, name
        )
        measured(figure, Metric.PERCENT if cell.text.endswith("%") else measure_of(heads), self.table.scale)
        figure.label_start, figure.role, figure.printed = cell.start, FigureRole.PLAIN, True
        return figure

    def _scale_of_gaps(self, heads: Sequence[str]) -> Decimal:
        """增减额 beside 2024年（万元） and 2023年（万元） is in 万元, too."""
        if not heads or not GAP.search(heads[-1]):
            return Decimal(0)
        said = {scale for words in self.heads.values() if words and (scale := scale_of(words))}
        return said.pop() if len(said) == 1 else Decimal(0)

    def _is_whole_but_rates(self, counts: list[int]) -> bool:
        """Whether only a total lacks its rates: 总分 100 93.61; then its figures get the other columns."""
        most = max(counts)
        short = [entry for entry in self.entries if entry.figures and len(entry.figures) < most]
        heads = self._heads_by_words(most)
        if len(short) != 1 or not short[0].is_total or len(counts) < _FEWEST or not heads:
            return False
        summed = [c for c in range(most) if measure_of([heads[c]]) is not Metric.PERCENT]
        if len(summed) != len(short[0].figures):
            return False
        figures = dict(zip(summed, short[0].figures.values(), strict=True))
        for column, figure in figures.items():
            measured(figure, measure_of([heads[column]]), self.table.scale)
        short[0].figures = figures
        return True

    def put(self, code: str, name: str, figures: dict[int, StatedFigure], side: int) -> None:
        before, name = ("", name) if self.table.aligned else run_on(name)
        if before:
            self.entries.append(TableEntry("", before, {}, side, len(self.entries)))
        self.entries.append(TableEntry(code, name, figures, side, len(self.entries)))

    def finished(self) -> EntryTable:
        if self.table.aligned:
            unshift(self.entries)
        counts = [len(entry.figures) for entry in self.entries if entry.figures]
        columns = sorted({column for entry in self.entries for column in entry.figures})
        whole = self.table.aligned or (bool(counts) and min(counts) == max(counts))
        heads = {column: "".join(words) for column, words in self.heads.items()}
        if not self.table.aligned and counts:
            whole = whole or self._is_whole_but_rates(counts)
            heads = self._heads_by_words(max(counts)) if whole else heads
        for entry in self.entries:
            if measure_of([entry.name]) is Metric.SCORE:  # a row of points in a table that lies on its side
                for figure in entry.figures.values():
                    measured(figure, Metric.SCORE, self.table.scale)
        if not self.table.scale and not any(
            ROUNDED.search(head) for head in (self.table.title, *heads.values())
        ):
            _count(self.entries)
        return EntryTable(self.table, self.entries, columns, heads, whole)


def _count(entries: Sequence[TableEntry]) -> None:
    """很满意 268 较满意 213: what has no decimals and no unit anywhere is counted, and rounded nowhere."""
    amounts = [f for entry in entries for f in entry.figures.values() if f.measure is Metric.MONEY]
    if all(figure.step == 1 for figure in amounts):
        for figure in amounts:
            figure.step = Decimal(0)


_LEVELS = 5  # columns over which a code may be spread


def is_name(text: str) -> bool:
    """Whether a cell holds words."""
    return bool(re.search(r"[\u4e00-\u9fff]", text)) and not NUMBER.fullmatch(text)

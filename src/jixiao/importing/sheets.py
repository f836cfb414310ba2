"""A foreign sheet: what stands in each cell, and which cells are merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from jixiao.model.figures import plain
from jixiao.workbook.reading.numbers_and_dates import number_from_stored, number_from_text

ERROR = "单元格是错误值"
UNCALCULATED = "公式没有算出结果，请用 Excel 打开保存一次"
HIDDEN_ROW = "这一行是隐藏的，没有导入；要导入请先取消隐藏"
STRUCK = "单元格里有划了删除线的字，分不清哪个数算数"
PICTURE = "单元格里是图片，读不出内容"


@dataclass(frozen=True, slots=True)
class SourceCell:
    """`text` is what a person reads; `number` is there if the cell holds a number, not a text."""

    text: str
    number: Decimal | None = None
    trouble: str = ""  # why nothing can be read from it


@dataclass(frozen=True, slots=True)
class Merge:
    top: int
    left: int
    bottom: int
    right: int

    def covers(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class SourceSheet:
    """`rows`: row -> column -> filled cell; both count from 1."""

    file: str
    name: str
    rows: Mapping[int, Mapping[int, SourceCell]]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False

    def part(self, left: int, right: int) -> SourceSheet:
        """The columns from `left` up to, but without, `right`; cells keep their places."""
        rows = {
            row: {column: cell for column, cell in cells.items() if left <= column < right}
            for row, cells in self.rows.items()
        }
        return replace(self, rows={row: cells for row, cells in rows.items() if cells})

    @property
    def place(self) -> tuple[str, str]:
        """File and sheet, the same for all parts of it."""
        return self.file, self.name

    def seen(self, row: int, column: int) -> str:
        """The text that stands at a place, also where a merged cell covers it."""
        cell = self.rows.get(row, {}).get(column)
        if cell is not None:
            return cell.text
        merge = self.merge(row, column)
        master = self.rows.get(merge.top, {}).get(merge.left) if merge else None
        return master.text if master else ""

    def merge(self, row: int, column: int) -> Merge | None:
        return next((merge for merge in self.merges if merge.covers(row, column)), None)


def in_hidden_row(cell: SourceCell) -> SourceCell:
    """A figure that nobody sees is not taken, but told of; a zero and a label are as good as seen."""
    typed = number_from_text(cell.text) if cell.number is None else None
    number = typed.value if typed else cell.number
    return replace(cell, trouble=cell.trouble or HIDDEN_ROW) if number else cell


def number_cell(stored: str) -> SourceCell:
    """A cell that holds a number as Excel stores it."""
    try:
        number = number_from_stored(stored)
    except ValueError:
        return SourceCell(stored, None, ERROR)
    return SourceCell(plain(number), number)

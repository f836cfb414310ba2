"""What stands in a cell of a foreign table, and why nothing can be read from some."""

from __future__ import annotations

from decimal import Decimal

import msgspec
from msgspec.structs import replace

from jixiao.model.figures import plain, round_half_up
from jixiao.workbook.reading.numbers_and_dates import date_from_serial, number_from_stored, number_from_text

ERROR = "单元格是错误值"
UNCALCULATED = "公式没有算出结果，请用 Excel 打开保存一次"
HIDDEN_ROW = "这一行是隐藏的，没有导入；要导入请先取消隐藏"
HIDDEN_COLUMN = "这一列是隐藏的，没有导入；要导入请先取消隐藏"
STRUCK = "单元格里有划了删除线的字，分不清哪个数算数"
SCALED = "数字格式把这个数缩小了显示，看到的和存的不是一个数；要导入请先把格式改成“常规”"
PICTURE = "单元格里是图片，读不出内容"


_NOISE = Decimal("0.000001")  # what calculating leaves behind


class SourceCell(msgspec.Struct, frozen=True):
    """`text` is what a person reads, as written; `number` is there if the cell holds a number, not a text.

    `shown`: the rounded number that the cell shows instead. `struck`: the whole cell is struck out.
    """

    text: str
    number: Decimal | None = None
    trouble: str = ""  # why nothing can be read from it
    shown: str = ""
    struck: bool = False


def number_cell(stored: str) -> SourceCell:
    """A cell that holds a number as Excel stores it."""
    try:
        number = number_from_stored(stored)
    except ValueError:
        return SourceCell(stored, None, ERROR)
    return SourceCell(plain(number), number)


def as_shown(cell: SourceCell, decimals: int | None, dated: bool) -> SourceCell:
    """A number as its format shows it: a day is no number, what is rounded is told from what is stored."""
    if cell.number is None:
        return cell
    if dated and (day := date_from_serial(cell.number, False)):
        return SourceCell(day.isoformat(), None, cell.trouble)
    rounded = cell.number if decimals is None else round_half_up(cell.number, Decimal(1).scaleb(-decimals))
    return replace(cell, shown=plain(rounded)) if abs(rounded - cell.number) > _NOISE else cell


def in_hidden_row(cell: SourceCell, reason: str = HIDDEN_ROW) -> SourceCell:
    """A figure that nobody sees is not taken, but told of; a zero and a label are as good as seen."""
    typed = number_from_text(cell.text) if cell.number is None else None
    number = typed.value if typed else cell.number
    return replace(cell, trouble=cell.trouble or reason) if number else cell

"""What stands in a cell of a foreign table, and why nothing can be read from some."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jixiao.model.figures import plain
from jixiao.workbook.reading.numbers_and_dates import number_from_stored, number_from_text

ERROR = "单元格是错误值"
UNCALCULATED = "公式没有算出结果，请用 Excel 打开保存一次"
HIDDEN_ROW = "这一行是隐藏的，没有导入；要导入请先取消隐藏"
HIDDEN_COLUMN = "这一列是隐藏的，没有导入；要导入请先取消隐藏"
STRUCK = "单元格里有划了删除线的字，分不清哪个数算数"
SCALED = "数字格式把这个数缩小了显示，看到的和存的不是一个数；要导入请先把格式改成“常规”"
PICTURE = "单元格里是图片，读不出内容"


class SourceCell(msgspec.Struct, frozen=True):
    """`text` is what a person reads, as written; `number` is there if the cell holds a number, not a text."""

    text: str
    number: Decimal | None = None
    trouble: str = ""  # why nothing can be read from it


def number_cell(stored: str) -> SourceCell:
    """A cell that holds a number as Excel stores it."""
    try:
        number = number_from_stored(stored)
    except ValueError:
        return SourceCell(stored, None, ERROR)
    return SourceCell(plain(number), number)


def in_hidden_row(cell: SourceCell, reason: str = HIDDEN_ROW) -> SourceCell:
    """A figure that nobody sees is not taken, but told of; a zero and a label are as good as seen."""
    typed = number_from_text(cell.text) if cell.number is None else None
    number = typed.value if typed else cell.number
    return SourceCell(cell.text, cell.number, cell.trouble or reason) if number else cell

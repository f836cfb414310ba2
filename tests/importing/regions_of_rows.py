"""A table as a region of a sheet, made of rows of texts: the beginning of direct tests."""

from __future__ import annotations

from importing.readings import ACCOUNTS
from importing.test_sheets import only_sheet, table

from jixiao.documents.document import SourceParagraph, SourcePlace
from jixiao.importing.guide import load_guide
from jixiao.importing.reading import read_table
from jixiao.importing.regions import Region, regions_of
from jixiao.importing.table_reading import TableReading

GUIDE = load_guide(ACCOUNTS)
HEADER = ("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出")
TOTAL = ("合计", "", "10.00", "4.00", "6.00")
CLASS = ("208", "社会保障和就业支出", "10.00", "4.00", "6.00")


def region_of(title: str, *rows: tuple[str, ...]) -> Region:
    head = SourceParagraph(title, SourcePlace(paragraph=1))
    filled = [tuple(text for text in row) for row in rows]
    block = table(SourcePlace(table=1), *filled)
    cells = {
        row: {column: cell for column, cell in each.items() if cell.text} for row, each in block.rows.items()
    }
    (region,) = regions_of(only_sheet(head, type(block)(block.place, cells)), GUIDE)
    return region


def reading_of(title: str, *rows: tuple[str, ...]) -> TableReading:
    return read_table(region_of(title, *rows), GUIDE, ACCOUNTS)

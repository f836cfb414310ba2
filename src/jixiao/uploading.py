"""A workbook -> an .xlsx in the columns of the budget platform, to be pasted or imported there."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import msgspec

from jixiao.files import write_new
from jixiao.inspection import Inspection
from jixiao.made_marks import AUTHOR, MADE
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Fact, Kind, Record
from jixiao.model.figures import round_half_up
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack
from jixiao.pack.upload import (
    GRADE,
    TOTAL,
    UploadCell,
    UploadFile,
    UploadSheet,
    load_upload,
    packs_with_upload,
)
from jixiao.pipeline import inspect
from jixiao.relation.functions.numbers import number_in
from jixiao.relation.texts import same_text

HUNDRED = Decimal(100)

ENDING = ".xlsx"


class Uploaded(msgspec.Struct, frozen=True):
    """Where the tables are, how many rows each has, and what was found in the workbook they come from."""

    path: Path
    rows: dict[str, int]
    inspection: Inspection


def upload_tables(book: Path, out: Path, pack: Pack | None = None) -> Uploaded:
    """Write the tables. Raises UnusableInput for a workbook whose form no platform takes, or a taken name."""
    found = inspect(book, pack)
    file = load_upload(found.pack)
    if file is None:
        known = "、".join(f"“{load_pack(name).form.title}”" for name in packs_with_upload())
        raise UnusableInput(f"“{found.pack.form.title}”没有系统填报的表。有的是：{known}。")
    if out.suffix.lower() != ENDING:
        raise UnusableInput(
            f"文件名“{out.name}”应以 .xlsx 结尾，例如：{out.stem.strip('.') or book.stem}.xlsx。"
        )
    if out.exists():
        raise UnusableInput(f"“{out}”已经存在，没有覆盖它。请换一个文件名。")
    if not out.parent.is_dir():
        raise UnusableInput(f"文件夹“{out.parent}”不存在。请先建立，或换一个位置。")
    tables = {sheet.name: list(_rows(sheet, file, found)) for sheet in file.sheet}
    write_new(out, _written(file, tables))
    return Uploaded(out, {name: len(rows) for name, rows in tables.items()}, found)


def _rows(sheet: UploadSheet, file: UploadFile, found: Inspection) -> Iterator[list[str | Decimal]]:
    records = found.record.groups.get(sheet.table, ()) if sheet.table else (found.record,)
    for record in records:
        yield [_value(column, record, file, found) for column in sheet.columns]


def _value(column: UploadCell, record: Record, file: UploadFile, found: Inspection) -> str | Decimal:
    if column.score:
        return _scored(column.score, found)
    fact = record.fields.get(column.term) or found.record.fields[column.term]
    if column.digits:
        return _digits(fact.text)
    if column.unit_of and not fact.text and _is_percentage(record.fields[column.unit_of].text):
        return "%"
    return _shown(fact, file)


def _digits(text: str) -> str | Decimal:
    """Of a number: without commas, and of a percentage without its sign; words stay as they are."""
    number = number_in(text)
    if number is None:
        return text
    return number * HUNDRED if _is_percentage(text) else number


def _is_percentage(text: str) -> bool:
    return number_in(text) is not None and same_text(text).endswith("%")


def _shown(fact: Fact, file: UploadFile) -> str | Decimal:
    """As the platform takes it: amounts in its unit, rates in per cent, anything else as it stands."""
    if not isinstance(fact.value, Decimal):
        return fact.text
    if fact.kind is Kind.AMOUNT:
        return round_half_up(fact.value / file.unit, Decimal(1).scaleb(-file.decimals))
    return round_half_up(fact.value * HUNDRED) if fact.kind is Kind.PERCENT else fact.value


def _scored(wanted: str, found: Inspection) -> str | Decimal:
    card = found.scorecard
    if card is None:
        return ""
    if wanted in (TOTAL, GRADE):
        if not card.complete:
            return ""  # what has been scored so far is no total
        return card.total if wanted == TOTAL else card.grade
    score = next((each.score for each in card.scores if each.id == wanted), None)
    return "" if score is None else score


def _written(file: UploadFile, tables: dict[str, list[list[str | Decimal]]]) -> bytes:
    import xlsxwriter

    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.set_properties({"author": AUTHOR, "created": MADE})
        head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"})
        plain, amount = ({"border": 1, "valign": "vcenter"}, {"num_format": f"0.{'0' * file.decimals}"})
        looks = {False: book.add_format(plain | {"text_wrap": True}), True: book.add_format(plain | amount)}
        for sheet in file.sheet:
            paper = book.add_worksheet(sheet.name)
            paper.freeze_panes(1, 0)
            paper.set_column(0, len(sheet.columns) - 1, 16)
            paper.write_row(0, 0, [column.label for column in sheet.columns], head)
            for row, cells in enumerate(tables[sheet.name], 1):
                for left, cell in enumerate(cells):
                    if isinstance(cell, Decimal):
                        paper.write_number(row, left, cell, looks[cell.as_tuple().exponent == -file.decimals])
                    elif cell:
                        paper.write_string(row, left, cell, looks[False])
                    else:
                        paper.write_blank(row, left, None, looks[False])
    return target.getvalue()

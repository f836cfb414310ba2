"""Plain cells are found by a pattern, the others are parsed: what is read is the same."""

from __future__ import annotations

import pytest
from workbook.books import package_of, sample, with_members

from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.cells import cells_in, filled_cells, raw_cells
from jixiao.workbook.file.filled_sheet import filled_sheet
from jixiao.workbook.file.plain_cells import PlainCell, plain_cells
from jixiao.workbook.file.shared_strings import SharedStrings

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
NUMBER, TEXT = '<c r="B1" s="4"><v>-12.50</v></c>', '<c r="A1" t="s"><v>0</v></c>'
STRING = '<c r="C1" t="str"><f/><v>丙</v></c>'


def sheet(rows: str, root: str = MAIN) -> bytes:
    return f"<worksheet {root}><sheetData>{rows}</sheetData></worksheet>".encode()


def test_a_number_and_a_shared_text_are_taken_and_hollow_rows_left_out():
    rest, found = plain_cells(sheet(f'<row r="1">{TEXT}{NUMBER}</row><row r="2">{STRING}</row>'))
    assert found == {"A1": PlainCell("0", True, ""), "B1": PlainCell("-12.50", False, "4")}
    assert rest == sheet(f'<row r="2">{STRING}</row>')


@pytest.mark.parametrize(
    "cell",
    [
        STRING,
        '<c r="A1"><f>1+1</f><v>2</v></c>',
        '<c r="A1" t="e"><v>#REF!</v></c>',
        '<c r="A1" t="b"><v>1</v></c>',
        '<c r="A1"><v></v></c>',
        '<c r="A1"><v> 1</v></c>',
        '<c r="A1"><v>1 &amp; 2</v></c>',
        '<c r="A1" cm="1"><v>1</v></c>',
        '<c r="A0"><v>1</v></c>',
    ],
)
def test_any_other_cell_is_parsed(cell: str):
    content = sheet(f'<row r="1">{cell}</row>')
    assert plain_cells(content) == (content, {})


@pytest.mark.parametrize(
    "content",
    [
        sheet(f'<row r="1">{NUMBER}{NUMBER}</row>'),
        sheet(f'<row r="1">{NUMBER}<x xmlns="other">{TEXT}</x></row>'),
        sheet("").replace(b"worksheet", b"x:worksheet"),
        f"<worksheet {MAIN}>{NUMBER}</worksheet>".encode(),
    ],
)
def test_of_a_sheet_that_may_mean_something_else_nothing_is_taken(content: bytes):
    assert plain_cells(content) == (content, {})


@pytest.mark.parametrize(
    "rows",
    [
        f'<row r="1">{TEXT}{NUMBER}{STRING}</row>',
        f'<row r="1">{NUMBER}<c r="B1"><f>1</f><v>3</v></c></row>',
        f'<row r="1"><c r="B1"><f>1</f><v>3</v></c>{NUMBER}</row>',
        f"<row>{NUMBER}<c><v>5</v></c></row>",
        f'<row r="1"><!-- {NUMBER} -->{TEXT}</row>',
        '<row r="1"><c r="A1" t="n"><v>1.5E-3</v></c><c r="B1"><v>1E400</v></c></row>',
        f'<row r="1"><c r="A1" s="3" t="s"><v>0</v></c><extLst><c r="A1"/></extLst>{NUMBER}</row>',
    ],
)
def test_the_cells_are_those_of_the_parsed_sheet(rows: str):
    strings = f"<sst {MAIN}><si><t>甲</t></si></sst>".encode()
    package = package_of(with_members(sample(), {SHEET: sheet(rows), "xl/sharedStrings.xml": strings}))
    root = filled_sheet(package, SHEET)
    assert root is not None
    parsed = raw_cells(cells_in(root, package), SharedStrings(package))
    assert raw_cells(filled_cells(package, SHEET), SharedStrings(package)) == parsed


def test_broken_xml_around_them_is_damage():
    package = package_of(with_members(sample(), {SHEET: sheet(f'<row r="1">{NUMBER}')}))
    with pytest.raises(UnusableInput, match="已损坏"):
        filled_cells(package, SHEET)

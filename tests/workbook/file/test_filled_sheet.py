"""A large sheet is read without what is blank in it; what is more than any form holds is refused."""

import pytest
from workbook.books import package_of, part_of, sample, with_members, with_text

from jixiao.model.errors import UnusableInput
from jixiao.workbook.file import filled_sheet as module
from jixiao.workbook.file import package as limits
from jixiao.workbook.file.cells import filled_cells, formula_cells, raw_cells
from jixiao.workbook.file.filled_sheet import filled_sheet
from jixiao.workbook.file.shared_strings import SharedStrings

SHEET = "收支总表"


def book(rows, behind=""):
    part = part_of(sample(), SHEET)
    return package_of(with_text(sample(), part, "</sheetData>", f"{rows}</sheetData>{behind}")), part


def cells(package, part):
    return raw_cells(filled_cells(package, part), SharedStrings(package))


@pytest.mark.parametrize(
    "rows",
    [
        "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(100, 900)),
        "".join(f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(100, 900)),
        '<row r="100"><c r="A100" s="1"/><c r="B100"><v>7</v></c></row>',
        '<row r="100"><!-- <c r="A100"/> --><c r="B100" t="str"><v><![CDATA[<row r="1"/>]]></v></c></row>',
        "<row><c><v>5</v></c><c/><c><v>6</v></c></row><row/><row><c><v>7</v></c></row>",
        '<row r="200" spans="1:2"/><row><c><v>5</v></c></row>',
    ],
)
def test_a_large_sheet_has_the_same_filled_cells(rows, monkeypatch):
    package, part = book(rows)
    wanted = cells(package, part)
    monkeypatch.setattr(module, "WHOLE", 100)
    monkeypatch.setattr(module, "PIECE", 777)
    assert cells(package, part) == wanted


STYLED, FORMULA = '<c r="A100" s="1"/>', '<c r="B100"><f>SUM(A1:A9)</f><v>7</v></c>'


@pytest.mark.parametrize(
    ("rows", "left"),
    [
        (f'<row r="100">{STYLED}{FORMULA}</row>', (0, "")),
        (f'<row r="100">{STYLED}{FORMULA}<c s="1"/><c><v>8</v></c></row>', (1, "SUM(A1:A9)")),
        (f'<row r="100">{STYLED}{FORMULA}</row><!-- -->', (1, "SUM(A1:A9)")),
        (
            '<row r="100"><c r="B100"><f>_xlfn.DISPIMG("1",1)</f><v>7</v></c></row>',
            (0, '_xlfn.DISPIMG("1",1)'),
        ),
        ('<row r="100"><c r="B100"><f>&#68;ISPIMG("1",1)</f><v>7</v></c></row>', (0, 'DISPIMG("1",1)')),
    ],
)
def test_what_says_nothing_is_left_out_unless_an_address_hangs_on_it(rows, left):
    package, part = book(rows)
    root = filled_sheet(package, part)
    (row,) = root.iterfind(".//{*}row[@r='100']")
    assert (len(row.findall("{*}c[@r='A100']")), row.findtext("{*}c[@r='B100']/{*}f") or "") == left


SHOWS_NOTHING = '<c r="B100" s="1" t="str"><f>IF(A1="","",A1)</f><v></v></c>'


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        (SHOWS_NOTHING, False),
        (SHOWS_NOTHING.replace("<v></v>", "<v/>"), False),
        (SHOWS_NOTHING.replace('<f>IF(A1="","",A1)</f>', '<f t="shared" si="3"/>'), False),
        (SHOWS_NOTHING.replace("<v></v>", "<v>无</v>"), True),
        (SHOWS_NOTHING.replace("IF(", "DISPIMG("), True),
        (SHOWS_NOTHING.replace(' t="str"', ""), True),  # never calculated
    ],
)
def test_a_formula_that_shows_nothing_is_left_out_but_where_formulas_are_asked_for(
    cell, kept, large, monkeypatch
):
    package, part = book(f'<row r="100">{cell}</row>')
    if large:
        monkeypatch.setattr(module, "WHOLE", 100)
    assert ("B100" in dict(filled_cells(package, part))) is kept
    assert "B100" in formula_cells(package, part)


def test_blank_rows_cells_and_what_stands_behind_them_are_left_out(monkeypatch):
    links = "".join(f'<hyperlink ref="A{n}" location="A1"/>' for n in range(500))
    package, part = book('<row r="900"><c r="A900" s="1"/></row>', f"<hyperlinks>{links}</hyperlinks>")
    monkeypatch.setattr(module, "WHOLE", 100)
    root = filled_sheet(package, part)
    assert root.find(".//{*}row[@r='900']") is None
    assert root.find(".//{*}hyperlink") is None


@pytest.mark.parametrize(
    ("limit", "most", "rows"),
    [
        ("MOST_KEPT", 900, "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(100, 900))),
        ("MOST_TEXT", 20_000, f'<row r="99"><c r="A99" t="str"><v>{"x" * 30_000}</v></c></row>'),
        ("MOST_BETWEEN", 9_000, f'<row r="99">{"<c><v>1</v></c>" * 3000}</row>'),
    ],
)
def test_more_than_any_form_holds_is_refused(limit, most, rows, monkeypatch):
    package, part = book(rows)
    for name, value in (("WHOLE", 100), ("PIECE", 1000), (limit, most)):
        monkeypatch.setattr(module, name, value)
    with pytest.raises(UnusableInput, match="内容太多"):
        filled_sheet(package, part)


def test_parts_and_all_that_is_parsed_have_limits(monkeypatch):
    package = package_of(sample())
    monkeypatch.setattr(limits, "MAX_XML", 1000)
    with pytest.raises(UnusableInput, match="内容太多"):
        package.xml("xl/styles.xml")
    monkeypatch.undo()
    monkeypatch.setattr(limits, "MAX_PARSED", 40_000)
    package.xml("xl/styles.xml")
    package.xml("xl/styles.xml")
    with pytest.raises(UnusableInput, match="内容太多"):
        package.xml("xl/styles.xml")


def test_a_sheet_that_is_cut_off_is_damaged(monkeypatch):
    part = part_of(sample(), SHEET)
    cut = with_members(sample(), {part: package_of(sample()).part(part)[:-40]})
    monkeypatch.setattr(module, "WHOLE", 100)
    with pytest.raises(UnusableInput, match="已损坏"):
        filled_sheet(package_of(cut), part)


def test_a_chart_is_no_worksheet():
    chart = with_members(sample(), {"xl/chartsheets/sheet1.xml": b"<chartsheet/>"})
    assert filled_sheet(package_of(chart), "xl/chartsheets/sheet1.xml") is None

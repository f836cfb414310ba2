"""Cells of one sheet part are changed, and nothing else."""

from decimal import Decimal

import pytest
from lxml import etree

from jixiao.workbook.file.patching import SheetPatch, patch_sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROWS = (
    '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row>'
    '<row r="3" spans="1:3" ht="30" customHeight="1">'
    '<c r="A3" s="5"/><c r="B3" s="6"/><c r="D3" s="9"><v>7</v></c></row>'
    '<row r="4"><c r="A4" s="5"><v>1</v></c><c r="B4" s="6"><v>2</v></c></row>'
    '<row r="5"><c r="A5" s="5"><v>1</v></c><c r="D5"><v>8</v></c></row>'
)
TABLE = SheetPatch(columns=("A", "B"), first=3, rows=(("甲", Decimal("1.50")), ("乙", None)))


def patched(patch: SheetPatch, rows: str = ROWS, after: str = '<pageMargins left="0.5"/>') -> etree._Element:
    sheet = f'<worksheet xmlns="{MAIN}"><dimension ref="A1"/><sheetData>{rows}</sheetData>{after}</worksheet>'
    return etree.fromstring(patch_sheet(etree.fromstring(sheet), patch))


def lines(root: etree._Element) -> list[str]:
    """Each cell as address/style=content."""
    return [f"{c.get('r')}/{c.get('s')}={''.join(c.itertext())}" for c in root.iterfind(".//{*}c")]


def tags(root: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in root]


def test_a_cell_gets_its_content_and_keeps_its_style():
    root = patched(SheetPatch({"A1": "新"}))
    assert lines(root)[0] == "A1/1=新"
    assert root.find(".//{*}c").get("t") == "inlineStr"


def test_an_amount_is_written_as_a_number():
    cell = patched(SheetPatch({"A1": Decimal("99.00")})).find(".//{*}c")
    assert (cell.get("t"), cell.findtext("{*}v")) == (None, "99.00")


@pytest.mark.parametrize(
    ("value", "kind", "cached"),
    [(Decimal(5), None, "5"), ("优", "str", "优"), ("", "str", ""), (None, "str", "")],
)
def test_a_formula_stays_and_gets_its_cached_value(value, kind, cached):
    row = '<row r="1"><c r="A1"><f>SUM(B1)</f><v>0</v></c></row>'
    cell = patched(SheetPatch({"A1": value}), row).find(".//{*}c")
    assert (cell.findtext("{*}f"), cell.get("t"), cell.findtext("{*}v")) == ("SUM(B1)", kind, cached)


def test_rows_take_the_style_of_the_model_row_and_leave_other_columns_alone():
    assert lines(patched(TABLE)) == [
        "A1/1=0",
        "A3/5=甲",
        "B3/6=1.50",
        "D3/9=7",
        "A4/5=乙",
        "B4/6=",
        "D5/None=8",
    ]


def test_rows_left_over_from_a_longer_run_are_cleared():
    longer = SheetPatch(columns=("A", "B"), first=3, rows=(("甲", None),) * 50)
    again = patch_sheet(patched(longer), TABLE)
    assert lines(etree.fromstring(again)) == lines(patched(TABLE))


def test_an_empty_table_keeps_the_style_of_its_model_row_for_the_next_run():
    emptied = patched(SheetPatch(columns=("A", "B"), first=3))
    assert lines(emptied) == ["A1/1=0", "A3/5=", "B3/6=", "D3/9=7", "D5/None=8"]
    assert lines(etree.fromstring(patch_sheet(emptied, TABLE))) == lines(patched(TABLE))


def test_the_same_patch_twice_gives_the_same_bytes():
    once = patch_sheet(patched(TABLE), TABLE)
    assert patch_sheet(etree.fromstring(once), TABLE) == once


@pytest.mark.parametrize("of_the_last_run", ['ht="30"', 'customHeight="1"', 'hidden="1"', 'spans="1:3"'])
@pytest.mark.parametrize("number", [3, 4])
def test_a_row_is_shown_again_and_as_high_as_excel_makes_it(of_the_last_run: str, number: int):
    """A filter that somebody has set hides rows, and the new results stand in them."""
    rows = "".join(
        f'<row r="{r}" {of_the_last_run if r == number else ""}><c r="A{r}"/><c r="B{r}"/></row>'
        for r in (3, 4)
    )
    assert [dict(row.attrib) for row in patched(TABLE, rows).iterfind(".//{*}row")] == [
        {"r": "3"},
        {"r": "4"},
    ]


def test_rows_above_the_results_stay_hidden_and_as_high_as_they_were():
    rows = f'<row r="1" ht="40" hidden="1"><c r="A1"/></row>{ROWS.partition("</row>")[2]}'
    assert dict(patched(TABLE, rows).find(".//{*}row").attrib) == {"r": "1", "ht": "40", "hidden": "1"}


def test_rows_are_as_high_as_the_patch_says():
    patch = SheetPatch(columns=("A",), first=3, rows=(("甲",), ("乙",)), heights=(31.5, 60.0))
    heights = {row.get("r"): row.get("ht") for row in patched(patch).iterfind(".//{*}row")}
    assert heights == {"1": None, "3": "31.5", "4": "60", "5": None}


def test_new_cells_and_rows_are_put_in_order():
    root = patched(SheetPatch({"C3": "丙", "AA3": "丁", "A2": "戊"}))
    assert [line.partition("/")[0] for line in lines(root)][:6] == ["A1", "A2", "A3", "B3", "C3", "D3"]
    assert [row.get("r") for row in root.iterfind(".//{*}row")] == ["1", "2", "3", "4", "5"]


def test_the_dimension_covers_what_is_there():
    assert patched(TABLE).find("{*}dimension").get("ref") == "A1:D5"
    assert patched(SheetPatch({"AB12": "x"})).find("{*}dimension").get("ref") == "A1:AB12"


def test_links_lead_to_a_cell_and_stand_where_the_schema_wants_them():
    after = '<dataValidations/><hyperlinks><hyperlink ref="A9"/></hyperlinks><pageMargins left="0.5"/>'
    patch = SheetPatch(columns=("A",), first=3, rows=(("甲",),), links={"A3": "'收支总表'!B10"})
    root = patched(patch, after=after)
    (link,) = root.iterfind(".//{*}hyperlink")
    assert (link.get("ref"), link.get("location")) == ("A3", "'收支总表'!B10")
    assert tags(root) == ["dimension", "sheetData", "dataValidations", "hyperlinks", "pageMargins"]


# A worksheet's children in the order of the schema (ECMA-376 part 1, CT_Worksheet), from the cells on.
BEFORE_LINKS = (
    *("sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"),
    "dataValidations",
)
BEHIND_LINKS = (
    *("printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks"),
    *("customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing"),
    *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems"),
    *("tableParts", "extLst"),
)


@pytest.mark.parametrize("behind", [BEHIND_LINKS[number:] for number in range(len(BEHIND_LINKS) + 1)])
def test_links_stand_before_the_first_of_all_that_comes_behind_them(behind: tuple[str, ...]):
    patch = SheetPatch(columns=("A",), first=3, rows=(("甲",),), links={"A3": "甲!A1"})
    root = patched(patch, after="".join(f"<{tag}/>" for tag in (*BEFORE_LINKS, *behind)))
    assert tags(root) == ["dimension", "sheetData", *BEFORE_LINKS, "hyperlinks", *behind]


def test_without_links_the_old_ones_are_taken_away():
    root = patched(TABLE, after='<hyperlinks><hyperlink ref="A3"/></hyperlinks>')
    assert "hyperlinks" not in tags(root)


def test_rows_without_numbers_and_strange_addresses_do_not_disturb():
    rows = '<row><c s="1"><v>0</v></c></row><row r="3"><c r="A3" s="5"/><c r="x"/></row>'
    assert "A3/5=新" in lines(patched(SheetPatch({"A3": "新"}), rows))


def test_blanks_at_the_ends_of_a_text_are_kept():
    text = patched(SheetPatch({"A1": " 甲 "})).find(".//{*}t")
    assert text.text == " 甲 "
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_a_part_begins_as_excel_begins_it():
    start = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<worksheet "
    empty = etree.fromstring(f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>')
    assert patch_sheet(empty, SheetPatch()).startswith(start)


def test_a_row_that_does_not_fit_its_columns_is_a_fault_of_ours():
    with pytest.raises(ValueError, match="zip"):
        patched(SheetPatch(columns=("A", "B"), first=3, rows=(("甲",),)))


@pytest.mark.parametrize(
    ("cells", "dimension"), [({}, "A9"), ({"C7": "x"}, "C7"), ({"C7": "x", "B9": "y"}, "B7:C9")]
)
def test_the_dimension_of_few_cells(cells, dimension):
    sheet = f'<worksheet xmlns="{MAIN}"><dimension ref="A9"/><sheetData/></worksheet>'
    root = etree.fromstring(patch_sheet(etree.fromstring(sheet), SheetPatch(cells)))
    assert root.find("{*}dimension").get("ref") == dimension


def test_a_sheet_without_dimension_gets_none():
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'
    assert tags(etree.fromstring(patch_sheet(etree.fromstring(sheet), SheetPatch({"A1": "甲"})))) == [
        "sheetData"
    ]


@pytest.mark.parametrize(("amount", "digits"), [("1E+3", "1000"), ("1E-7", "0.0000001"), ("-0.50", "-0.50")])
def test_an_amount_is_written_without_exponent(amount, digits):
    assert patched(SheetPatch({"A1": Decimal(amount)})).findtext(".//{*}v") == digits


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_empties_a_cell_that_keeps_its_style(nothing):
    cell = patched(SheetPatch({"A1": nothing})).find(".//{*}c")
    assert (dict(cell.attrib), list(cell)) == ({"r": "A1", "s": "1"}, [])


def test_a_new_cell_in_a_row_with_a_strange_one():
    rows = '<row r="3"><c r="A3" s="5"/><c r="x"/></row>'
    assert "B3/None=新" in lines(patched(SheetPatch({"B3": "新"}), rows))


def test_columns_of_any_letter_are_cleared_and_a_cell_that_only_says_its_column_too():
    rows = '<row r="3"><c r="X3" s="1"/></row><row r="4"><c r="X4"><v>1</v></c><c r="X"><v>2</v></c></row>'
    assert lines(patched(SheetPatch(columns=("X",), first=3), rows)) == ["X3/1="]


def test_the_model_row_keeps_what_else_it_has():
    rows = '<row r="3" s="4" customFormat="1"><c r="A3" s="5"/><c r="B3" s="6"/></row>'
    row = patched(TABLE, rows).find(".//{*}row")
    assert dict(row.attrib) == {"r": "3", "s": "4", "customFormat": "1"}


def test_a_column_that_the_model_row_does_not_have_is_written_without_style():
    patch = SheetPatch(columns=("A", "C"), first=3, rows=(("甲", "乙"),))
    assert "C3/None=乙" in lines(patched(patch))

"""Cells of one sheet part are changed, and nothing else."""

from decimal import Decimal

import pytest
from lxml import etree

from jixiao.workbook.file.patching import SheetPatch, clean_text, patch_sheet

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


def test_rows_that_excel_should_fit_lose_their_fixed_height():
    row = patched(TABLE).findall(".//{*}row")[1]
    assert dict(row.attrib) == {"r": "3"}


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


def test_without_links_the_old_ones_are_taken_away():
    root = patched(TABLE, after='<hyperlinks><hyperlink ref="A3"/></hyperlinks>')
    assert "hyperlinks" not in tags(root)


def test_rows_without_numbers_and_strange_addresses_do_not_disturb():
    rows = '<row><c s="1"><v>0</v></c></row><row r="3"><c r="A3" s="5"/><c r="x"/></row>'
    assert "A3/5=新" in lines(patched(SheetPatch({"A3": "新"}), rows))


@pytest.mark.parametrize(
    ("text", "clean"),
    [("a\x00\x0bb\ufffe", "ab"), ("一\n二\t三", "一\n二\t三"), ("_x0041_", "_x005F_x0041_"), ("a_x", "a_x")],
)
def test_text_is_cleaned_of_what_xml_cannot_carry(text, clean):
    assert clean_text(text) == clean


def test_blanks_at_the_ends_of_a_text_are_kept():
    text = patched(SheetPatch({"A1": " 甲 "})).find(".//{*}t")
    assert text.text == " 甲 "
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"

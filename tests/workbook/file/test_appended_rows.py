"""Rows written as markup are those that would come of setting cell by cell."""

from __future__ import annotations

from decimal import Decimal

import pytest
from lxml import etree
from workbook.file.test_patching import patched

from jixiao.workbook.file.appended_rows import appended_rows
from jixiao.workbook.file.patching import SheetPatch

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.mark.parametrize(
    "value",
    [
        "甲",
        " 甲\n乙 ",
        "a\r\nb\tc",
        '<a href="x">&amp;\'</a>',
        "_x0041_",
        "\x01\ud800\uffff",
        "",
        None,
        Decimal("-1E+3"),
    ],
)
def test_a_value_is_written_below_the_last_row_as_in_a_row_that_is_there(value):
    rows = '<row r="3"><c r="A3" s="5"/></row>'
    below = patched(SheetPatch(columns=("A",), first=3, rows=(("模",), (value,))), rows)
    there = patched(SheetPatch({"A4": value}), f'{rows}<row r="4"/>')
    cells = [made.xpath("//*[@r='A4']")[0] for made in (below, there)]
    assert cells[0].attrib.pop("s") == "5"
    assert etree.tostring(cells[0]) == etree.tostring(cells[1])


def test_cells_stand_from_left_to_right_in_the_styles_of_their_columns():
    [row] = appended_rows(NAMESPACE, [(1, "B"), (0, "AA")], {"AA": None, "B": '"'}, [(7, ("甲", Decimal(1)))])
    assert (row.get("r"), row.tag) == ("7", f"{{{NAMESPACE}}}row")
    assert [(cell.get("r"), cell.get("s"), "".join(cell.itertext())) for cell in row] == [
        ("B7", '"', "1"),
        ("AA7", None, "甲"),
    ]

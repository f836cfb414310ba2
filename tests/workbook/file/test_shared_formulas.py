"""A formula that is written once for many cells outlives the cell in which it is written."""

from workbook.file.test_patching import TABLE, patched


def test_who_shares_a_formula_that_is_cleared_gets_its_own():
    rows = (
        '<row r="3"><c r="B3"><f t="shared" si="0" ref="B3:D4">A3*$A$1</f><v>1</v></c></row>'
        '<row r="4"><c r="B4"><f t="shared" si="0"/><v>2</v></c><c r="D4"><f t="shared" si="0"/><v>3</v></c>'
        '<c r="E4"><f t="shared" si="1" ref="E4:E5">A4</f></c></row>'
        '<row r="5"><c r="E5"><f t="shared" si="1"/></c></row>'
    )
    formulas = patched(TABLE, rows).iterfind(".//{*}f")
    assert [(f.getparent().get("r"), dict(f.attrib), f.text) for f in formulas] == [
        ("D4", {}, "C4*$A$1"),
        ("E4", {"t": "shared", "si": "1", "ref": "E4:E5"}, "A4"),
        ("E5", {"t": "shared", "si": "1"}, None),
    ]


def test_a_formula_that_cannot_be_moved_leaves_its_value():
    rows = (
        '<row r="3"><c r="B3"><f t="shared" si="0" ref="B3:D3">"a</f></c>'
        '<c r="D3"><f t="shared" si="0"/><v>3</v></c></row>'
    )
    cell = patched(TABLE, rows).find(".//{*}c[@r='D3']")
    assert [each.text for each in cell] == ["3"]

"""What stands in the cells of a sheet part."""

import pytest
from workbook.books import Raw, package_of, part_of, sample, typed, with_members

from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.cells import (
    Content,
    RawCell,
    cells_among,
    column_letters,
    column_number,
    filled_cells,
)
from jixiao.workbook.file.shared_strings import SharedStrings

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


class Everything:
    def __contains__(self, address: object) -> bool:
        return True


def cells(rows: str, strings: str = "") -> dict[str, RawCell]:
    parts = {
        SHEET: f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>".encode(),
        "xl/sharedStrings.xml": f"<sst {MAIN}>{strings}</sst>".encode(),
    }
    package = package_of(with_members(sample(), parts))
    return cells_among(filled_cells(package, SHEET), Everything(), SharedStrings(package))


def cell(inside: str, kind: str = "n", strings: str = "") -> RawCell | None:
    return cells(f'<row r="1"><c r="A1" t="{kind}">{inside}</c></row>', strings).get("A1")


@pytest.mark.parametrize(
    ("inside", "kind", "raw"),
    [
        ("<v>346.08</v>", "n", RawCell(Content.NUMBER, "346.08")),
        ("<v>无</v>", "str", RawCell(Content.TEXT, "无")),
        ("<is><t>无</t></is>", "inlineStr", RawCell(Content.TEXT, "无")),
        ("<v>#REF!</v>", "e", RawCell(Content.ERROR, "#REF!")),
        ("<v>1</v>", "b", RawCell(Content.BOOLEAN, "TRUE")),
        ("<v>0</v>", "b", RawCell(Content.BOOLEAN, "FALSE")),
        ("<v>2023-05-10</v>", "d", RawCell(Content.DATE, "2023-05-10")),
        ("<f>1+1</f><v>2</v>", "n", RawCell(Content.NUMBER, "2", formula=True)),
    ],
)
def test_each_kind_of_content_is_told_apart(inside, kind, raw):
    assert cell(inside, kind) == raw


@pytest.mark.parametrize("inside", ["<f>1+1</f>", "<f>1+1</f><v/>", "<f>1+1</f><v></v>"])
def test_a_formula_without_a_value_was_never_calculated(inside):
    assert cell(inside).content is Content.UNCALCULATED


def test_a_formula_that_gives_an_empty_text_is_blank():
    assert cell("<f>IF(1,&quot;&quot;)</f><v></v>", "str") is None


@pytest.mark.parametrize("blank", ["", " ", "\u3000", "\u00a0", "\u200b", "\ufeff", "\n"])
@pytest.mark.parametrize(
    ("before", "after", "kind"), [("<v>", "</v>", "str"), ("<is><t>", "</t></is>", "inlineStr")]
)
def test_a_cell_of_nothing_but_blanks_is_blank(blank, before, after, kind):
    assert cell(f"{before}{blank}{after}", kind) is None


def test_a_shared_text_is_looked_up_with_its_runs_and_without_its_phonetic_hint():
    strings = "<si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r><rPh><t>x</t></rPh></si>"
    assert cell("<v>1</v>", "s", strings).text == "乙丙"


def test_struck_words_are_left_out_and_known_of_in_shared_and_inline_strings():
    runs = "<r><t>12</t></r><r><rPr><strike/></rPr><t>00</t></r>"
    expected = RawCell(Content.TEXT, "12", struck=True)
    assert cell(f"<is>{runs}</is>", "inlineStr") == expected
    assert cell("<v>0</v>", "s", f"<si>{runs}</si>") == expected


def test_a_cell_of_nothing_but_struck_words_is_not_blank():
    runs = "<r><rPr><strike/></rPr><t>00</t></r>"
    assert cell(f"<is>{runs}</is>", "inlineStr") == RawCell(Content.TEXT, "", struck=True)


@pytest.mark.parametrize("index", ["2", "-1", "x", "9" * 5000])
def test_a_shared_text_that_is_not_there_means_a_damaged_file(index):
    with pytest.raises(UnusableInput, match="已损坏"):
        cell(f"<v>{index}</v>", "s", "<si><t>甲</t></si>")


def test_a_carriage_return_as_excel_stores_it_is_a_line_end():
    assert cell("<is><t>一_x000D_\n二</t></is>", "inlineStr").text == "一\n二"


def test_an_escaped_underscore_is_an_underscore():
    assert cell("<is><t>a_x005F_x0041_</t></is>", "inlineStr").text == "a_x0041_"


def test_rows_and_cells_without_addresses_are_counted():
    middle = '<row r="5"><c r="C5"><v>2</v></c><c><v>3</v></c></row>'
    rows = f"<row><c><v>1</v></c></row>{middle}<row><c><v>4</v></c></row>"
    assert {address: raw.text for address, raw in cells(rows).items()} == {
        "A1": "1",
        "C5": "2",
        "D5": "3",
        "A6": "4",
    }


@pytest.mark.parametrize("address", ["XFE1", "A1048577", "ZZZZ9", "A0", "甲1", "1", ""])
def test_a_cell_beyond_the_sheet_does_not_disturb_the_others(address):
    rows = f'<row r="1"><c r="A1"><v>1</v></c><c r="{address}"><v>2</v></c></row>'
    assert cells(rows)["A1"].text == "1"


@pytest.mark.parametrize("number", ["x", "-1", "9" * 5000])
def test_a_row_with_a_strange_number_does_not_disturb_the_others(number):
    assert cells(f'<row r="{number}"/><row r="2"><c r="A2"><v>1</v></c></row>')["A2"].text == "1"


def test_comments_and_instructions_between_cells_are_skipped():
    rows = '<!-- a --><row r="1"><!-- b --><c r="A1"><?x y?><v>1</v></c></row>'
    assert cells(rows)["A1"].text == "1"


def test_only_the_wanted_cells_are_read():
    book = typed(sample(), {"单位.名称": Raw("", "<v>1</v>")})
    package = package_of(book)
    filled = filled_cells(package, part_of(book, "单位概况"))
    assert len(filled) > 1
    assert set(cells_among(filled, {"B4"}, SharedStrings(package))) == {"B4"}


def test_a_sheet_without_sheet_data_means_a_damaged_file():
    package = package_of(with_members(sample(), {SHEET: f"<worksheet {MAIN}/>".encode()}))
    with pytest.raises(UnusableInput, match="已损坏"):
        filled_cells(package, SHEET)


@pytest.mark.parametrize(
    ("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (16384, "XFD")]
)
def test_columns_are_counted_in_letters(number, letters):
    assert (column_letters(number), column_number(letters)) == (letters, number)


def test_half_of_a_character_is_shown_as_what_cannot_be_shown():
    assert cell("<is><t>甲_xD83D_</t></is>", "inlineStr").text == "甲\ufffd"

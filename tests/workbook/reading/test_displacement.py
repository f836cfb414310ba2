"""Rows that another program inserts or deletes leave the names behind; the printed labels give that away."""

from io import BytesIO

import pytest
from lxml import etree
from openpyxl import load_workbook
from workbook.books import (
    BALANCED,
    inspected,
    pack,
    package_of,
    part_of,
    read,
    saved,
    silent_sample,
    structure_of,
    with_members,
    without_live_cells,
)
from workbook.books import silent_sample as sample

from jixiao.model.fact import State
from jixiao.pipeline import run
from jixiao.workbook.file.cells import ADDRESS, column_letters, column_number
from jixiao.workbook.reading.displacement import printed_labels

TOTALS = "收支总表"


def shifted(book: bytes, sheet: str, row: int, by: int) -> bytes:
    """Rows inserted before `row` (or deleted there, if `by` is negative) without a look at the names."""
    root = etree.fromstring(package_of(book).part(part_of(book, sheet)))
    for element in list(root.iterfind("{*}sheetData/{*}row")):
        number = int(element.get("r"))
        if row <= number < row - by:
            element.getparent().remove(element)
        elif number >= row:
            element.set("r", str(number + by))
            for cell in element:
                cell.set("r", cell.get("r").replace(str(number), str(number + by)))
    return with_members(book, {part_of(book, sheet): etree.tostring(root)})


def columns_inserted(book: bytes, sheet: str, column: int) -> bytes:
    root = etree.fromstring(package_of(book).part(part_of(book, sheet)))
    for cell in root.iterfind("{*}sheetData/{*}row/{*}c"):
        letters, row = ADDRESS.fullmatch(cell.get("r")).groups()
        number = column_number(letters)
        cell.set("r", f"{column_letters(number + (number >= column))}{row}")
    return with_members(book, {part_of(book, sheet): etree.tostring(root)})


def told(book: bytes) -> list[tuple[str, str]]:
    return [(finding.id, finding.label) for finding in read(book).findings]


def entered_sheets() -> list[str]:
    labels = printed_labels(structure_of(sample()), pack())
    stamped = structure_of(sample()).names[pack().form.identity["id"]].sheet
    return [sheet for sheet in dict.fromkeys(label.sheet for label in labels) if sheet != stamped]


@pytest.mark.parametrize(
    "by", [1, pytest.param(3, marks=pytest.mark.exhaustive), pytest.param(-1, marks=pytest.mark.exhaustive)]
)
@pytest.mark.parametrize("sheet", entered_sheets())
def test_rows_above_the_cells_of_any_sheet_are_noticed(sheet, by):
    labels = printed_labels(structure_of(sample()), pack())
    rows = [int(ADDRESS.fullmatch(label.cell)[2]) for label in labels if label.sheet == sheet]
    assert told(shifted(sample(BALANCED), sheet, min(rows), by)) == [("READ-19", sheet)]


@pytest.mark.parametrize("column", [1, pytest.param(2, marks=pytest.mark.exhaustive)])
@pytest.mark.parametrize("sheet", entered_sheets())
def test_columns_before_the_cells_of_any_sheet_are_noticed(sheet, column):
    assert told(columns_inserted(sample(BALANCED), sheet, column)) == [("READ-19", sheet)]


@pytest.mark.parametrize(("row", "by"), [(6, 1), (20, 2), (6, -1), (35, 1), (36, 1)])
def test_rows_amid_the_cells_of_a_sheet_are_noticed(row, by):
    assert told(shifted(sample(BALANCED), TOTALS, row, by)) == [("READ-19", TOTALS)]


def test_nothing_is_read_of_a_sheet_whose_cells_have_moved():
    record = read(shifted(sample(BALANCED), TOTALS, 6, 1)).record
    states = {record.fields[name].state for name in ("收入.一般公共预算", "支出.合计", "结转结余.年末")}
    assert states == {State.LOST}
    assert record.fields["单位.名称"].filled


@pytest.fixture(scope="module")
def before(tmp_path_factory) -> set[str]:
    """The findings of the sample as it is."""
    return {finding.id for finding in inspected(tmp_path_factory.mktemp("before"), sample(BALANCED)).findings}


@pytest.mark.parametrize("sheet", ["经济分类", "文字材料", "社会保险基金", "收支总表", "一般公共预算"])
def test_a_sheet_that_is_not_read_breaks_no_relation_and_stops_no_report(sheet, before, tmp_path):
    after = run(saved(tmp_path, shifted(sample(BALANCED), sheet, 3, 1)), pack())
    broken = {finding.id for finding in after.inspection.findings if not finding.id.startswith("SCORE")}
    assert broken - before == {"READ-19"}
    assert after.report.exists()


def test_the_finding_says_where_it_begins_and_what_belongs_there():
    (found,) = read(shifted(sample(BALANCED), TOTALS, 6, 1)).findings
    label = next(
        x for x in printed_labels(structure_of(sample()), pack()) if (x.sheet, x.cell) == (TOTALS, "A6")
    )
    assert str(found.place) == f"{TOTALS}!A6"
    assert found.message == (
        f"工作表“{TOTALS}”的表内单元格移位了：A6 应印着“{label.text}”，现在是空白。这张表的数没有读取。"
    )


def reworded(old: str, new: str) -> bytes:
    book = sample(BALANCED)
    root = etree.fromstring(package_of(book).part("xl/sharedStrings.xml"))
    (text,) = [text for text in root.iterfind(".//{*}t") if text.text == old]
    text.text = new
    return with_members(book, {"xl/sharedStrings.xml": etree.tostring(root)})


@pytest.mark.parametrize("new", ["上 级补助收入", "上级补助收入　", "上级补助（我改的）"])
def test_a_label_that_is_spaced_or_worded_otherwise_has_not_moved(new):
    assert told(reworded("上级补助收入", new)) == []


def test_a_workbook_saved_by_openpyxl_has_not_moved():
    target = BytesIO()
    load_workbook(BytesIO(without_live_cells(sample(BALANCED)))).save(target)
    assert told(target.getvalue()) == []


def test_a_workbook_saved_by_libreoffice_has_not_moved(office, tmp_path):
    (copy,) = office.recalculate([saved(tmp_path, silent_sample(BALANCED))], tmp_path / "out")
    assert told(copy.read_bytes()) == []


def test_rows_that_excel_inserts_take_names_and_labels_along():
    book = shifted(sample(BALANCED), TOTALS, 6, 1)
    root = etree.fromstring(package_of(book).part("xl/workbook.xml"))
    for name in root.iterfind("{*}definedNames/{*}definedName"):
        sheet, _, cell = (name.text or "").rpartition("!")
        row = cell.rpartition("$")[2]
        if sheet == f"'{TOTALS}'" and ":" not in cell and int(row) >= 6:
            name.text = f"{sheet}!{cell.rpartition('$')[0]}${int(row) + 1}"
    assert told(with_members(book, {"xl/workbook.xml": etree.tostring(root)})) == []


def test_a_copy_whose_original_was_deleted_is_read_like_the_original():
    root = etree.fromstring(package_of(sample(BALANCED)).part("xl/workbook.xml"))
    sheets = [sheet.get("name") for sheet in root.iterfind("{*}sheets/{*}sheet")]
    for name in root.iterfind("{*}definedNames/{*}definedName"):
        if (name.text or "").startswith(f"'{TOTALS}'!"):
            name.set("localSheetId", str(sheets.index(TOTALS)))
    content = etree.tostring(root, encoding="unicode").replace(TOTALS, f"{TOTALS} (2)")
    copied = with_members(sample(BALANCED), {"xl/workbook.xml": content.encode()})
    assert told(copied) == []
    assert read(copied).record.fields["支出.合计"].place.sheet == f"{TOTALS} (2)"


def test_a_sheet_that_has_lost_all_its_names_is_one_finding():
    book = sample(BALANCED)
    root = etree.fromstring(package_of(book).part("xl/workbook.xml"))
    names = list(root.iterfind("{*}definedNames/{*}definedName"))
    lost = [name for name in names if (name.text or "").startswith(f"'{TOTALS}'!$")]
    for name in lost:
        name.text = "#REF!"
    findings = read(with_members(book, {"xl/workbook.xml": etree.tostring(root)})).findings
    assert [(finding.id, finding.label) for finding in findings] == [("READ-10", TOTALS)]
    assert (
        f"等 {sum(name.get('name') in pack().vocabulary for name in lost)} 个单元格找不到了"
        in findings[0].message
    )

"""Findings and scores are written back into the workbook, and explanations survive."""

from collections.abc import Iterator
from io import BytesIO

from lxml import etree
from msgspec.structs import replace
from openpyxl import load_workbook
from workbook.books import (
    after_run,
    cell_xml,
    inspected,
    package_of,
    part_of,
    raw_members,
    shown,
    structure_of,
    typed,
    with_members,
    with_only,
    without_live_cells,
)
from workbook.books import silent_sample as sample

from jixiao.write_back import workbook_with_results

FINDINGS, SCORES, FIRST = "校验结果", "评分表", "填报说明"
LABELS = ("级别", "位置", "问题", "填报数", "应为", "差额", "怎样改", "审核说明", "检查编号", "说明所据数字")
EXPLANATION = "年中追加绩效奖励，有追加预算文件"


def column(book: bytes, label: str) -> list[str]:
    """What stands in a column of the findings, from the first row of the table down."""
    area = structure_of(book).names[f"{FINDINGS}.{label}"]
    cells = shown(book, FINDINGS)
    return [cells.get(f"{area.column}{row}", "") for row in range(area.first, area.first + 500)]


def explained(book: bytes, key: str, text: str = EXPLANATION) -> bytes:
    """Somebody types an explanation beside the finding with this key."""
    row = column(book, "检查编号").index(key) + 1
    return typed(book, {f"{FINDINGS}.审核说明#{row}": text})


def explanations(book: bytes) -> dict[str, str]:
    pairs = zip(column(book, "检查编号"), column(book, "审核说明"), strict=True)
    return {key: text for key, text in pairs if text}


def test_only_the_result_sheets_and_the_flag_are_changed(tmp_path):
    before, after = raw_members(sample()), raw_members(after_run(tmp_path, sample()))
    changed = {name for name in before if before[name] != after[name]}
    results = {part_of(sample(), sheet) for sheet in (FINDINGS, SCORES, FIRST)}
    assert list(after) == list(before)
    assert results <= changed <= results | {"xl/workbook.xml"}


def test_on_the_first_sheet_only_the_value_of_the_line_about_the_last_run_is_changed(tmp_path):
    before, after = shown(sample(), FIRST), shown(after_run(tmp_path, sample()), FIRST)
    line = structure_of(sample()).names[f"{FINDINGS}.上次运行"].cell
    assert {cell for cell in before | after if before.get(cell) != after.get(cell)} == {line}
    formulas = [
        [(c.get("r"), c.findtext("{*}f")) for c in package_of(book).sheet(part_of(book, FIRST)).iter("{*}c")]
        for book in (sample(), after_run(tmp_path, sample()))
    ]
    assert formulas[0] == formulas[1]


def test_running_twice_gives_the_same_bytes(tmp_path):
    once = after_run(tmp_path, sample())
    assert after_run(tmp_path, once) == once


def test_the_same_workbook_gives_the_same_bytes_from_another_folder(tmp_path):
    (tmp_path / "甲").mkdir()
    assert after_run(tmp_path / "甲", sample()) == after_run(tmp_path, sample())


def test_the_written_workbook_opens_in_openpyxl_and_has_the_finding(tmp_path):
    book = after_run(tmp_path, sample())
    severity, place, message = (column(book, label)[0] for label in ("级别", "位置", "问题"))
    assert (severity, place) == ("错误", "社会保险基金!B33")
    assert "相差3.22万元" in message
    assert [column(book, label)[0] for label in ("填报数", "应为", "差额")] == ["4990.17", "4986.95", "3.22"]


def test_amounts_are_numbers_that_fit_their_column_and_show_all_their_digits(tmp_path):
    sheet = load_workbook(BytesIO(with_only(after_run(tmp_path, sample()), FINDINGS)))[FINDINGS]
    names = structure_of(sample()).names
    for label, amount in (("填报数", 4990.17), ("应为", 4986.95), ("差额", 3.22)):
        cell = sheet[names[f"{FINDINGS}.{label}"].cell]
        assert (cell.value, cell.number_format) == (amount, "#,##0.00####")
        assert sheet.column_dimensions["D"].width > len("-9,999,999,999.99")


def hidden_rows(book: bytes) -> set[int]:
    sheet = load_workbook(BytesIO(with_only(book, FINDINGS)))[FINDINGS]
    return {row for row, dimension in sheet.row_dimensions.items() if dimension.hidden}


def folded_rows(book: bytes) -> set[int]:
    first = structure_of(book).names[f"{FINDINGS}.级别"].first
    words = enumerate(column(book, "级别"), first)
    return {row for row, word in words if word in ("通过", "未检查")}


def test_what_passed_is_folded_by_a_filter_that_a_protected_sheet_lets_people_take_off(tmp_path):
    book = after_run(tmp_path, sample())
    sheet = load_workbook(BytesIO(with_only(book, FINDINGS)))[FINDINGS]
    assert hidden_rows(book) == folded_rows(book) != set()
    conditions = sheet.auto_filter.filterColumn[0].customFilters
    assert conditions._and
    assert [(one.operator, one.val) for one in conditions.customFilter] == [
        ("notEqual", "通过"),
        ("notEqual", "未检查"),
    ]
    assert sheet.protection.sheet
    assert not sheet.protection.autoFilter


def test_what_passed_stays_unfolded_where_somebody_has_taken_the_filter_off(tmp_path):
    book = after_run(tmp_path, sample())
    part = part_of(book, FINDINGS)
    root = etree.fromstring(package_of(book).part(part))
    conditions = root.find("{*}autoFilter/{*}filterColumn")
    conditions.getparent().remove(conditions)
    shown_again = after_run(tmp_path, with_members(book, {part: etree.tostring(root)}))
    assert folded_rows(shown_again) == folded_rows(book)
    assert hidden_rows(shown_again) == set()


def test_no_green_triangles_beside_results(tmp_path):
    root = etree.fromstring(package_of(sample()).part(part_of(sample(), FINDINGS)))
    last = root.find("{*}autoFilter").get("ref").rpartition("J")[2]
    ignored = root.findall("{*}ignoredErrors/{*}ignoredError")
    assert [one.get("sqref") for one in ignored if one.get("numberStoredAsText")] == [f"A1:XFD{last}"]


def test_the_counts_on_top_agree_with_the_inspection(tmp_path):
    counts = inspected(tmp_path, sample()).counts
    book = after_run(tmp_path, sample())
    names = {
        "勾稽关系": "checks",
        "不平": "inconsistent",
        "错误": "error",
        "警告": "warning",
        "提示": "note",
        "已说明": "explained",
    }
    written = {
        label: shown(book, FINDINGS)[structure_of(book).names[f"{FINDINGS}.{label}"].cell] for label in names
    }
    assert written == {label: str(counts[name]) for label, name in names.items()}


def links(book: bytes) -> Iterator[tuple[str, str]]:
    sheet = load_workbook(BytesIO(with_only(book, FINDINGS)))[FINDINGS]
    return ((cell.value, cell.hyperlink.location) for row in sheet for cell in row if cell.hyperlink)


def test_the_links_lead_to_the_cell_that_is_named(tmp_path):
    book = after_run(tmp_path, sample())
    found = dict(links(book))
    assert found["社会保险基金!B33"] == "'社会保险基金'!B33"
    targets = load_workbook(BytesIO(without_live_cells(book)), data_only=True)
    for location in found.values():
        sheet, _, address = location.replace("'", "").partition("!")
        assert targets[sheet][address] is not None


def test_scores_subtotals_total_and_grade_are_written(tmp_path):
    book = after_run(tmp_path, sample())
    names, cells = structure_of(book).names, shown(book, SCORES)
    assert float(cells[names[f"{SCORES}.总分"].cell]) == 99
    assert cells[names[f"{SCORES}.评价等级"].cell] == "优"
    scores = names[f"{SCORES}.得分"]
    assert all(f"{scores.column}{row}" in cells for row in range(scores.first, scores.last + 1))


def test_what_is_not_scored_is_said_in_the_place_of_the_grade(tmp_path):
    book = after_run(tmp_path, typed(sample(), {"整体预算.年初预算数": "见附表"}))
    grade = structure_of(book).names[f"{SCORES}.评价等级"].cell
    assert shown(book, SCORES)[grade] == "未定"


def test_subtotals_stay_formulas(tmp_path):
    total = structure_of(sample()).names[f"{SCORES}.总分"].cell
    before, after = cell_xml(sample(), SCORES, total), cell_xml(after_run(tmp_path, sample()), SCORES, total)
    assert after.findtext("{*}f") == before.findtext("{*}f") != ""


def test_rows_left_over_from_an_earlier_run_are_cleared(tmp_path):
    wrong = dict.fromkeys((f"收入.{name}" for name in ("事业", "经营", "其他", "上级补助")), "见附表")
    many = after_run(tmp_path, typed(sample(), wrong))
    mended = after_run(tmp_path, typed(many, dict.fromkeys(wrong, 0)))
    fresh = after_run(tmp_path, typed(sample(), dict.fromkeys(wrong, 0)))
    assert "见附表" in "".join(column(many, "问题"))
    assert shown(mended, FINDINGS) == shown(fresh, FINDINGS)


def test_written_cells_have_the_style_of_the_model_row(tmp_path):
    book = after_run(tmp_path, sample())
    for label in ("级别", "问题", "审核说明"):
        area = structure_of(sample()).names[f"{FINDINGS}.{label}"]
        model = cell_xml(sample(), FINDINGS, area.cell).get("s")
        styles = {cell_xml(book, FINDINGS, f"{area.column}{area.first + n}").get("s") for n in range(20)}
        assert styles == {model}


def test_the_dimension_covers_all_rows(tmp_path):
    book = after_run(tmp_path, sample())
    root = package_of(book).xml(part_of(book, FINDINGS))
    last = root.findall("{*}sheetData/{*}row")[-1].get("r")
    assert root.find("{*}dimension").get("ref") == f"A1:J{last}"


def test_a_workbook_without_findings_says_so(tmp_path):
    clean = replace(inspected(tmp_path, sample()), findings=())
    assert column(workbook_with_results(clean), "问题")[0] == "没有发现问题。"
    assert "没有发现问题。" not in column(after_run(tmp_path, sample()), "问题")

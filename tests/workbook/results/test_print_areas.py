"""After a run the workbook prints what is filled, and no page of it is empty."""

import subprocess
from functools import cache
from io import BytesIO

import pytest
from openpyxl import load_workbook
from profiles import profile
from workbook.books import (
    BALANCED,
    after_run,
    inspected,
    pack,
    sample,
    saved,
    structure_of,
    typed,
    with_cells_of,
    with_text,
)

from jixiao.building.workbook import built
from jixiao.model.filling import Filling
from jixiao.write_back import print_areas_of

NOTHING = "$XFD$1"
FIXED = ("填报说明", "收支总表", "政府性基金与国资", "指标自评", "评分表")
SCREEN_ONLY = ("勾稽关系", "逐行核对", "指标体系", "代码表")


def printed(book: bytes) -> dict[str, str]:
    """The print area of each sheet that is not hidden."""
    sheets = load_workbook(BytesIO(with_cells_of(book))).worksheets
    return {
        sheet.title: sheet.print_area.rpartition("!")[2] for sheet in sheets if sheet.sheet_state == "visible"
    }


@cache
def blank() -> bytes:
    return built(pack(), pack().form.framework, Filling())


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return after_run(tmp_path_factory.mktemp("run"), sample(BALANCED))


def test_a_table_is_printed_to_its_last_filled_row(done):
    rows = {sheet: area.rpartition("$")[2] for sheet, area in printed(done).items()}
    assert (rows["功能分类"], rows["文字材料"]) == ("9", "22")
    assert printed(done)["项目明细"] == NOTHING


def test_short_tables_end_their_sheet_and_are_printed_as_far_as_they_are_filled(done):
    names, areas = structure_of(sample()).names, printed(done)
    offices = names["内设股室.名称"].first
    assert areas["单位概况"] == f"$A$1:$D${offices + 4}"  # five of twenty rows
    assert areas["基础数据表"] == f"$A$1:$G${names['基础数据.厉行节约措施'].last}"  # no building


def test_a_column_that_only_the_checks_read_is_hidden():
    def hidden(name: str) -> set[int]:
        columns = [column for column in sheets[name].column_dimensions.values() if column.hidden]
        found = {number for column in columns for number in range(column.min, column.max + 1)}
        return found - {16384}  # the place of which nothing is printed

    sheets = load_workbook(BytesIO(blank()))
    assert (hidden("一般公共预算"), hidden("项目明细"), hidden("项目指标")) == (set(), {9}, {14, 15})


def test_rows_without_a_frame_are_printed_once_they_are_filled(tmp_path):
    name = "功能分类.编码"
    row = structure_of(sample()).names[name].first + 99
    filled = typed(sample(), {f"{name}#100": "201"})
    assert printed(after_run(tmp_path, filled))["功能分类"] == f"$A$1:$F${row}"


def test_of_repeated_blocks_those_to_the_last_used_one_are_printed_whole(done, tmp_path):
    names = structure_of(sample()).names
    last = max(area.last for name, area in names.items() if name.startswith("社保基金."))
    third = max(area.last for name, area in names.items() if name.startswith("社保基金_3."))
    assert printed(done)["社会保险基金"] == f"$A$1:$C${last}"
    more = typed(sample(), {"社保基金_3.名称": "失业保险基金"})
    assert printed(after_run(tmp_path, more))["社会保险基金"] == f"$A$1:$C${third}"


def test_what_only_the_screen_shows_is_not_printed_after_a_run_either(tmp_path):
    new = printed(blank())["填报说明"]
    version = structure_of(blank()).names["表样.编号"].first
    assert int(new.rpartition("$")[2]) < version
    assert printed(after_run(tmp_path, blank()))["填报说明"] == new


def test_a_form_without_rows_to_spare_is_printed_whole_as_in_a_new_workbook(done):
    new, areas = printed(blank()), printed(done)
    assert {sheet: areas[sheet] for sheet in FIXED} == {sheet: new[sheet] for sheet in FIXED}


def test_a_form_in_which_nothing_is_filled_is_left_out_but_stays_in_sight(done):
    areas = printed(done)
    assert {areas[sheet] for sheet in ("项目绩效", "项目指标", "自有科目", *SCREEN_ONLY)} == {NOTHING}
    assert load_workbook(BytesIO(with_cells_of(done)))["项目绩效"].column_dimensions["XFD"].hidden


def test_it_is_printed_again_when_it_is_filled(done, tmp_path):
    filled = typed(done, {"自有科目.编码": "2019999"})
    assert printed(after_run(tmp_path, filled))["自有科目"] == "$A$1:$C$5"


def test_a_new_workbook_prints_the_framed_rows_of_its_forms():
    areas = printed(blank())
    assert areas["功能分类"] == "$A$1:$F$66"
    assert {areas[sheet] for sheet in SCREEN_ONLY} == {NOTHING}
    assert NOTHING not in {area for sheet, area in areas.items() if sheet not in SCREEN_ONLY}


def test_findings_are_printed_to_the_last_line_whoever_writes_them(done):
    assert printed(blank())["校验结果"] == printed(done)["校验结果"] == ""


def test_a_print_area_that_somebody_has_set_is_kept(tmp_path):
    area = 'localSheetId="3">功能分类!$A$1:$F$66<'
    chosen = with_text(sample(), "xl/workbook.xml", area, area.replace("$F$66", "$C$20"))
    assert printed(after_run(tmp_path, chosen))["功能分类"] == "$A$1:$C$20"


def test_nothing_is_said_of_a_sheet_of_which_cells_are_lost(tmp_path):
    broken = with_text(sample(), "xl/workbook.xml", 'name="收入.事业"', 'name="改名.事业"')
    areas = print_areas_of(inspected(tmp_path, broken))
    assert "收支总表" not in areas
    assert "单位概况" in areas


def pages(office, folder, book: bytes) -> list[str]:
    [pdf] = office.to_pdf([saved(folder, book)], folder / "pdf")
    said = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True).stdout
    return said.decode().split("\f")[:-1]


@pytest.mark.office
def test_the_sample_prints_on_few_pages_and_none_is_empty(office, done, tmp_path):
    found = pages(office, tmp_path, done)
    assert len(found) <= 22
    assert all(len(page.split()) > 12 for page in found)  # more than a footer and a heading


@pytest.mark.office
@pytest.mark.exhaustive
def test_a_unit_that_has_little_prints_little(office, tmp_path):
    tiny = built(pack(), pack().form.framework, profile("tiny"))
    assert len(pages(office, tmp_path, after_run(tmp_path, tiny))) <= 18

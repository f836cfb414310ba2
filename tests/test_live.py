"""Check and run on the workbook that is open in Excel, through xlwings' own objects."""

import os
import sys
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
import xlwings
from live_engine import RefusedError, opened
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from workbook.books import BALANCED, after_run, saved, structure_of, typed, with_only
from workbook.books import sample as whole_sample
from workbook.books import silent_sample as sample

from jixiao import live
from jixiao.building.samples import samples
from jixiao.model.errors import UnusableInput
from jixiao.pipeline import inspect
from jixiao.pipeline import run as run_file
from jixiao.write_back import workbook_with_results

FINDINGS, SCORES = "校验结果", "评分表"
OWN_RULE = """
[[check]]
id = "OWN-01"
title = "支出不超过一元"
relation = "支出.合计 <= 1"
severity = "warning"
basis = { document = "内部规定", clause = "一" }
"""


def on_screen(folder: Path, content: bytes, *, whole: bool = False) -> xlwings.Book:
    return opened(content, str(saved(folder, content)), whole=whole)


def shown(book: Workbook, sheet: str) -> dict[str, tuple[object, ...]]:
    """Content, link and look of the cells that have any content."""
    return {
        cell.coordinate: (
            cell.value,
            _link(cell),
            cell.font.color,
            cell.alignment.wrap_text,
            cell.protection.locked,
        )
        for row in book[sheet]
        for cell in row
        if cell.value is not None
    }


def _link(cell: Cell) -> str:
    return cell.hyperlink.location if cell.hyperlink else ""


def all_other_sheets(book: Workbook) -> dict[str, list[object]]:
    others = (sheet for sheet in book if sheet.title not in (FINDINGS, SCORES))
    return {sheet.title: [cell.value for row in sheet for cell in row] for sheet in others}


@pytest.fixture
def viewer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program that this computer opens files with; it writes down which."""
    folder, seen = tmp_path / "bin", tmp_path / "opened.txt"
    if os.name == "nt":
        monkeypatch.setattr(os, "startfile", lambda path: seen.write_text(str(path), encoding="utf-8"))
        return seen
    folder.mkdir()
    program = folder / "xdg-open"
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > "{seen}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return seen


@pytest.mark.parametrize("name", [found.workbook.name for found in samples()])
def test_the_open_workbook_gets_the_same_sheets_as_its_file(name, tmp_path):
    content = next(found.workbook for found in samples() if found.workbook.name == name).read_bytes()
    book = on_screen(tmp_path, content)
    live.check(book)
    file = load_workbook(BytesIO(with_only(after_file(tmp_path, content), FINDINGS, SCORES)))
    for sheet in {FINDINGS, SCORES} & set(file.sheetnames):
        assert shown(book.impl.formulas, sheet) == shown(file, sheet)


def after_file(folder: Path, content: bytes) -> bytes:
    return workbook_with_results(inspect(saved(folder, content)))


def test_fewer_findings_than_before_leave_nothing_behind(tmp_path):
    wrong = dict.fromkeys((f"收入.{name}" for name in ("事业", "经营", "其他", "上级补助")), "见附表")
    book = on_screen(tmp_path, after_run(tmp_path, typed(sample(), wrong)))
    names = structure_of(sample()).names
    for area in (names[name] for name in wrong):
        book.sheets[area.sheet].range(area.cell).value = 0
    live.check(book)
    mended = after_run(tmp_path, typed(sample(), dict.fromkeys(wrong, 0)))
    assert shown(book.impl.formulas, FINDINGS) == shown(
        load_workbook(BytesIO(with_only(mended, FINDINGS))), FINDINGS
    )
    links = [cell for row in book.impl.formulas[FINDINGS] for cell in row if cell.hyperlink]
    assert all(cell.value for cell in links)


def test_checking_twice_changes_nothing(tmp_path):
    book = on_screen(tmp_path, sample())
    live.check(book)
    once = [shown(book.impl.formulas, sheet) for sheet in (FINDINGS, SCORES)]
    live.check(book)
    assert [shown(book.impl.formulas, sheet) for sheet in (FINDINGS, SCORES)] == once


def test_an_explanation_on_the_screen_counts_and_stays(tmp_path):
    book = on_screen(tmp_path, after_run(tmp_path, sample(BALANCED)))
    cell = book.sheets[FINDINGS].range(structure_of(sample()).names[f"{FINDINGS}.审核说明"].cell)
    cell.value = "追加了预算"
    assert live.check(book).consistent
    assert cell.value == "追加了预算"


def test_texts_that_look_like_numbers_or_formulas_stay_texts(tmp_path):
    book = on_screen(tmp_path, after_run(tmp_path, sample()))
    names = structure_of(sample()).names
    explanation, figure = names[f"{FINDINGS}.审核说明"].cell, names[f"{FINDINGS}.填报数"]
    stated = f"{figure.column}{figure.first + 1}"
    book.sheets[FINDINGS].range(explanation).value = "'=见附件"
    live.check(book)
    values = [book.sheets[FINDINGS].range(cell).value for cell in (explanation, stated)]
    assert values == ["=见附件", "106.96%"]


def test_excel_is_asked_for_few_ranges(tmp_path):
    book = on_screen(tmp_path, whole_sample())
    live.check(book)
    excel = book.app.impl
    assert excel.reads <= 54
    assert excel.writes <= 8


def test_everything_else_in_excel_stays_as_it_was(tmp_path):
    book = on_screen(tmp_path, whole_sample(), whole=True)
    excel, before = book.app.impl, all_other_sheets(book.impl.formulas)
    excel.calculation, excel.selection = "manual", (selection := book.sheets[0].range("B3").impl)
    protected = {sheet.name: sheet.impl.formulas.protection.__dict__.copy() for sheet in book.sheets}
    live.check(book)
    assert (excel.calculation, excel.screen_updating, excel.enable_events) == ("manual", True, True)
    assert excel.selection is selection
    assert all_other_sheets(book.impl.formulas) == before
    assert {s.name: s.impl.formulas.protection.__dict__ for s in book.sheets} == protected
    assert protected[FINDINGS]["sheet"]
    assert not protected[FINDINGS]["autoFilter"]  # or giving back what was allowed would prove nothing


def test_filters_stay_as_they_were(tmp_path):
    book = on_screen(tmp_path, sample())
    shown = book.impl.formulas[FINDINGS].auto_filter
    before = shown.ref, [column.to_tree().attrib for column in shown.filterColumn]
    live.check(book)
    assert (shown.ref, [column.to_tree().attrib for column in shown.filterColumn]) == before
    assert book.sheets[FINDINGS].api.FilterMode


def test_a_sheet_with_a_password_gets_a_sentence_and_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pywintypes", SimpleNamespace(com_error=RefusedError))
    book = on_screen(tmp_path, sample())
    book.impl.formulas[SCORES].protection.password = "secret"
    with pytest.raises(UnusableInput, match=r"“评分表”设了保护密码.*撤销工作表保护"):
        live.check(book)
    assert book.app.impl.writes == 0
    assert book.impl.formulas[FINDINGS].protection.sheet


def test_a_run_makes_and_opens_the_report_that_the_file_would_get(tmp_path, viewer):
    book = on_screen(tmp_path, sample())
    done = live.run(book)
    (tmp_path / "file").mkdir()
    by_file = run_file(saved(tmp_path / "file", sample()))
    assert done.report == tmp_path / by_file.report.name
    assert done.report.read_bytes() == by_file.report.read_bytes()
    assert viewer.read_text(encoding="utf-8") == str(done.report)


def test_a_windows_without_a_program_for_reports_is_no_failure(tmp_path, monkeypatch):
    def none_is_registered(_: Path) -> None:
        raise OSError(1155, "no application is associated with the specified file")

    monkeypatch.setattr(os, "startfile", none_is_registered, raising=False)
    with monkeypatch.context() as on_windows:
        on_windows.setattr(sys, "platform", "win32")
        live._show(tmp_path / "报告.docx")


def test_a_run_does_not_touch_the_saved_file(tmp_path, viewer):
    book = on_screen(tmp_path, sample())
    live.run(book)
    assert (tmp_path / "工作簿.xlsm").read_bytes() == sample()


def test_rules_beside_the_saved_workbook_count(tmp_path):
    (tmp_path / "校验规则.toml").write_text(OWN_RULE, encoding="utf-8")
    assert "OWN-01" in {finding.id for finding in live.inspect(on_screen(tmp_path, sample())).findings}


def test_a_button_tells_the_outcome_in_excel(tmp_path, viewer):
    book = on_screen(tmp_path, sample())
    book.set_mock_caller()
    live.click(live.run)
    ((said, title, mode),) = book.app.impl.alerts
    assert said.startswith("校验完成：错误 1 个，警告 1 个，已说明 0 个，第一处在 ")
    assert said.endswith("绩效评价报告（草稿）.docx。")
    assert (title, mode) == ("绩效", "info")


def test_a_button_tells_in_excel_why_nothing_could_be_done():
    book = opened(sample(), "工作簿1")
    book.set_mock_caller()
    live.click(live.check)
    ((said, _, mode),) = book.app.impl.alerts
    assert said.startswith("“工作簿1”还没有保存过")
    assert mode == "critical"


def test_nothing_of_xlwings_that_is_not_free_is_named():
    root = Path(live.__file__).parent
    sources = [path.read_text(encoding="utf-8") for path in root.rglob("*.py")]
    assert not [text for text in sources if "xlwings.pro" in text or "xlwings.server" in text]


def test_what_is_printed_follows_what_is_filled_as_in_the_file(tmp_path):
    book = on_screen(tmp_path, sample())
    live.check(book)
    file = load_workbook(BytesIO(with_only(after_run(tmp_path, sample()))))
    assert {sheet.name: print_area(sheet) for sheet in book.sheets} == {
        sheet.title: sheet.print_area.replace("'", "") for sheet in file
    }


def test_a_print_area_that_was_set_on_the_screen_is_kept(tmp_path):
    book = on_screen(tmp_path, sample())
    sheet = book.sheets["功能分类"]
    area_name(sheet).refers_to = "=功能分类!$A$1:$B$9"
    live.check(book)
    assert print_area(sheet) == "功能分类!$A$1:$B$9"


def area_name(sheet: xlwings.Sheet) -> xlwings.Name | None:
    return next((name for name in sheet.names if name.name == "Print_Area"), None)


def print_area(sheet: xlwings.Sheet) -> str:
    name = area_name(sheet)
    return name.refers_to.removeprefix("=").replace("'", "") if name else ""

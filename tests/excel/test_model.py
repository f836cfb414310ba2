"""A click in Excel, as far as pyOpenVBA's model of Excel goes: what it writes is what `jixiao run` writes."""

import random
from functools import cache
from pathlib import Path

import pytest
from excel.model import LAUNCHER, Excel
from invented_self_evaluation import self_evaluation
from openpyxl import load_workbook
from volume import volume
from workbook.books import silent, silent_sample

from jixiao.building.workbook import built
from jixiao.faces.excel.button import serve
from jixiao.pack.loading import load_pack
from jixiao.pack.sections import FindingsSection, ScorecardSection
from jixiao.pipeline import run

PROJECT = "project-self-evaluation"
WORDS = load_pack().buttons.words


@cache
def self_evaluated(seed: int) -> bytes:
    """An invented project's workbook; without live sheets, which no macro touches."""
    pack = silent(load_pack(PROJECT))
    return built(pack, pack.form.framework, self_evaluation(seed, random.Random(seed), "万元"))


def pressed(content: bytes, folder: Path, macro: str = "CheckBook") -> Excel:
    """The workbook after a click, the program at work on the copy that the macro made."""

    def program(words: list[str]) -> None:
        assert words[:2] == [LAUNCHER, "button"]
        action, snapshot, job, original = words[2:6]
        assert original == r"C:\工作\自评.xlsm"
        excel.real(original).write_bytes(content)
        serve(action, excel.real(snapshot), excel.real(job), str(excel.real(original)))

    excel = Excel(content, folder, program)
    excel.install()
    excel.said = excel.press(macro)
    return excel


def result_sheets(pack: str) -> list[str]:
    sheets = load_pack(pack).form.sheets
    return [
        s.name for s in sheets if any(isinstance(x, FindingsSection | ScorecardSection) for x in s.sections)
    ]


def as_run(content: bytes, folder: Path, sheet: str) -> dict[str, object]:
    path = folder / "运行.xlsm"
    if not path.exists():
        path.write_bytes(content)
        run(path)
    cells = [cell for row in load_workbook(path)[sheet].iter_rows() for cell in row]
    return {c.coordinate: c.value for c in cells if c.value not in (None, "") and c.data_type != "f"}


def agrees(content: bytes, folder: Path, pack: str) -> int:
    """Compare all cells of the result sheets; how many there are."""
    excel, count = pressed(content, folder), 0
    assert excel.said.startswith("校验完成"), excel.said
    for sheet in result_sheets(pack):
        wanted = as_run(content, folder, sheet)
        assert excel.cells(sheet) == wanted
        count += len(wanted)
    assert [book.name for book in excel.app.workbooks()] == ["自评.xlsm"]  # the answer is closed
    [answer] = folder.rglob("answer*.xlsx")
    assert answer.name == f"answer-{answer.parent.name}.xlsx"
    return count


@pytest.mark.volume
@pytest.mark.parametrize("seed", range(volume(12, 1)))
def test_a_click_writes_what_a_run_writes_cell_by_cell(seed, tmp_path):
    assert agrees(self_evaluated(seed), tmp_path, PROJECT) > 50


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", ["leiyang-2022", "leiyang-2022-balanced"])
def test_a_click_writes_what_a_run_writes_in_the_samples(name, tmp_path):
    assert agrees(silent_sample(name), tmp_path, "department-overall") > 500


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> Excel:
    return Excel(self_evaluated(0), tmp_path_factory.mktemp("excel"), lambda words: None)


@pytest.fixture
def excel(opened) -> Excel:
    """An Excel in which no program is installed; to open a workbook takes half a second."""
    opened.refuses, opened.slept = "", 0
    opened.real(LAUNCHER).unlink(missing_ok=True)
    opened.app.dialogs.clear()
    opened.word("limit", "1")
    opened.type("JixiaoReport", "")
    return opened


def test_without_the_program_it_says_so_and_makes_no_copy(excel):
    assert excel.press("MakeReport") == WORDS["missing"]
    assert not list(excel.drive.rglob("jobs/*/*.xlsm"))


def test_every_text_stays_the_text_it_is(excel):
    for text in ("106.96%", "12/12", "1E5", "TRUE", "2023-1-1", "(5)", "￥5", "=1+1", "'x", "合计"):
        excel.type("JixiaoSaid", excel.app.run("Literal", text))
        assert excel.named("JixiaoSaid").vba_get("Value") == text


def test_a_refused_start_is_told_for_what_it_is(excel):
    excel.install()
    excel.refuses = "拒绝访问。\r\n"
    said = excel.press("CheckBook")
    assert said == WORDS["refused"].replace("{reason}", "拒绝访问 (70)")
    assert excel.boxes == [said]


def test_the_time_to_wait_is_bounded(excel):
    for said, seconds in (("1", 1), ("0", 180), ("abc", 180), ("99999", 600)):
        excel.word("limit", said)
        assert excel.app.run("Limit") == seconds


def test_it_sleeps_while_it_waits(excel):
    excel.install()
    assert excel.press("CheckBook").startswith("等了 1 秒，jixiao 程序没有应答")
    assert 1 <= excel.slept <= 6  # each of the model's seconds lasts 0.3 s


def test_a_character_that_a_box_cannot_show_sends_to_the_cell(excel):
    excel.app.run("Tell", "单位：𠮷田")
    excel.app.run("Tell", "单位：吉田")
    assert excel.boxes == [WORDS["in_cell"], "单位：吉田"]
    excel.app.run("Tell", "单位：𠮷田")
    assert excel.named("JixiaoSaid").vba_get("Value") == "单位：𠮷田"


def test_what_is_no_plain_name_of_a_word_file_is_not_opened(excel):
    for report in (
        "..%2f别处.docx",
        "C:x.docx",
        ".docx",
        "甲:乙.docx",
        "a/b.docx",
        "a\\b.docx",
        'a"b.docx',
        "x.exe",
    ):
        put_report(excel, report)
        assert excel.press("OpenReport") == WORDS["no_report"]


def test_a_name_that_a_link_would_read_otherwise_is_told_and_not_opened(excel):
    for report in ("完成率100%.docx", "1#楼.docx"):
        put_report(excel, report)
        assert excel.press("OpenReport") == WORDS["not_opened"].replace("{file}", report)


def put_report(excel: Excel, name: str) -> None:
    """A file of that name beside the workbook, and what the macros remember of it."""
    place = excel.real(f"C:\\工作\\{name}")
    place.parent.mkdir(exist_ok=True)
    place.touch()
    excel.type("JixiaoReport", f"'{name}")


def test_a_report_that_is_gone_is_told(excel):
    assert excel.press("OpenReport") == WORDS["no_report"]
    excel.type("JixiaoReport", "报告.docx")
    assert excel.press("OpenReport") == WORDS["no_report"]


def test_a_workbook_of_onedrive_is_handed_on_by_its_address(excel):
    folder, excel.book.path = excel.book.path, "https://d.docs.live.net/AB12/文档"
    excel.install()
    excel.press("CheckBook")
    excel.book.path = folder
    assert excel.orders[-1][5].strip('"') == "https://d.docs.live.net/AB12/文档/自评.xlsm"


CRITERIA = {
    '"错误"': 0,
    '"错误", 2, "警告"': 2,
    'Array("1", "2", "3", "4"), 7': 7,
    'Array("1", "2", "=", "4"), 7': 7,
}


def test_a_filter_is_there_again_after_a_click(excel):
    sheet = next(s for s in result_sheets(PROJECT) if excel.book.sheet_named(s).vba_get("AutoFilterMode"))
    of = f'ThisWorkbook.Worksheets("{sheet}")'
    excel.app.evaluate(f'{of}.Unprotect("")')
    excel.app.add_module(f"""
Sub Again()
    Dim kept As Variant
    kept = Unfiltered({of})
    If {of}.FilterMode Then Err.Raise 600
    Refilter {of}, kept
End Sub""")
    for criteria, operator in CRITERIA.items():
        excel.app.evaluate(f"{of}.AutoFilter.Range.AutoFilter(1, {criteria})")
        before = filter_of(excel, of)
        assert before[:2] == (True, operator)
        excel.app.run("Again")
        assert filter_of(excel, of) == before


def filter_of(excel: Excel, of: str) -> tuple[object, ...]:
    column = f"{of}.AutoFilter.Filters(1)"
    return tuple(excel.app.evaluate(f"{column}.{what}") for what in ("On", "Operator", "Criteria1"))

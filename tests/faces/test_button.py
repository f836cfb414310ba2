"""What the macros behind the buttons call, without any office: every trouble ends in an answer."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from frameworks.invented import make_docx
from frameworks.projection import TABLES
from openpyxl import load_workbook
from workbook.books import silent_sample as sample

from jixiao.building.new_workbook import new_workbook
from jixiao.faces.cli import cli
from jixiao.faces.excel import launcher
from jixiao.model.errors import UnusableInput
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect
from jixiao.write_back import patches_of, print_areas_of


@pytest.fixture
def job(tmp_path: Path) -> Path:
    folder = tmp_path / "jobs" / "20230510-120000-1"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "工作簿.xlsm"
    path.write_bytes(sample())
    return path


def press(action: str, job: Path, original: Path, content: bytes | None = None) -> list[str]:
    """The lines of the sheet “answer”; the snapshot is the original unless given."""
    snapshot = job / original.name
    snapshot.write_bytes(original.read_bytes() if content is None else content)
    done = CliRunner().invoke(cli, ["button", action, *map(str, (snapshot, job, original))])
    assert done.exit_code == 0, done.output
    assert not snapshot.exists()
    sheet = load_workbook(job / "answer.xlsx")["answer"]
    return [sheet.cell(row, 1).value or "" for row in range(1, 6)]


def test_the_report_goes_beside_the_original(job, book):
    sentence, report, sheet, cell, results = press("report", job, book)
    assert (book.parent / report).is_file()
    assert report in sentence
    assert (sheet, cell, results) == ("社会保险基金", "B33", "results")
    assert book.read_bytes() == sample()


def test_the_answer_holds_every_cell_that_a_run_would_write(job, book):
    press("check", job, book)
    answer = load_workbook(job / "answer.xlsx")
    for name, patch in patches_of(inspect(book)).items():
        cells = dict(patch.cells)
        for number, row in enumerate(patch.rows, patch.first):
            cells |= {f"{column}{number}": value for column, value in zip(patch.columns, row, strict=True)}
        for address, value in cells.items():
            found = answer[name][address].value
            assert str(found or "") == str(value or "") or float(found) == float(value), (name, address)


def test_the_answer_says_what_is_to_be_printed_as_a_run_would(job, book):
    press("check", job, book)
    steps = load_workbook(job / "answer.xlsx")["steps"].iter_rows(max_col=3, values_only=True)
    areas = print_areas_of(inspect(book))
    assert {name: area for what, name, area in steps if what == "print"} == areas
    assert areas["项目绩效"] == "$XFD$1"


def test_a_broken_copy_gets_a_sentence_and_no_results(job, book):
    sentence, *rest = press("check", job, book, b"no workbook")
    assert sentence.startswith("没有办成：")
    assert book.name in sentence
    assert rest == ["", "", "", ""]


def test_an_old_copy_sends_it_to_the_original_and_a_missing_original_gets_a_sentence(job, book):
    sentence = press("check", job, book, b"\xd0\xcf\x11\xe0")[0]  # an old .xls: the original is read
    assert "没有计入" in sentence
    book.rename(book.with_name("别处.xlsm"))
    (job / book.name).write_bytes(b"\xd0\xcf\x11\xe0")
    CliRunner().invoke(cli, ["button", "check", str(job / book.name), str(job), str(book)])
    assert load_workbook(job / "answer.xlsx")["answer"]["A1"].value.startswith("没有办成：")


def test_the_log_says_what_happened(job, book):
    press("check", job, book)
    assert "校验完成" in (job / "log.txt").read_text(encoding="utf-8")


def test_old_jobs_are_forgotten_and_other_folders_left_alone(job, book):
    old = [job.with_name(f"20230101-0000{number:02}-1") for number in range(15)]
    for folder in (*old, job.with_name("我的文件")):
        folder.mkdir()
    press("check", job, book)
    assert len([folder for folder in old if folder.exists()]) == 9
    assert job.with_name("我的文件").exists()


def test_nobody_is_shown_the_command():
    listed = CliRunner().invoke(cli, ["--help"]).output
    assert "button" not in listed
    assert "check" in listed


def test_the_launcher_hands_chinese_and_brackets_on(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "用户 (一)"))
    place = launcher.install_launcher()
    assert place == launcher.launcher()
    wanted = tmp_path / "新 [1].xlsx"
    subprocess.run([place, "new", wanted], check=True, timeout=60, capture_output=True)
    assert wanted.is_file()


def test_a_launcher_that_is_right_is_left_alone(tmp_path, monkeypatch):
    """It may be the one that runs: Windows replaces no batch file that is being read."""
    for name in ("HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    first = launcher.install_launcher().stat().st_ino
    assert launcher.install_launcher().stat().st_ino == first
    launcher.launcher().write_text("old")
    assert "jixiao" in launcher.install_launcher().read_text()


def test_a_python_of_the_store_writes_no_launcher(tmp_path, monkeypatch):
    for name in ("HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(
        "sys.base_prefix", r"C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.12_x64"
    )
    done = CliRunner().invoke(cli, ["excel", "setup"])
    assert isinstance(done.exception, UnusableInput)
    assert "python.org" in str(done.exception)
    assert not launcher.launcher().exists()


def test_the_launcher_for_windows_speaks_utf8_and_doubles_percent_signs():
    text = launcher.windows_text(r"C:\用户\100%\python.exe")
    assert text.startswith("@echo off\r\nchcp 65001 >nul\r\n")
    assert r'"C:\用户\100%%\python.exe" -P -X utf8 -m jixiao %*' in text


def test_a_chinese_user_name_does_not_stand_in_a_batch_file():
    environ = {"LOCALAPPDATA": r"C:\Users\王 会计\AppData\Local", "USERPROFILE": "C:\\Users\\王 会计\\"}
    for python, written in (
        (
            r"c:\users\王 会计\AppData\Local\jixiao\python\python.exe",
            r"%LOCALAPPDATA%\jixiao\python\python.exe",
        ),
        (r"C:\Users\王 会计\100%\python.exe", r"%USERPROFILE%\100%%\python.exe"),
        (r"C:\Users\王 会计2\python.exe", r"C:\Users\王 会计2\python.exe"),
    ):
        assert f'"{written}" -P' in launcher.windows_text(python, environ)


def test_an_excel_of_32_bits_finds_a_python_in_program_files():
    """What it starts has another folder in %ProgramFiles%."""
    python, environ = r"C:\Program Files\Python311\python.exe", {"ProgramFiles": r"C:\Program Files"}
    assert f'"{python}" -P' in launcher.windows_text(python, environ)


def test_a_new_workbook_without_macros_is_one_by_its_name(tmp_path):
    new_workbook(load_pack(), tmp_path / "新.xlsx")
    names = load_workbook(tmp_path / "新.xlsx").defined_names
    assert "JixiaoWords" not in names
    assert load_pack().form.unit_name in names


def test_a_new_workbook_of_another_kind_is_refused(tmp_path):
    with pytest.raises(UnusableInput, match="xlsx"):
        new_workbook(load_pack(), tmp_path / "新.xls")


def test_python_runs_the_package():
    done = subprocess.run(
        [sys.executable, "-m", "jixiao", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("jixiao ")


def test_a_score_table_makes_a_workbook_beside_the_original(job, book):
    layout = (TABLES / "either-or.txt").read_text(encoding="utf-8")
    table = make_docx(f"2019年度{layout}", book.parent / "评分表.docx")
    snapshot = job / book.name
    snapshot.write_bytes(book.read_bytes())
    done = CliRunner().invoke(cli, ["button", "table", *map(str, (snapshot, job, book, table))])
    assert done.exit_code == 0, done.output
    said = [cell.value for cell in load_workbook(job / "answer.xlsx")["answer"]["A"]]
    assert "“部门整体支出绩效考核表”8 个指标：由工具评分的 5 个，由人评分的 3 个" in said[0]
    assert "评分表的标题写的是2019年，工作簿是2022年的" in said[0]
    assert "已在旁边新建“工作簿（新指标体系）.xlsm”" in said[0]
    assert not any(said[1:5])  # nothing for the workbook that is open
    assert (book.parent / "工作簿（新指标体系）.xlsm").is_file()
    assert book.read_bytes() == sample()


def test_a_file_without_a_score_table_is_one_sentence(job, book):
    table = make_docx("填报说明\n", book.parent / "说明.docx")
    snapshot = job / book.name
    snapshot.write_bytes(book.read_bytes())
    CliRunner().invoke(cli, ["button", "table", *map(str, (snapshot, job, book, table))])
    assert "没有找到评分表" in load_workbook(job / "answer.xlsx")["answer"]["A1"].value


WRONG = "2023年度部门决算情况说明\n本年支出合计300.50万元，其中：基本支出200.20万元；项目支出110.30万元。\n"


def test_reports_that_are_chosen_are_audited_beside_themselves(job, book, tmp_path):
    folder = tmp_path / "别的 文件夹"
    folder.mkdir()
    (folder / "报告.txt").write_text(WRONG, encoding="utf-8")
    snapshot = job / book.name
    snapshot.write_bytes(book.read_bytes())
    chosen = (folder / "报告.txt", folder / "没有.pdf")
    CliRunner().invoke(cli, ["button", "audit", *map(str, (snapshot, job, book, *chosen))])
    sentence = load_workbook(job / "answer.xlsx")["answer"]["A1"].value
    assert sentence.startswith("共2份报告：有错误1份，没能审核1份。")
    assert "没有.pdf" in sentence
    assert {"报告（审核）.html", "审核清单.xlsx"} <= {path.name for path in folder.iterdir()}
    assert book.read_bytes() == sample()

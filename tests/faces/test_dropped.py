"""Workbooks dropped on the batch file. No Windows here: its text is looked at, its command really run."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands import STOPPABLE, stop
from docx import Document
from frameworks.invented import make_docx
from frameworks.projection import TABLES

from jixiao.building.samples import samples
from jixiao.faces.commands.excel.dropped import command
from jixiao.faces.commands.framework.read import command as read
from jixiao.faces.excel.drop_target import GIVEN, drop_target_text, dropped_paths

BOOKS = {sample.values.stem: sample.workbook for sample in samples()}
CMD = r"C:\Windows\system32\cmd.exe /c "
COMMAND = [sys.executable, "-c", "from jixiao.faces.cli import main; main()", "excel", "dropped"]


@pytest.mark.parametrize(
    ("order", "paths"),
    [
        (r'""D:\拖 放.cmd" C:\A&B\甲.xlsm"', (r"C:\A&B\甲.xlsm",)),  # unquoted: what cmd cuts at the &
        (r'""D:\x.cmd" "C:\a b (1)\甲 & 乙.xlsm""', (r"C:\a b (1)\甲 & 乙.xlsm",)),
        (r'""D:\x.cmd" C:\a^b.xlsm C:\1%.xlsm C:\好!.xls "', (r"C:\a^b.xlsm", r"C:\1%.xlsm", r"C:\好!.xls")),
        (r'""D:\x.cmd" "C:\a b.xlsm" C:\c,d;e=f.xlsm "\\服务器\共享 夹\g.xlsm""',
         (r"C:\a b.xlsm", r"C:\c,d;e=f.xlsm", r"\\服务器\共享 夹\g.xlsm")),
        (r'""D:\x.cmd""', ()),  # started by a double click
    ],
)  # fmt: skip
def test_all_dropped_files_are_understood(order, paths):
    assert dropped_paths(CMD + order) == paths


@pytest.mark.parametrize("line", ["", r'"C:\Windows\system32\cmd.exe"', CMD + r'"python -m x C:\a.xlsm"'])
def test_a_command_line_that_started_no_batch_file_names_no_files(line):
    assert dropped_paths(line) == ()


def test_the_batch_file_is_utf8_with_windows_line_ends():
    content = drop_target_text(r"C:\王会计\python.exe").encode()
    assert content.count(b"\r\n") == content.count(b"\n") > 8
    assert not content.startswith(b"\xef\xbb\xbf")  # cmd would take a byte order mark for a command
    lines = content.decode().split("\r\n")
    assert lines[:2] == ["@echo off", "chcp 65001 >nul"]
    assert all(line.isascii() for line in lines[:2])


def test_the_batch_file_quotes_python_and_expands_nothing_twice():
    text = drop_target_text(r"C:\50%\a & b (x86)\python.exe")
    program = r'"C:\50%%\a & b (x86)\python.exe"'
    assert text.count(program) == text.count("python.exe") == 3
    assert f"{program} -P -X utf8 -m jixiao excel dropped %*\r\n" in text
    assert "call " not in text
    assert text.index("DisableDelayedExpansion") < text.index(program)


def test_the_batch_file_hands_the_whole_command_line_on_waits_and_ends_cmd():
    lines = drop_target_text("python.exe").splitlines()
    assert f'set "{GIVEN}=!cmdcmdline!"' in lines
    assert lines.count("pause") == lines.count("exit") == 2  # both ways out
    assert lines[-2:] == ["pause", "exit"]  # exit without /b: what follows an & must not run


def dropped(*books: Path, line: str = "") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {GIVEN: line}
    return subprocess.run(
        [*COMMAND, *map(str, books)],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=120,
        check=False,
    )


def test_every_dropped_workbook_is_run_and_a_bad_one_stops_nothing(tmp_path):
    good = Path(shutil.copy(BOOKS["leiyang-2022"], tmp_path / "甲 (1) & 乙.xlsm"))
    bad = tmp_path / "-坏.xlsm"
    bad.write_bytes(b"PK")
    done = dropped(bad, good)
    assert done.returncode == 2
    assert "3.22" in done.stdout
    assert "共 2 本：全部相符 0 本，有问题 1 本，没能处理 1 本。" in done.stdout
    assert len(list(tmp_path.glob("*.docx"))) == 1
    assert done.stderr.count("\n") == 1


def test_the_command_line_of_windows_counts_more_than_the_cut_arguments(tmp_path):
    good = Path(shutil.copy(BOOKS["final-accounts-2024"], tmp_path / "A&B.xlsm"))
    done = dropped(tmp_path / "A", line=rf'{CMD}""D:\x.cmd" {good}"')
    assert done.returncode == 0
    assert f"已写入：{good}" in done.stdout


def test_a_dropped_folder_is_watched(tmp_path):
    command, pipe = [*STOPPABLE, "excel", "dropped", str(tmp_path)], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as process:
        assert process.stdout is not None
        assert f"正在看守“{tmp_path}”" in process.stdout.readline()
        stop(process)
        assert process.wait(30) == 0


def test_after_a_dropped_folder_the_signals_do_what_they_did(tmp_path):
    def interrupt():
        while signal.getsignal(signal.SIGINT) is before:
            time.sleep(0.05)
        signal.raise_signal(signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    thread = threading.Thread(target=interrupt, daemon=True)
    thread.start()
    done = CliRunner().invoke(command, [str(tmp_path)], standalone_mode=False)
    thread.join(30)
    assert (done.return_value, signal.getsignal(signal.SIGINT)) == (0, before)
    assert "看守已结束。" in done.output


@pytest.fixture(scope="module")
def with_table(tmp_path_factory):
    """A score table beside a workbook."""
    folder = tmp_path_factory.mktemp("table")
    layout = (TABLES / "either-or.txt").read_text(encoding="utf-8")
    return make_docx(layout, folder / "评分表.docx"), Path(
        shutil.copy(BOOKS["leiyang-2022"], folder / "甲.xlsm")
    )


def anew(*files: Path):
    return CliRunner().invoke(command, [str(file) for file in files], standalone_mode=False)


def test_a_score_table_dropped_with_a_workbook_makes_one_for_it(with_table):
    table, book = with_table
    before = book.read_bytes()
    done = anew(book, table)
    assert done.return_value == 0
    assert (book.with_name("甲（新指标体系）.xlsm")).is_file()
    assert book.read_bytes() == before
    assert "改用“部门整体支出绩效考核表”" in done.output
    assert "请在新建的这一本里接着填" in done.output


def test_a_score_table_alone_is_for_the_only_workbook_beside_it(with_table, tmp_path):
    table, book = with_table
    alone = Path(shutil.copy(table, tmp_path / table.name))
    shutil.copy(book, tmp_path / "乙.xlsm")
    assert anew(alone).return_value == 0
    assert (tmp_path / "乙（新指标体系）.xlsm").is_file()
    done = anew(alone)  # now there are two
    assert done.return_value == 2
    assert "请把评分表和工作簿一起选中" in done.stderr


def test_a_framework_file_is_taken_like_the_table_and_a_workbook_of_that_very_table_serves(with_table):
    table, book = with_table
    made = book.with_name("乙（新指标体系）.xlsm")
    file = book.with_name("指标体系.toml")
    CliRunner().invoke(read, [str(table), "--out", str(file)], standalone_mode=False)
    done = anew(Path(shutil.copy(book, book.with_name("乙.xlsm"))), file)
    assert (done.return_value, made.is_file()) == (0, True)
    done = anew(made, table)
    assert "用的就是这套指标体系，没有另建" in done.output
    assert "请核对" not in done.output.rpartition("没有另建")[2]


def test_a_table_of_another_year_is_told(with_table, tmp_path):
    _, book = with_table
    layout = (TABLES / "either-or.txt").read_text(encoding="utf-8")
    table = make_docx(f"2019年度{layout}", tmp_path / "评分表.docx")
    done = anew(Path(shutil.copy(book, tmp_path / "丙.xlsm")), table)
    assert "评分表的标题写的是2019年，工作簿是2022年的" in done.output


def test_two_score_tables_are_one_too_many(with_table):
    table, book = with_table
    assert "一次只能用一张评分表" in anew(table, table, book).stderr


WRONG = "本年支出合计300.50万元，其中：基本支出200.20万元；项目支出110.30万元。"


def test_reports_that_are_dropped_alone_are_audited_and_marked_beside_them(with_table, tmp_path):
    document = Document(str(with_table[0]))  # a report may hold its score table
    for year in ("2023年度部门决算情况说明", *[WRONG] * 5):
        document.add_paragraph(year)
    document.save(str(tmp_path / "报告.docx"))
    (tmp_path / "说明.txt").write_text(f"2023年度部门决算情况说明\n{WRONG}\n", encoding="utf-8")
    done = anew(tmp_path / "报告.docx", tmp_path / "说明.txt")
    assert done.return_value == 1
    assert "310.50万元" in done.output
    written = {"报告（审核）.docx", "说明（审核）.html", "审核清单.xlsx"}
    assert written <= {path.name for path in tmp_path.iterdir()}


def test_a_document_that_cannot_be_read_is_said_to_be_that(tmp_path):
    (tmp_path / "坏.docx").write_bytes(b"PK word/document.xml")
    done = anew(tmp_path / "坏.docx")
    assert done.return_value == 2
    assert "“坏.docx”已损坏" in done.stderr


def test_nothing_dropped_says_what_to_drop():
    done = dropped()
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有收到工作簿" in done.stderr

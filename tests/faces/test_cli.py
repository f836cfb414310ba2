"""The command line as scripts and people rely on it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import click
import pytest
from commands import COMMAND, started
from commands import called as jixiao

from jixiao.building.samples import samples
from jixiao.faces.cli import cli
from jixiao.pack.loading import pack_names
from jixiao.workbook.file.source import saved_book

BOOKS = {sample.values.stem: sample.workbook for sample in samples()}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(BOOKS["leiyang-2022"], tmp_path / "绩效 2022.xlsm"))


def test_run_leaves_with_1_and_writes_workbook_and_draft(book: Path):
    done = started("run", book)
    assert done.returncode == 1
    assert done.stderr == ""
    assert [path.name for path in book.parent.glob("*.docx")] == [
        "耒阳市工伤保险服务中心2022年部门整体支出绩效评价报告（草稿）.docx"
    ]


def test_run_twice_gives_the_same_bytes(book: Path):
    started("run", book)
    first = {path.name: path.read_bytes() for path in book.parent.iterdir()}
    started("run", book)
    assert {path.name: path.read_bytes() for path in book.parent.iterdir()} == first


def test_run_changes_only_the_result_sheets_and_the_recalculation_flag(book: Path):
    with ZipFile(book) as archive:
        before = {name: archive.read(name) for name in archive.namelist()}
    jixiao("run", book)
    with ZipFile(book) as archive:
        changed = {name for name in archive.namelist() if archive.read(name) != before[name]}
        assert archive.namelist() == list(before)
    parts = saved_book(book).structure.parts
    written = {parts[sheet] for sheet in ("评分表", "校验结果", "填报说明")}  # of the last one a cell
    assert changed - {"xl/workbook.xml"} <= written


def test_check_writes_nothing(book: Path):
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in book.parent.iterdir()}
    assert jixiao("check", book).returncode == 1
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in book.parent.iterdir()} == before


def test_json_is_one_document_and_nothing_else(book: Path):
    done = started("check", book, "--json")
    document = json.loads(done.stdout)
    assert set(document) >= {"workbook", "counts", "findings", "score", "report"}
    assert document["report"] is None
    assert document["score"]["total"] == "99"


def test_a_finding_in_json_keeps_the_contract(book: Path):
    finding = json.loads(jixiao("run", book, "--json").stdout)["findings"][0]
    wanted = {"id", "severity", "outcome", "sheet", "cell", "label", "stated", "expected", "difference"}
    assert wanted | {"message", "cells"} <= set(finding)
    assert finding["sheet"] == "社会保险基金"
    assert (finding["stated"], finding["expected"], finding["difference"]) == ("4990.17", "4986.95", "3.22")


def test_run_json_names_the_report_it_made(book: Path):
    document = json.loads(jixiao("run", book, "--out", book.parent / "报告", "--json").stdout)
    assert Path(document["report"]).parent == book.parent / "报告"
    assert Path(document["report"]).is_file()


def test_check_takes_several_workbooks_and_leaves_with_the_worst_code(book: Path):
    done = jixiao("check", BOOKS["leiyang-2022-balanced"], book.parent / "没有.xlsm", book, "--json")
    assert done.returncode == 2
    assert [("error" in document) for document in json.loads(done.stdout)] == [False, True, False]


def test_a_new_workbook_is_read_and_asks_for_what_is_missing(tmp_path: Path):
    out = tmp_path / "新建.xlsm"
    assert jixiao("new", "--year", 2024, out).returncode == 0
    findings = json.loads(jixiao("check", out, "--json").stdout)["findings"]
    sheets = [finding["label"] for finding in findings if finding["id"] == "BLANK-01"]
    assert {"单位概况", "收支总表", "指标自评"} <= set(sheets)
    assert len(sheets) == len(set(sheets)) == len(findings)
    assert not any(finding["label"] == "评价年度" for finding in findings)


@pytest.mark.parametrize("name", ["", ".", "..", ".xlsm", "新建.docx"])
def test_a_new_workbook_needs_a_name_with_the_right_ending(name: str, tmp_path: Path):
    for command in (("new",), ("import", BOOKS["leiyang-2022"])):
        done = jixiao(*command, name, cwd=tmp_path)
        assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
        assert "应以 .xlsm（带按钮）或 .xlsx（不带宏）结尾" in done.stderr


def test_new_never_overwrites(book: Path):
    before = book.read_bytes()
    done = jixiao("new", book)
    assert (done.returncode, book.read_bytes()) == (2, before)
    assert "已经存在" in done.stderr


def test_new_with_values_makes_the_sample(tmp_path: Path):
    out = tmp_path / "样例.xlsm"
    values = BOOKS["leiyang-2022"].with_suffix(".toml")
    assert jixiao("new", "--values", values, out).returncode == 0
    assert json.loads(jixiao("check", out, "--json").stdout)["score"]["total"] == "99"


def test_new_with_the_other_framework_is_scored_by_it(tmp_path: Path):
    out = tmp_path / "另一.xlsm"
    assert jixiao("new", "--framework", "reconstructed-2022-53", out).returncode == 0
    assert "八项指标" in json.loads(jixiao("check", out, "--json").stdout)["score"]["framework"]


def test_values_for_indicators_of_another_framework_are_refused(tmp_path: Path):
    out = tmp_path / "另一.xlsm"
    values = BOOKS["leiyang-2022"].with_suffix(".toml")
    done = jixiao("new", "--framework", "reconstructed-2022-53", "--values", values, out)
    assert (done.returncode, out.exists()) == (2, False)
    assert "B1" in done.stderr


def test_demo_ends_with_0_and_says_where_the_files_are(tmp_path: Path):
    done = jixiao("demo", tmp_path / "演示")
    assert done.returncode == 0
    named = [
        line.partition("：")[2] for line in done.stdout.splitlines() if line.endswith((".docx", ".xlsm"))
    ]
    assert len([path for path in named if Path(path).is_file()]) >= 2


@pytest.mark.parametrize("command", ["", "new", "check", "excel setup"])
def test_help_is_chinese(command: str):
    done = jixiao(*command.split(), "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("用法：")
    assert "Options" not in done.stdout
    assert "Usage" not in done.stdout
    assert "..." not in done.stdout  # a line cut off by click


def test_a_bracket_in_a_file_name_is_no_pattern_on_windows_either(book: Path):
    """Only the name of the system is another: what click does to arguments on Windows is seen here."""
    other = book.with_name("决算1.xlsm")
    shutil.copy(book, other)
    named = book.rename(book.with_name("决算[1].xlsm"))
    system = "class Windows:\n name = 'nt'\n def __getattr__(self, name): return getattr(real, name)\n"
    code = f"import click.core as c\nreal = c.os\n{system}c.os = Windows()\n{COMMAND[-1]}"
    command = [sys.executable, "-c", code, "check", named.name, "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=book.parent, check=False)
    assert json.loads(done.stdout)["workbook"] == named.name


@pytest.mark.parametrize("command", [(), ("excel",), ("template",)])
def test_without_a_command_the_help_is_shown(command: tuple[str, ...]):
    bare, asked = jixiao(*command), jixiao(*command, "--help")
    assert (bare.returncode, bare.stdout.strip()) == (2, asked.stdout.strip())


def test_a_result_sheet_that_is_gone_is_not_said_to_be_written(book: Path):
    with ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    named = '<sheet name="评分表"'.encode()
    assert named in parts["xl/workbook.xml"]
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(named, b'<sheet name="x"')
    with ZipFile(book, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    said = jixiao("run", book).stdout
    assert "\n校验结果已写入：" in said


def test_the_help_of_every_command_has_an_example_that_the_command_takes():
    for path, command in commands(cli):
        if not isinstance(command, click.Group) and not command.hidden:
            assert command.example, path
            for line in command.example.splitlines():
                words = line.split()
                assert words[: len(path)] == path
                command.make_context(" ".join(path), words[len(path) :])


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[list[str], click.Command]]:
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        yield [*path, name], command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


def test_help_names_the_packs_and_the_frameworks():
    page = jixiao("new", "--help").stdout
    assert all(f"{name}〔" in page for name in (*pack_names(), "reconstructed-2022"))
    importable = jixiao("import", "--help").stdout
    assert "department-final-accounts〔" in importable
    assert "department-overall〔" not in importable  # no tables are imported into it


def test_rules_can_be_looked_up_by_a_word_or_a_sheet():
    found = jixiao("rules", "社会保险基金", "--json")
    rules = json.loads(found.stdout)["rules"]
    assert 0 < len(rules) < 30
    assert all("社会保险基金" in json.dumps(rule, ensure_ascii=False) for rule in rules)
    assert "FUND-02" in jixiao("rules", "department-overall", "fund-02").stdout


def test_a_word_that_nothing_speaks_of_is_said_to_be_found_nowhere():
    found = jixiao("rules", "departmnt-overall")
    assert found.returncode == 2
    assert "没有提到“departmnt-overall”的规则、指标和名称。可用的表样是：" in found.stderr


def test_terms_can_be_looked_up_by_a_word():
    lines = jixiao("template", "terms", "滚存结余").stdout.splitlines()
    terms = [line for line in lines if line.startswith("  ")]
    assert terms
    assert all("滚存结余" in line for line in terms)


def test_run_names_the_amounts_that_are_not_printed_if_asked(book: Path):
    count = re.search(r"有 (\d+) 类金额没有印在报告正文里", jixiao("run", book).stdout)
    named = jixiao("run", book, "--unprinted").stdout
    assert count is not None
    assert len(re.findall(r"^  \S+：\S+（.*）$", named, re.MULTILINE)) == int(count[1])


@pytest.mark.parametrize(("name", "year"), [("我单位2024.xlsm", "2024"), ("2023对2024.xlsm", None)])
def test_a_new_workbook_takes_its_year_from_its_name(tmp_path: Path, name: str, year: str | None):
    done = jixiao("new", tmp_path / name)
    assert ("取自文件名" in done.stdout) == (year is not None)
    document = json.loads(jixiao("check", tmp_path / name, "--json").stdout)
    missing = any("评价年度" in finding["message"] for finding in document["findings"])
    assert missing == (year is None)


def test_copies_of_an_earlier_report_are_told_of(book: Path):
    first = jixiao("run", book, "--trace")
    assert "上一次的报告" not in first.stderr
    [copy] = book.parent.glob("*（溯源）.docx")
    os.utime(copy, (1, 1))
    again = jixiao("run", book)
    assert f"旁边的“{copy.name}”是上一次的报告的，与现在的不一致" in again.stderr

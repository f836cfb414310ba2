"""`jixiao import` as people and scripts use it: exit codes, the summary, JSON, and the workbook made."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from balanced_accounts import AccountsYear
from click.testing import CliRunner, Result
from importing.pages import Page, write_xlsx
from importing.published import Layout, Style, publish

from jixiao.faces.cli import cli
from jixiao.model.errors import UnusableInput
from jixiao.pipeline import inspect

FILLING = AccountsYear(2, funds=False, own=False).filling("元")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["import", *map(str, arguments)], standalone_mode=False)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    folder = tmp_path_factory.mktemp("import")
    files = publish(folder, FILLING, Style(unit="元"), ".xls", apart=True)
    return folder / "新.xlsm", run(*files, folder / "新.xlsm")


def test_everything_understood_leaves_with_0_and_says_what_came_from_where(imported: tuple[Path, Result]):
    out, done = imported
    assert done.return_value == 0
    lines = done.output.splitlines()
    assert lines[0] == "已导入：某县某中心，2024年度，金额单位元。"
    assert sum("决算" in line and ".xls Sheet1!A2（" in line for line in lines) == 9
    assert lines[-1] == f"下一步核对勾稽关系：jixiao check {out}"


def test_the_workbook_made_lacks_only_what_the_tables_do_not_print(imported: tuple[Path, Result]):
    inspection = inspect(imported[0])
    assert inspection.counts["passed"] > 150
    findings = [finding.message for finding in inspection.findings]
    assert [text for text in findings if "必须填写" not in text and "没有填写，应大于0" not in text] == []


def test_what_the_tables_do_not_print_is_named(imported: tuple[Path, Result]):
    line = next(line for line in imported[1].output.splitlines() if line.startswith("公开表里没有"))
    assert "单位性质、编制数、在职人数、" in line


def test_something_not_understood_leaves_with_1_and_is_listed_on_a_line(tmp_path: Path):
    page = Layout(FILLING, Style(unit="元")).pages()[0]
    page.cells[(20, 9)] = Decimal(42)
    done = run(write_xlsx(tmp_path / "决算.xlsx", [page]), tmp_path / "新.xlsm")
    assert done.return_value == 1
    assert (tmp_path / "新.xlsm").exists()
    assert "  决算.xlsx Sheet1!I20  “42”  不知道它属于哪一行、哪一列" in done.output.splitlines()
    assert "没有找到：收入决算表、支出决算表、" in done.output


def test_the_json_says_the_same(tmp_path: Path):
    page = Layout(FILLING, Style(unit="元")).pages()[0]
    page.cells[(20, 9)] = Decimal(42)
    done = run(write_xlsx(tmp_path / "决算.xlsx", [page]), tmp_path / "新.xlsm", "--unit", "万元", "--json")
    document = json.loads(done.output)
    assert document["unit"] == "万元"
    assert [item["cell"] for item in document["not_understood"]] == ["I20"]
    assert document["tables"][0]["figures"] == 42
    assert len(document["missing"]) == 8


def test_nothing_is_made_of_files_without_a_table(tmp_path: Path):
    done = run(write_xlsx(tmp_path / "别的.xlsx", [Page("x", {(1, 1): "工资表"})]), tmp_path / "新.xlsm")
    assert isinstance(done.exception, UnusableInput)
    assert not (tmp_path / "新.xlsm").exists()


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path):
    out = tmp_path / "新.xlsm"
    out.write_text("原有内容", encoding="utf-8")
    done = run(*publish(tmp_path, FILLING, Style(unit="元")), out)
    assert "已经存在，没有覆盖它" in str(done.exception)
    assert out.read_text(encoding="utf-8") == "原有内容"


def test_a_unit_that_nobody_knows_is_refused(tmp_path: Path):
    done = run(*publish(tmp_path, FILLING, Style(unit="元")), tmp_path / "新.xlsm", "--unit", "亿元")
    assert str(done.exception) == "没有“亿元”这种金额单位，可用的是：元、万元。"

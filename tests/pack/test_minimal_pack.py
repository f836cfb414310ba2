"""The smallest pack: a form of two sheets and its checks, from the build to a run; nothing else is needed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jixiao.building.new_workbook import new_workbook
from jixiao.building.shipped import build_books, prove_pack
from jixiao.carryover.taking import read_source, taken_from
from jixiao.model.errors import UnusableInput
from jixiao.model.filling import Filling
from jixiao.pack import loading
from jixiao.pack.carryover import load_sources, load_two_years
from jixiao.pack.loading import load_pack
from jixiao.pipeline import inspect, run

WITH_LIVE_SHEETS = True
SHARED = loading.data_folder("workbook_templates") / "shared-sheets.toml"
FORM = """\
id = "petty-cash"
version = "1"
title = "备用金登记"
year = "单位.年度"
unit_name = "单位.名称"

[units]
term = "单位.金额单位"
factors = { "元" = "1" }
quantum = "0.01"

[identity]
id = "表样.编号"
version = "表样.版本"

[[sheets]]
name = "单位"
title = "单位信息"
widths = [24, 32, 24]

[[sheets.sections]]
kind = "fields"
fields = [
  { term = "单位.名称", label = "单位名称", type = "text", required = true },
  { term = "单位.年度", label = "年度", type = "year", required = true },
  { term = "单位.金额单位", label = "金额单位", type = "text", choices = ["元"], initial = "元" },
  { term = "表样.编号", label = "表样编号", type = "text", fixed = "{id}" },
  { term = "表样.版本", label = "表样版本", type = "text", fixed = "{version}" },
]

[[sheets]]
name = "备用金"
title = "备用金收支"
widths = [24, 16, 16]

[[sheets.sections]]
kind = "grid"
columns = [{ term = "备用金.{}", label = "金额" }]
rows = [
  { name = "年初", label = "年初余额" },
  { name = "领用", label = "本年领用" },
  { name = "支出", label = "本年支出" },
  { name = "年末", label = "年末余额" },
]

[[sheets.sections]]
kind = "table"
name = "支出明细"
rows = 5
key = "用途"
columns = [
  { name = "用途", label = "用途", type = "text" },
  { name = "金额", label = "金额" },
]
"""
CHECKS = """\
[[check]]
id = "余额"
title = "年末余额等于年初加领用减支出"
relation = "备用金.年末 = 备用金.年初 + 备用金.领用 - 备用金.支出"
severity = "error"
basis = { document = "备用金管理办法", clause = "按月结清" }
examples = [
  { given = { "备用金.年初" = "1.00", "备用金.领用" = "1.00", "备用金.年末" = "2.00" }, outcome = "passed" },
  { given = { "备用金.年初" = "1.00", "备用金.年末" = "2.00" }, outcome = "inconsistent" },
]

[[check]]
id = "明细"
title = "支出等于明细之和"
relation = "备用金.支出 = SUM(支出明细.金额)"
severity = "error"
basis = { document = "备用金管理办法", clause = "逐笔登记" }
examples = [
  { given = { "备用金.支出" = "4.00", "支出明细.金额" = ["1.00", "3.00"] }, outcome = "passed" },
  { given = { "备用金.支出" = "4.00", "支出明细.金额" = ["1.00"] }, outcome = "inconsistent" },
]
"""
ROW_BY_ROW = """
[[check]]
id = "限额"
title = "每笔支出不超过十元"
relation = "支出明细.金额 <= 10"
severity = "warning"
basis = { document = "备用金管理办法", clause = "小额零星" }
examples = [
  { given = { "支出明细.金额" = ["10.00"] }, outcome = "passed" },
  { given = { "支出明细.金额" = ["11.00"] }, outcome = "inconsistent" },
]
"""
VALUES = """\
pack = "petty-cash"
"单位.名称" = "甲中心"
"单位.年度" = 2024
"备用金.年初" = 1
"备用金.领用" = 5
"备用金.支出" = 4
"备用金.年末" = 3

[["支出明细"]]
"支出明细.用途" = "邮费"
"支出明细.金额" = 4
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packs that holds the smallest one, and the sheets that all packs share."""
    folder = tmp_path / "workbook_templates" / "petty-cash"
    folder.mkdir(parents=True)
    shutil.copy(SHARED, folder.parent)
    (folder / "form.toml").write_text(FORM, encoding="utf-8")
    (folder / "checks.toml").write_text(CHECKS, encoding="utf-8")
    monkeypatch.setattr(loading, "data_folder", lambda name: tmp_path / name)
    return folder


def test_from_the_build_to_a_check_and_a_run(folder: Path, tmp_path: Path):
    pack = load_pack("petty-cash")
    prove_pack(pack)
    assert [book.suffix for book in build_books(pack)] == [".xlsm", ".xlsx"]
    values, book = tmp_path / "数.toml", tmp_path / "甲中心.xlsx"
    values.write_text(VALUES, encoding="utf-8")
    new_workbook(pack, book, values=values)
    [finding] = inspect(book, pack).findings
    assert finding.message.startswith("备用金!B7 “年末余额”3.00元")
    done = run(book, pack)
    assert (done.workbook, done.report) == (book, None)
    assert done.inspection.counts["checks"] == 2
    assert done.inspection.tally.passed == 1


def test_the_shared_sheets_stand_behind_those_of_the_form(folder: Path):
    assert sheets() == ["单位", "备用金", "勾稽关系", "校验结果"]


def test_checks_that_run_row_by_row_have_their_sheet(folder: Path):
    (folder / "checks.toml").write_text(CHECKS + ROW_BY_ROW, encoding="utf-8")
    assert sheets() == ["单位", "备用金", "勾稽关系", "逐行核对", "校验结果"]
    build_books(load_pack("petty-cash"))


def test_a_form_may_decline_the_live_relations(folder: Path):
    (folder / "form.toml").write_text(f"live = false\n{FORM}", encoding="utf-8")
    assert sheets() == ["单位", "备用金", "校验结果"]
    build_books(load_pack("petty-cash"))


def sheets() -> list[str]:
    return [sheet.name for sheet in load_pack("petty-cash").form.sheets]


def test_without_carryover_nothing_is_taken_over_and_nothing_compared(folder: Path, tmp_path: Path):
    pack = load_pack("petty-cash")
    assert load_sources(pack, load_pack) == ()
    assert load_two_years(pack) is None
    new_workbook(pack, tmp_path / "去年.xlsx", year=2023)
    with pytest.raises(UnusableInput, match="没有规定可以从哪些工作簿带入数据"):
        taken_from([read_source(tmp_path / "去年.xlsx")], pack, Filling(), "", 2024)

"""An explanation stays with a check that got another id: in the workbook, next year's, and for own rules."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from workbook.books import with_only
from workbook.results.test_result_sheets import explained as explained_in

from jixiao.building.new_workbook import new_workbook
from jixiao.building.samples import samples
from jixiao.checks.acceptance import under_present_ids
from jixiao.model.written_explanation import offered
from jixiao.pack import loading
from jixiao.pack.loading import load_pack
from jixiao.pipeline import Inspection, inspect, run

REAL = loading.data_folder("workbook_templates")
BOOK = next(sample.workbook for sample in samples() if sample.values.stem == "leiyang-2022")
WHY = "上级已批准。"
RULE = """
[[check]]
id = "%s"
title = "支出不超过收入"
relation = "支出.合计 <= 收入.合计 - 3000000"
severity = "warning"
basis = { document = "内部控制制度", clause = "量入为出" }
"""


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(BOOK, tmp_path / "我单位.xlsm"))


@pytest.fixture
def checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """checks.toml of a copy of the packs."""
    shutil.copytree(REAL, tmp_path / "workbook_templates", ignore=shutil.ignore_patterns("*.xls*"))
    shutil.copytree(loading.data_folder("report_templates"), tmp_path / "report_templates")
    monkeypatch.setattr(loading, "data_folder", lambda name: tmp_path / name)
    return tmp_path / "workbook_templates" / loading.DEFAULT / "checks.toml"


def explain(book: Path, key: str) -> None:
    """Type an explanation beside a finding, as an accountant does."""
    book.write_bytes(explained_in(book.read_bytes(), key, WHY))


def keys_written(book: Path) -> set[object]:
    written = load_workbook(BytesIO(with_only(book.read_bytes(), "校验结果")))["校验结果"]
    return {cell.value for row in written.iter_rows() for cell in row}


def explained(inspection: Inspection, key: str) -> tuple[str, bool]:
    finding = next(finding for finding in inspection.findings if finding.key == key)
    return finding.explanation, finding.open


def test_an_explanation_in_a_workbook_stays_with_the_renamed_check(book: Path, checks: Path):
    text = checks.read_text(encoding="utf-8").replace(
        "实有数.合计 <= 编制数.合计", "实有数.合计 < 编制数.合计 - 100"
    )
    checks.write_text(text.replace("| passed", "| not_checked"), encoding="utf-8")
    run(book, load_pack())
    explain(book, "STAFF-03")
    assert explained(inspect(book, load_pack()), "STAFF-03") == (WHY, False)

    text = checks.read_text(encoding="utf-8")
    checks.write_text(
        text.replace('id = "STAFF-03"', 'id = "人员-编制"\nwas = ["STAFF-03"]'), encoding="utf-8"
    )
    assert explained(inspect(book, load_pack()), "人员-编制") == (WHY, False)

    run(book, load_pack())
    assert "人员-编制" in keys_written(book)
    assert "STAFF-03" not in keys_written(book)
    assert explained(inspect(book, load_pack()), "人员-编制") == (WHY, False)


def test_an_explanation_of_a_row_stays_with_the_member_of_a_family(tmp_path: Path):
    """The nine tables' E08 got its ids from the table and the column."""
    pack = load_pack("department-final-accounts")
    assert pack.former_ids["E08-34"] == "E08-下级-政府性基金-年初结转和结余"
    moved = under_present_ids({"E08-34@208·国家": WHY, "E08-33#2": WHY}, pack.former_ids)
    assert list(moved) == [
        "E08-下级-政府性基金-年初结转和结余@208·国家",
        "E08-合计-政府性基金-年初结转和结余#2",
    ]


def test_what_is_written_under_the_present_id_is_not_replaced():
    found = {"旧": "以前的", "新": "现在的", "旧@甲": "行的"}
    assert under_present_ids(found, {"旧": "新"}) == {"旧": "以前的", "新": "现在的", "新@甲": "行的"}


def test_an_explanation_of_an_own_rule_stays_with_it(book: Path):
    file = book.with_name("校验规则.toml")
    file.write_text(RULE % "自-01", encoding="utf-8")
    run(book)
    explain(book, "自-01")
    file.write_text(RULE % '自-量入为出"\nwas = ["自-01"]\nmend = "请说明', encoding="utf-8")
    assert explained(inspect(book), "自-量入为出") == (WHY, False)


def test_last_years_explanation_is_offered_under_the_present_id(book: Path, checks: Path):
    text = checks.read_text(encoding="utf-8").replace("执行率.年初预算 <= 100%", "执行率.年初预算 <= 1%")
    checks.write_text(text, encoding="utf-8")
    run(book, load_pack())
    explain(book, "BUD-03")
    checks.write_text(text.replace('id = "BUD-03"', 'id = "预算-年初"\nwas = ["BUD-03"]'), encoding="utf-8")
    over = new_workbook(load_pack(), book.with_name("2023.xlsm"), sources=(book,))
    assert over is not None
    assert over.explanations == {"预算-年初": offered(WHY)}

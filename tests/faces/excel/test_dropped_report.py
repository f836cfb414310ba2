"""Which of the dropped files are reports to be audited."""

from __future__ import annotations

from pathlib import Path

from frameworks.invented import make_docx
from frameworks.projection import TABLES
from openpyxl import Workbook

from jixiao.faces.excel.dropped_report import is_report

ROOT = Path(__file__).parents[3]


def test_a_report_is_one_and_what_is_to_be_filled_in_is_none(tmp_path: Path):
    (tmp_path / "报告.txt").write_text("2023年度部门决算情况说明\n", encoding="utf-8")
    table = make_docx((TABLES / "either-or.txt").read_text(encoding="utf-8"), tmp_path / "评分表.docx")
    assert is_report(tmp_path / "报告.txt")
    assert is_report(ROOT / "samples" / "leiyang-2022.report.docx")
    assert not is_report(table)
    assert not is_report(ROOT / "samples" / "leiyang-2022.xlsm")
    assert not is_report(tmp_path)
    assert not is_report(tmp_path / "没有.pdf")


def test_published_tables_are_one(tmp_path: Path):
    book = Workbook()
    book.active["A1"] = "收入支出决算总表"
    book.save(tmp_path / "公开表.xlsx")
    assert is_report(tmp_path / "公开表.xlsx")


def test_a_workbook_that_nobody_knows_is_none(tmp_path: Path):
    Workbook().save(tmp_path / "空.xlsx")
    (tmp_path / "坏.xlsx").write_bytes(b"PK cut off")
    assert [is_report(tmp_path / name) for name in ("空.xlsx", "坏.xlsx")] == [False, False]

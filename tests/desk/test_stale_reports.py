"""The report of the wrong year that a workbook had before it was mended."""

import shutil
from pathlib import Path

from docx import Document

from jixiao.archives import members_of
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.folder import results_folder
from jixiao.desk.letters.laid import stamped
from jixiao.desk.stale_reports import with_stale_reports


def report(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    document = Document()
    document.add_paragraph("报告")
    document.save(str(file))
    file.write_bytes(stamped(members_of(file.read_bytes())))


def remarks(out: Path) -> tuple[str, ...]:
    folder = results_folder(str(out), "a.xlsm")
    document = {"report": str(folder / "甲局2022年报告.docx")}
    return with_stale_reports(ExaminedBook("a.xlsm", "1", document=document), str(out)).remarks


def test_a_report_of_another_year_is_told_and_what_belongs_there_is_not(tmp_path: Path) -> None:
    folder = results_folder(str(tmp_path), "a.xlsm")
    for name in ("甲局2022年报告", "甲局2022年报告（草稿）", "甲局2022年报告（新）", "补充说明通知"):
        report(folder / f"{name}.docx")
    shutil.copy(folder / "补充说明通知.docx", folder / "~$局2021年报告.docx")
    (folder / "单位自己的2021年材料.docx").write_bytes(b"")
    assert remarks(tmp_path) == ()
    report(folder / "甲局2021年报告.docx")
    (said,) = remarks(tmp_path)
    assert said.startswith("旁边的“甲局2021年报告.docx”是工作簿改正以前生成的报告")
    assert "现在的是“甲局2022年报告.docx”" in said

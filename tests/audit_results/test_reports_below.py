"""Which files are audited, and what is written about them is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.audit_results.reports_below import labels, list_file, reports_of
from jixiao.model.errors import UnusableInput


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")


def test_a_folder_stands_for_the_reports_below_it(tmp_path: Path):
    put(tmp_path, "乙/b.PDF", "甲/a.docx", "甲/~$a.docx", "甲/old.doc", "结果/a（审核）.docx", "结果/a.txt")
    found = reports_of([tmp_path], tmp_path / "结果")
    assert [path.name for path in found.files] == ["b.PDF", "a.docx"]
    assert len(found.remarks) == 1
    assert "old.doc" in found.remarks[0]


def test_what_an_earlier_audit_wrote_is_no_report_and_is_told(tmp_path: Path):
    put(tmp_path, "a.docx", "a（审核）.docx", "b.pdf", "b（审核）.html", "审核清单.xlsx")
    found = reports_of([tmp_path], tmp_path)
    assert [path.name for path in found.files] == ["a.docx", "b.pdf"]
    assert "3个文件" in found.remarks[0]
    assert reports_of([tmp_path / "a（审核）.docx"]).files == (tmp_path / "a（审核）.docx",)


def test_a_file_that_is_named_twice_is_audited_once(tmp_path: Path):
    put(tmp_path, "a.docx")
    assert reports_of([tmp_path, tmp_path / "a.docx"]).files == (tmp_path / "a.docx",)


def test_a_folder_without_reports_is_refused(tmp_path: Path):
    with pytest.raises(UnusableInput, match="没有可以审核的报告"):
        reports_of([tmp_path])


def test_names_are_short_and_mean_one_file_each():
    files = [Path(name) for name in ("甲/报告.docx", "乙/报告.docx", "x.pdf", "x.html", "y.txt")]
    assert labels(files) == ["甲-报告.docx", "乙-报告.docx", "x.pdf", "x.html", "y"]
    again = labels([Path("a/报告.docx"), Path("b/a/报告.docx"), Path("A/报告.docx")])
    assert len({one.casefold() for one in again}) == 3


def test_the_list_is_called_after_its_report_or_stands_for_all(tmp_path: Path):
    assert list_file(tmp_path, "某局").name == "某局（审核清单）.xlsx"
    assert list_file(tmp_path, "").name == "审核清单.xlsx"


def test_a_folder_without_reports_beside_a_report_is_told(tmp_path: Path):
    put(tmp_path, "a.docx", "空夹/x.doc", "有/b.docx")
    found = reports_of([tmp_path / "a.docx", tmp_path / "空夹"])
    assert found.files == (tmp_path / "a.docx",)
    assert "空夹" in found.without[0]
    assert reports_of([tmp_path / "a.docx", tmp_path / "有"]).without == ()


def test_earlier_results_that_gave_way_are_no_reports(tmp_path: Path):
    kept = (
        "a（审核）（手工修改1）.docx",
        "a（审核）（原有2）.html",
        "a（审核清单）（原有1）.xlsx",
        "审核清单（新）.xlsx",
    )
    put(tmp_path, "a.docx", "a（原有1）.docx", *kept)
    assert [path.name for path in reports_of([tmp_path], tmp_path).files] == ["a.docx", "a（原有1）.docx"]

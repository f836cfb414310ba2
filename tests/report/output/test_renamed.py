"""A report that was worked on and bears another name is told of once; other people's are left alone."""

import os
from pathlib import Path

import pytest
from report.filled import report
from word_edits import edited, replaced

from jixiao.report.output.renamed import worked_on_elsewhere

HERE = "某某中心2024年部门整体支出绩效自评报告（草稿）.docx"


def folder(tmp_path: Path, *names: str) -> Path:
    for name in names:
        (tmp_path / name).write_bytes(report() if name.endswith(".docx") else b"")
    return tmp_path / HERE


@pytest.mark.parametrize("name", ["最终版.docx", "某某中心2023年部门整体支出绩效自评报告.docx"])
def test_a_report_of_another_name_that_was_worked_on_is_told_of(tmp_path: Path, name: str):
    place = folder(tmp_path, name, "我单位.xlsm")
    assert worked_on_elsewhere(place) == ""
    edited(tmp_path / name, replaced("全部为", "都是"))
    assert f"“{name}”是改过的报告" in worked_on_elsewhere(place)


def test_it_is_told_once(tmp_path: Path):
    place = folder(tmp_path, "最终版.docx", HERE, "我单位.xlsm")
    edited(tmp_path / "最终版.docx", replaced("全部为", "都是"))
    os.utime(tmp_path / "最终版.docx", (1, 1))
    assert worked_on_elsewhere(place) == ""


@pytest.mark.parametrize(
    "name",
    ["某某中心2023年部门整体支出绩效自评报告.docx", "最终版.docx", "某某中心2024年的（手工修改1）.docx"],
)
def test_reports_of_other_workbooks_and_kept_ones_are_not(tmp_path: Path, name: str):
    place = folder(tmp_path, name, "我单位.xlsm", "去年.xlsm")
    edited(tmp_path / name, replaced("全部为", "都是"))
    assert worked_on_elsewhere(place) == ""

"""Which files of a watched folder are looked at, among what office programs and we leave there."""

from pathlib import Path

import pytest

from jixiao.watching.watching import is_workbook, workbooks_in


@pytest.mark.parametrize(
    "name", ["我单位2024.xlsm", "表 (1).XLSX", "a~b.xlsx", "结果.xlsm", "（结果）汇总.xlsx"]
)
def test_a_workbook_is_looked_at(name):
    assert is_workbook(Path(name))


@pytest.mark.parametrize(
    "name",
    [
        "~$我单位2024.xlsm",  # Excel and WPS have it open
        ".~lock.我单位2024.xlsm#",  # LibreOffice has it open
        ".~我单位2024.xlsm",  # WPS keeps a copy
        "1A2B3C4D.tmp",  # Excel writes the next version
        "1A2B3C4D",
        "~DF3A0C1B2D.TMP",
        "我单位2024.xlsm~RF12ab34.TMP",  # Excel puts the last version aside
        ".我单位2024-x1y2z3.tmp",  # we write the next version
        "我单位2024（结果）.xlsm",  # our results beside an open workbook
        "我单位2024（结果2）.xlsm",
        "自评报告（取数表）.xlsx",  # what --trace leaves
        "自评报告（取数表）（原有1）.xlsx",  # and keeps
        "报告.docx",
        "老表.xls",
    ],
)
def test_locks_temporary_files_and_our_own_results_are_not(name):
    assert not is_workbook(Path(name))


def test_folders_are_no_workbooks_and_what_lies_in_them_is_not_listed(tmp_path):
    (tmp_path / "去年.xlsx").mkdir()
    (tmp_path / "去年.xlsx" / "内.xlsx").touch()
    (tmp_path / "今年.xlsx").touch()
    assert [path.name for path in workbooks_in(tmp_path)] == ["今年.xlsx"]

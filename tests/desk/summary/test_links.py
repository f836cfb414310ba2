import os
from pathlib import Path
from urllib.parse import unquote

import pytest

from jixiao.desk.folder import results_folder
from jixiao.desk.standing import Arrival, Standing
from jixiao.desk.summary import links
from jixiao.desk.summary.kept import BOOK
from jixiao.desk.summary.links import UnitLinks


def target(folder: Path, out: Path, book: str) -> str:
    link = UnitLinks(folder, out)(Standing("甲局", "", Arrival.CAME, book=book), BOOK)
    assert link
    return link.target


def test_a_link_leads_to_a_file_of_any_name(tmp_path: Path) -> None:
    assert target(tmp_path, tmp_path / "out", "甲 #1.xlsm") == "../%E7%94%B2%20%231.xlsm"
    if os.name != "nt":  # where names are bytes, of any code page
        assert target(tmp_path, tmp_path / "out", r"\udcd0.xlsm") == "../%D0.xlsm"


def test_of_several_reports_the_link_leads_to_the_newest(tmp_path: Path) -> None:
    for age, name in enumerate(("a.docx", "b（草稿）.docx", "退回修改通知.docx")):
        file = results_folder(str(tmp_path), "a.xlsm") / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
        os.utime(file, (age, age))
    link = UnitLinks(tmp_path, tmp_path)(Standing("甲局", "", Arrival.CAME, book="a.xlsm"), "报告")
    assert link
    assert unquote(link.target) == "结果/a/b（草稿）.docx"

    letter = UnitLinks(tmp_path, tmp_path)(Standing("甲局", "", Arrival.CAME, book="a.xlsm"), "退回通知")
    assert letter
    assert letter.text == "退回修改通知"  # of three kinds


def test_results_on_another_drive_are_led_to_by_the_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, start: Path) -> str:
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    monkeypatch.setattr(links, "relpath", refused)
    assert target(tmp_path, tmp_path / "out", "a.xlsm") == (tmp_path / "a.xlsm").resolve().as_uri()

"""What a reviewer types into a copy among the results, and what is odd about a call, does not get lost."""

import os
import shutil
from pathlib import Path

import pytest
from crew_work import Here
from workbook.books import with_text

from jixiao.desk.examining import Orders
from jixiao.desk.letters.sender import Sender
from jixiao.desk.own_files import OwnFiles
from jixiao.desk.remarks import FILE, Remarks
from jixiao.desk.review import ReviewOrder, reviewing
from jixiao.desk.store import FILE as STORE
from jixiao.desk.store import Store

SAMPLES = Path(__file__).parents[2] / "samples"
SAVED = "</dcterms:modified>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "上报"
    folder.mkdir()
    shutil.copy(SAMPLES / "leiyang-2022-balanced.xlsm", folder / "甲局.xlsm")
    return folder


def reviewed(folder: Path) -> list[str]:
    said: list[str] = []
    out = folder / "审核结果"
    wanted = ReviewOrder(Orders(str(folder), str(out), sender=Sender("局")), out)
    reviewing(wanted).run(Here(1), lambda step, examined: None, said.append)
    return said


def test_a_copy_that_was_worked_on_is_kept_and_told_once(folder: Path) -> None:
    assert reviewed(folder) == reviewed(folder) == []
    results = folder / "审核结果" / "结果" / "甲局"
    copy = results / "甲局.xlsm"
    os.utime(copy)  # copied to another disk: nobody has saved it
    assert reviewed(folder) == []
    worked_on = with_text(copy.read_bytes(), "docProps/core.xml", SAVED, f"{SAVED}<!-- -->")
    copy.write_bytes(
        with_text(worked_on, "docProps/core.xml", "2022-01-01T00:00:00Z", "2025-04-02T08:00:00Z")
    )
    worked_on = copy.read_bytes()
    (said,) = reviewed(folder)
    assert said.startswith("“结果/甲局/甲局.xlsm”有人改过并保存，另存了一份“甲局（手工修改1）.xlsm”。")
    assert (folder / "审核结果" / FILE).read_text(encoding="utf-8-sig").splitlines() == [said]
    assert reviewed(folder) == []
    assert not (folder / "审核结果" / FILE).exists()
    shutil.copy(SAMPLES / "leiyang-2022.xlsm", folder / "甲局.xlsm")
    reviewed(folder)
    assert (results / "甲局（手工修改1）.xlsm").read_bytes() == worked_on != copy.read_bytes()


def test_remarks_are_one_line_each(tmp_path: Path) -> None:
    remarks = Remarks(tmp_path, lambda sentence: None)
    remarks("一\n二")
    remarks("名\udcd0")
    with Store(tmp_path / STORE) as store:
        remarks.keep(OwnFiles(store))
    assert (tmp_path / FILE).read_bytes().decode("utf-8-sig") == "一 二\r\n名\\udcd0\r\n"

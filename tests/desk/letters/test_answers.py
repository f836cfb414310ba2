"""From the sheet that a unit was sent to the warning that its answer closes."""

import shutil
from pathlib import Path

import pytest
from crew_work import Here
from openpyxl import load_workbook

from jixiao.desk.batch import Beside, work_on
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.examining import Orders
from jixiao.desk.letters.answers import replies_in
from jixiao.desk.letters.reply import read_reply, reply_sheet
from jixiao.desk.letters.sender import Sender
from jixiao.desk.store import FILE, Store

SAMPLE = Path(__file__).parents[3] / "samples" / "leiyang-2022-balanced.xlsm"
REASON = "年中追加了社保补助资金，见追加文件。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "上报"
    (folder / "甲").mkdir(parents=True)
    shutil.copy(SAMPLE, folder / "甲" / "a.xlsm")
    return folder


def examined(folder: Path, out: Path) -> ExaminedBook:
    out.mkdir(exist_ok=True)
    replies = replies_in(folder, out)
    with Store(out / FILE) as store:
        orders = Orders(str(folder), str(out), sender=Sender())
        list(work_on(store, Here(1), orders, Beside(replies=replies.found)))
        return store.one("甲/a.xlsm")


def outcomes(one: ExaminedBook) -> dict[str, str]:
    return {finding["id"]: finding["outcome"] for finding in (one.document or {})["findings"]}


def answered(sheet: Path, target: Path) -> None:
    book = load_workbook(sheet)
    book.active.cell(6, 6, REASON)
    book.save(target)


def test_an_answer_closes_its_warning_and_the_letter_is_gone(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert outcomes(examined(folder, out))["BUD-03"] == "inconsistent"
    made = out / "结果" / "甲" / "a"
    assert (made / "补充说明通知.docx").exists()
    answered(made / "a-审核回执.xlsx", folder / "a-审核回执.xlsx")
    one = examined(folder, out)
    assert outcomes(one)["BUD-03"] == "explained"
    assert REASON in str(one.document)
    assert not (made / "补充说明通知.docx").exists()
    assert not (made / "a-审核回执.xlsx").exists()


def test_answers_to_other_figures_and_to_no_workbook_are_told(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    examined(folder, out)
    sheet = out / "结果" / "甲" / "a" / "a-审核回执.xlsx"
    book = load_workbook(sheet)
    book.active.cell(6, 6, REASON)
    book.active.cell(6, 9, "99%")  # what the finding said of figures when the sheet was made
    book.save(folder / "a-审核回执.xlsx")
    one = examined(folder, out)
    assert outcomes(one)["BUD-03"] == "inconsistent"
    assert "数已经变了，没有采用" in one.remarks[0]
    book.active.cell(3, 2, "乙/b.xlsm")
    book.save(folder / "b-审核回执.xlsx")
    (folder / "c-审核回执.xlsx").write_bytes(b"")
    assert [remark[:9] for remark in replies_in(folder, out).remarks] == ["回执“b-审核回执", "“c-审核回执.x"]
    assert read_reply(folder / "c-审核回执.xlsx") is None


def test_two_sheets_for_one_workbook_are_told_and_a_broken_one(folder: Path, tmp_path: Path) -> None:
    sheet = reply_sheet(ExaminedBook("甲/a.xlsm", "1", document={"findings": []}), [])
    (folder / "a-审核回执.xlsx").write_bytes(sheet)
    assert replies_in(folder, tmp_path).found == {"甲/a.xlsm": "a-审核回执.xlsx"}
    (folder / "a-审核回执 (2).xlsx").write_bytes(sheet)
    (folder / "坏-审核回执.xlsx").write_bytes(sheet[:900])
    replies = replies_in(folder, tmp_path)
    assert replies.found == {}
    assert len(replies.remarks) == 2

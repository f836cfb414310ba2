"""Answers count under whatever name they come back, and no workbook is taken for answers."""

from decimal import Decimal
from pathlib import Path

import pytest
from crew_work import Here
from openpyxl import load_workbook
from workbook.books import silent

from jixiao.building.workbook import built
from jixiao.desk.batch import Beside, work_on
from jixiao.desk.examined import ExaminedBook
from jixiao.desk.examining import Orders
from jixiao.desk.letters.any_name import unnamed_replies
from jixiao.desk.letters.replies import replies_in
from jixiao.desk.letters.reply import reply_sheet
from jixiao.desk.store import FILE, Store
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack


def answers() -> bytes:
    head = {"unit_name": "甲局"}
    return reply_sheet(ExaminedBook("a.xlsx", "1", document=head), [])


def workbook() -> bytes:
    pack = silent(load_pack("project-self-evaluation"))
    said = {"单位.名称": "甲局", "单位.年度": Decimal(2024)}
    return built(pack, pack.form.framework, Filling(said))


@pytest.mark.parametrize("name", ["甲局.xlsx", "回复.XLSM"])
def test_a_sheet_of_answers_is_read_under_any_name_and_is_no_workbook(name: str, tmp_path: Path) -> None:
    folder, out = tmp_path / "上报", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    (folder / "a.xlsx").write_bytes(workbook())
    (folder / name).write_bytes(answers())
    replies = replies_in(folder, out)
    assert (replies.found(), replies.unread) == ({"a.xlsx": (name,)}, ())
    with Store(out / FILE) as store:
        beside = Beside(replies=replies.found(), no_books=replies.unnamed)
        assert [step.book for step in work_on(store, Here(1), Orders(str(folder)), beside)] == ["a.xlsx"]


def test_a_workbook_into_which_the_sheet_was_copied_stays_one(tmp_path: Path) -> None:
    file, sheet = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    file.write_bytes(workbook())
    sheet.write_bytes(answers())
    book, copied = load_workbook(file), load_workbook(sheet).active
    page = book.create_sheet("审核回执")
    for row in copied.iter_rows():
        for cell in row:
            page[cell.coordinate] = cell.value
    book.save(file)
    assert file.stat().st_size < 150_000
    assert list(unnamed_replies([file, sheet])) == [sheet]

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from commands import called
from openpyxl import Workbook
from workbook.books import with_text

from jixiao.desk.examined import BookTrouble, ExaminedBook
from jixiao.desk.examining import Examining, Item, Orders
from jixiao.desk.letters.reply import reply_sheet
from jixiao.desk.own_products import saved_product
from jixiao.desk.standing import brief
from jixiao.desk.units import standings
from jixiao.report.proof.figure_table import figure_table
from jixiao.workbook.written.reviewer_book import reviewer_book


def of_the_reviewer() -> bytes:
    """The workbook with the button, after another program has signed it."""
    return with_text(reviewer_book(), "docProps/core.xml", "<dc:creator>", "<dc:creator>会计")


def answers() -> bytes:
    """A sheet of answers that came back under another name."""
    return reply_sheet(ExaminedBook("某局.xlsm", "1"), [])


MADE = "“某局.xlsx”是本工具做的表"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: saved_product(Workbook()), MADE),
        (of_the_reviewer, MADE),
        (lambda: figure_table([], "甲"), MADE),
        (answers, "“某局.xlsx”是单位填的审核回执，可是文件名里没有"),
    ],
)
def test_a_workbook_of_ours_among_the_units_files_is_told_and_no_unit(
    made: Callable[[], bytes], said: str, tmp_path: Path
) -> None:
    book = tmp_path / "某局.xlsx"
    book.write_bytes(made())
    (came,) = Examining(Orders(str(tmp_path)))([Item(book.name)])
    found = came.opened()
    assert (found.trouble, found.code) == (BookTrouble.PRODUCT, 0)
    assert found.sentence.startswith(said)
    assert standings([brief(found)]) == []
    assert called("check", tmp_path).returncode == 0
    assert called("check", book).returncode == 2


def test_a_sheet_of_answers_with_another_ending_is_told_by_its_ending(tmp_path: Path) -> None:
    (tmp_path / "a-审核回执.xlsm").write_bytes(answers())
    (came,) = Examining(Orders(str(tmp_path)))([Item("a-审核回执.xlsm")])
    assert came.trouble is BookTrouble.PRODUCT
    assert "可是文件类型是“.xlsm”，不是 .xlsx，里面的说明没有采用" in came.sentence


def test_a_table_of_ours_does_not_tell_when_it_was_made() -> None:
    with ZipFile(BytesIO(saved_product(Workbook()))) as made:
        assert b">1980-01-01T00:00:00Z</dcterms:modified>" in made.read("docProps/core.xml")
        assert {info.date_time for info in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}

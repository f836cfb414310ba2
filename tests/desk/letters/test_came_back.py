"""What units do to the sheet they were sent: their words are found, or it is told that they are not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.letters.came_back import Reply, read_reply
from jixiao.desk.letters.reply import reply_sheet

BLANK = dict.fromkeys(("sheet", "cell", "mend", "explanation"), "")
FINDINGS = [
    {**BLANK, "severity": "warning", "message": f"问题{key}", "key": key, "stated": "1", "expected": "2"}
    for key in "甲乙"
]
HEAD = {"form": "x", "unit_name": "某局"}


def came_back(file: Path, edit: Callable[[Worksheet], object]) -> Reply:
    file.write_bytes(reply_sheet(ExaminedBook("a.xlsm", "1", document=HEAD), FINDINGS))
    book = load_workbook(file)
    book.active["F6"], book.active["F7"] = "因为一", "因为二"
    edit(book.active)
    book.save(file)
    reply = read_reply(file)
    assert reply
    assert (reply.book, reply.unit) == ("a.xlsm", "某局")
    return reply


def merged(page: Worksheet) -> None:
    page["F7"] = None
    page.merge_cells("F6:F7")


def named(page: Worksheet) -> None:
    page.insert_cols(3)
    page["C5"] = "联系人"


def one_to_the_right(page: Worksheet) -> None:
    page["F6"], page["G6"] = None, "因为一"


@pytest.mark.parametrize("formula", ['="因为"&"三"', "=#N/A", '=DISPIMG("ID_1",1)'])
def test_an_answer_of_which_nothing_can_be_read_is_no_answer_and_told(formula: str, tmp_path: Path) -> None:
    reply = came_back(tmp_path / "a-审核回执.xlsx", lambda page: page.cell(7, 6, formula))
    assert [one.text for one in reply.answers.values()] == ["因为一"]
    ((place, key),) = reply.illegible.items()
    assert (place[:6], key, reply.lost) == ("第 7 行（", "乙", ())


@pytest.mark.parametrize(
    ("edit", "said", "lost"),
    [
        (lambda page: None, ["因为一", "因为二"], ()),
        (named, ["因为一", "因为二"], ()),
        (lambda page: page.insert_cols(7), ["因为一", "因为二"], ()),
        (lambda page: page.insert_rows(1), ["因为一", "因为二"], ()),
        (lambda page: page.insert_rows(5), ["因为一", "因为二"], ()),
        (merged, ["因为一", "因为一"], ()),
        (lambda page: page.delete_cols(8, 3), [], ("第 6 行的“因为一”", "第 7 行的“因为二”")),
        (one_to_the_right, ["因为二"], ("第 6 行的“因为一”",)),
        (lambda page: page.cell(4, 6, "都属实"), ["因为一", "因为二"], ("第 4 行的“都属实”",)),
        (lambda page: page.cell(9, 2, "经办：张"), ["因为一", "因为二"], ("第 9 行的“经办：张”",)),
        (lambda page: page.cell(7, 8, "甲"), ["因为一"], ("第 7 行的“因为二”",)),
        (lambda page: page.cell(6, 5, "年中追加"), ["因为一", "因为二"], ("第 6 行的“年中追加”",)),
        (lambda page: page.cell(7, 2, "属实"), ["因为一", "因为二"], ("第 7 行的“属实”",)),
        (lambda page: page.cell(6, 4, " 问题\r\n甲"), ["因为一", "因为二"], ()),
        (lambda page: page.cell(6, 2, ""), ["因为一", "因为二"], ()),
    ],
)
def test_answers_are_found_by_the_headings_and_others_are_told(
    edit: Callable[[Worksheet], object], said: list[str], lost: tuple[str, ...], tmp_path: Path
) -> None:
    reply = came_back(tmp_path / "a-审核回执.xlsx", edit)
    assert [one.text for one in reply.answers.values()] == said
    assert {one.stated + one.expected for one in reply.answers.values()} <= {"12"}
    assert reply.lost == lost

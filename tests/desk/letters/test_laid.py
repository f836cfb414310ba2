"""What the reviewer has written into a letter by hand is never overwritten."""

from io import BytesIO
from pathlib import Path

import pytest
from desk.letters.test_letter import FINDING, SENDER, WARNING, book
from docx import Document
from openpyxl import load_workbook

from jixiao.desk.letters.sending import write_letter

LETTER = "退回修改通知.docx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_letter(book(FINDING), SENDER, tmp_path)
    return tmp_path


def with_a_note(letter: Path) -> bytes:
    document, saved = Document(str(letter)), BytesIO()
    document.add_paragraph("另请电话联系。")
    document.save(saved)
    letter.write_bytes(saved.getvalue())
    return saved.getvalue()


def test_a_letter_as_it_was_made_is_replaced(folder: Path):
    assert write_letter(book(FINDING, WARNING), SENDER, folder) == ()
    assert len(list(folder.glob("*.docx"))) == 1


@pytest.mark.parametrize("found", [(FINDING, WARNING), ()])
def test_a_file_of_somebody_else_that_is_called_so_is_kept(folder: Path, found: tuple[dict, ...]):
    (folder / LETTER).write_bytes(b"theirs")
    (said,) = write_letter(book(*found), SENDER, folder)
    assert "不是由本程序生成" in said
    assert (folder / "退回修改通知（手工修改1）.docx").read_bytes() == b"theirs"


@pytest.mark.parametrize("found", [(FINDING, WARNING), (WARNING,), ()])
def test_one_that_was_worked_on_gets_another_name_and_that_is_said(folder: Path, found: tuple[dict, ...]):
    theirs = with_a_note(folder / LETTER)
    (said,) = write_letter(book(*found), SENDER, folder)
    assert (
        said
        == f"原来的“{LETTER}”改动过，或不是由本程序生成，没有覆盖，已改名为“退回修改通知（手工修改1）.docx”。"
    )
    assert (folder / "退回修改通知（手工修改1）.docx").read_bytes() == theirs
    assert (folder / LETTER).exists() == (FINDING in found)


def test_answers_that_were_written_into_our_own_sheet_are_kept_beside_it(folder: Path) -> None:
    [sheet] = folder.glob("*回执.xlsx")
    filled, saved = load_workbook(sheet), BytesIO()
    filled.active["F7"] = "已由财政局批复。"
    filled.save(saved)
    sheet.write_bytes(saved.getvalue())
    (said,) = write_letter(book(FINDING, WARNING), SENDER, folder)
    assert "回执（手工修改1）.xlsx" in said
    assert "放进报送工作簿的文件夹" in said
    assert sheet.with_stem(f"{sheet.stem}（手工修改1）").read_bytes() == saved.getvalue()

"""What the reviewer has written into a letter by hand is never overwritten."""

from io import BytesIO
from pathlib import Path

import pytest
from desk.letters.test_letter import FINDING, SENDER, WARNING, book
from docx import Document

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


@pytest.mark.parametrize("found", [(FINDING, WARNING), (WARNING,), ()])
def test_one_that_was_worked_on_gets_another_name_and_that_is_said(folder: Path, found: tuple[dict, ...]):
    theirs = with_a_note(folder / LETTER)
    (said,) = write_letter(book(*found), SENDER, folder)
    assert said == f"原来的“{LETTER}”改动过，没有覆盖，已改名为“退回修改通知（手工修改1）.docx”。"
    assert (folder / "退回修改通知（手工修改1）.docx").read_bytes() == theirs
    assert (folder / LETTER).exists() == (FINDING in found)

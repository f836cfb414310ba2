"""Lay the letter and the sheet for answers beside the results of a unit, or take old ones away."""

from __future__ import annotations

from pathlib import Path

from jixiao.desk.examined import ExaminedBook, asked
from jixiao.desk.folder import REPLY
from jixiao.desk.letters.letter import letter, letter_name
from jixiao.desk.letters.reply import reply_sheet
from jixiao.desk.letters.sender import OPINION, Sender
from jixiao.files import made_folder, write_atomically


def write_letter(one: ExaminedBook, sender: Sender, folder: Path) -> None:
    """Only who has something to mend or to explain gets a letter. Raises UnusableInput, OSError."""
    found = asked(one)
    name = letter_name(found) if found else ""
    reply = folder / reply_name(one.book)
    for other in (folder / f"{kind}.docx" for kind in OPINION if kind != name):
        other.unlink(missing_ok=True)
    if not found:
        reply.unlink(missing_ok=True)
        return
    made_folder(folder)
    write_atomically(folder / f"{name}.docx", letter(one, found, sender))
    write_atomically(reply, reply_sheet(one, found))


def reply_name(book: str) -> str:
    """How the sheet for the answers to a workbook is called."""
    return f"{Path(book).stem[:60]}-{REPLY}"

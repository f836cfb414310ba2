"""Lay the letter and the sheet for answers beside the results of a unit, or take old ones away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jixiao.desk.examined import ExaminedBook, asked, taken_answers
from jixiao.desk.folder import REPLY
from jixiao.desk.letters.laid import lay, take_away
from jixiao.desk.letters.letter import letter, letter_name
from jixiao.desk.letters.reply import reply_sheet
from jixiao.desk.letters.sender import OPINION, Sender
from jixiao.files import made_folder
from jixiao.made_marks import marked


def write_letter(
    one: ExaminedBook, sender: Sender, folder: Path, more: Sequence[Mapping[str, Any]] = ()
) -> tuple[str, ...]:
    """Only who has something to mend or to explain gets a letter; what has to be said of the last one.

    `more`: what is asked besides findings. Raises UnusableInput, OSError.
    """
    found = asked(one)
    name = letter_name([*found, *more]) if found or more else ""
    reply = folder / _reply_name(one)
    remarks = [say for kind in OPINION if kind != name for say in take_away(folder / f"{kind}.docx")]
    for other in reply_sheets(folder, one.book):
        if other != reply or not name:
            remarks += take_away(other)
    if not name:
        return tuple(remarks)
    made_folder(folder)
    remarks += lay(folder / f"{name}.docx", letter(one, found, sender, more))
    remarks += lay(reply, marked(reply_sheet(one, (*more, *found), taken_answers(one))))
    return tuple(remarks)


def reply_sheets(folder: Path, book: str) -> Iterator[Path]:
    """The sheets that lie there for the answers to a workbook."""
    name = re.compile(re.escape(_stem(book)) + r"(（第\d+次）)?\.xlsx")
    yield from (file for file in folder.glob("*.xlsx") if name.fullmatch(file.name))


def _reply_name(one: ExaminedBook) -> str:
    """A sheet that the unit has filled in must not be overwritten by the next one: that has a number."""
    there = {Path(reply).name for reply in one.replies}
    number = len(there) + 1
    while (name := f"{_stem(one.book)}（第{number}次）.xlsx") in there:
        number += 1
    return name if there else f"{_stem(one.book)}.xlsx"


def _stem(book: str) -> str:
    return f"{Path(book).stem[:60]}-{Path(REPLY).stem}"

"""The answers of a unit on its sheet, as explanations of findings that still speak of the same figures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from jixiao.desk.folder import book_name, files_below, is_reply
from jixiao.desk.letters.reply import read_reply
from jixiao.inspection import Inspection
from jixiao.model.written_explanation import WrittenExplanation


class Replies(msgspec.Struct, frozen=True):
    """For a workbook the sheet of answers to it, by their paths below the folder; and what is odd."""

    found: Mapping[str, str]
    remarks: tuple[str, ...]


def replies_in(folder: Path, without: Path) -> Replies:
    """Each sheet says to which workbook it belongs: by its path, or by its name if only one has it."""
    files = files_below(folder, without)
    books = [book_name(path, folder) for path in files if not is_reply(path)]
    sheets: dict[str, list[str]] = {}
    remarks = []
    for path in filter(is_reply, files):
        reply = read_reply(path)
        if reply is None:
            remarks.append(f"“{path.name}”不是审核回执，或者读不出来，没有采用。")
            continue
        named = [book for book in books if Path(book).name == Path(reply.book).name]
        book = reply.book if reply.book in books else named[0] if len(named) == 1 else ""
        if book:
            sheets.setdefault(book, []).append(book_name(path, folder))
        else:
            remarks.append(f"回执“{path.name}”是对“{reply.book}”的，文件夹里没有这本工作簿，没有采用。")
    for book, several in sheets.items():
        if len(several) > 1:
            names = "”“".join(several)
            remarks.append(f"“{book}”的回执有几份：“{names}”，都没有采用。请只留最后填的一份。")
    return Replies({book: one[0] for book, one in sheets.items() if len(one) == 1}, tuple(remarks))


def fitting_answers(
    sheet: Path, inspection: Inspection
) -> tuple[dict[str, WrittenExplanation], tuple[str, ...]]:
    """The explanations by the keys of their findings, and what has to be said of others."""
    reply = read_reply(sheet)
    if reply is None:
        return {}, (f"“{sheet.name}”不是审核回执，或者读不出来，没有采用。",)
    found, remarks = {}, []
    for finding in inspection.findings:
        answer = reply.answers.get(finding.key)
        if answer is None:
            continue
        if (answer.stated, answer.expected) == (finding.stated, finding.expected):
            found[finding.key] = WrittenExplanation(answer.text)
        else:
            remarks.append(
                f"回执里对“{finding.label}”的说明“{answer.text}”是按原来的数写的，数已经变了，没有采用。"
            )
    return found, tuple(remarks)

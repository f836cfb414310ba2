"""What the reviewer has written into an earlier summary: 处理 and 备注 of each unit stay."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile

import msgspec
from openpyxl import load_workbook

from jixiao.desk.roster import same_name

UNITS = "单位情况"
CODE, NAME, BOOK, HANDLED, REMARK = "单位编码", "单位名称", "报送文件", "处理", "备注"
STATES = ("已退回", "已重报", "已通过", "已封存")


class ReviewerNote(msgspec.Struct, frozen=True):
    handled: str = ""
    remark: str = ""


class ReviewerNotes(msgspec.Struct, frozen=True):
    """By the file below the folder and, for who has sent another file since, by the unit."""

    by_book: Mapping[str, ReviewerNote] = {}
    by_unit: Mapping[str, ReviewerNote] = {}

    def of(self, book: str, code: str, name: str) -> ReviewerNote:
        """What was written beside a unit."""
        return (
            self.by_book.get(book)
            or self.by_unit.get(code)
            or self.by_unit.get(same_name(name))
            or ReviewerNote()
        )


class UnreadableSummaryError(Exception):
    """There is an earlier summary, and what was written into it cannot be told."""


def read_notes(summary: Path) -> ReviewerNotes:
    """Raises UnreadableSummaryError."""
    if not summary.exists():
        return ReviewerNotes()
    try:
        book = load_workbook(summary, read_only=True, data_only=True)
        rows = [
            ["" if value is None else str(value) for value in row]
            for row in book[UNITS].iter_rows(values_only=True)
        ]
        book.close()
    except (BadZipFile, KeyError, OSError, ValueError) as error:
        raise UnreadableSummaryError(str(error)) from error
    top = next((number for number, row in enumerate(rows) if HANDLED in row and NAME in row), None)
    if top is None:
        raise UnreadableSummaryError(f"“{UNITS}”里没有“{HANDLED}”一栏")
    head = {label: column for column, label in enumerate(rows[top])}
    by_book, by_unit = {}, {}
    for row in rows[top + 1 :]:
        said = {label: row[column] for label, column in head.items()}
        note = ReviewerNote(said[HANDLED], said.get(REMARK, ""))
        if note != ReviewerNote():
            by_book[said.get(BOOK, "")] = note
            by_unit[said.get(CODE) or same_name(said[NAME])] = note
            by_unit[same_name(said[NAME])] = note
    by_book.pop("", None)
    by_unit.pop("", None)
    return ReviewerNotes(by_book, by_unit)

"""What the reviewer has written into an earlier summary: 处理 and 备注 of each unit stay."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, time
from pathlib import Path
from zipfile import BadZipFile

import msgspec
from openpyxl import load_workbook

from jixiao.desk.roster import same_name
from jixiao.desk.standing import Standing
from jixiao.system_words import reason_of

UNITS = "单位情况"
CODE, NAME, BOOK, HANDLED, REMARK = "单位编码", "单位名称", "报送文件", "处理", "备注"
STATES = ("已退回", "已重报", "已通过", "已封存")


class ReviewerNote(msgspec.Struct, frozen=True):
    handled: str = ""
    remark: str = ""


class ReviewerNotes(msgspec.Struct, frozen=True):
    """By the file below the folder and, for a file that was not there then, by its unit.

    `books`: all files of the earlier summary; `places`: file, code and name of each note; `columns` and
    `sheets`: names of those that are none of ours.
    """

    books: frozenset[str] = frozenset()
    by_book: Mapping[str, ReviewerNote] = {}
    by_unit: Mapping[str, ReviewerNote] = {}
    places: tuple[tuple[str, str, str], ...] = ()
    columns: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()

    def of(self, book: str, code: str, name: str) -> ReviewerNote:
        """What was written beside a unit. What stands beside one of two files of a unit is of that one."""
        if book in self.books:
            return self.by_book.get(book, ReviewerNote())
        return self.by_unit.get(code) or self.by_unit.get(same_name(name)) or ReviewerNote()

    def left(self, rows: Sequence[Standing]) -> list[str]:
        """What the next summary has no place for: notes on files that are gone, own columns and sheets."""
        here = {row.book for row in rows if row.book}
        new = [row for row in rows if row.book not in self.books]
        units = {row.code for row in new if row.code} | {same_name(row.name) for row in new}
        gone = [
            book or name
            for book, code, name in self.places
            if book not in here and code not in units and same_name(name) not in units
        ]
        return [
            *(f"“{one}”的处理和备注" for one in gone),
            *(f"自己加的列“{one}”" for one in self.columns),
            *(f"自己加的表“{one}”" for one in self.sheets),
        ]


class UnreadableSummaryError(Exception):
    """There is an earlier summary, and what was written into it cannot be told."""


def read_notes(summary: Path, columns: Collection[str], sheets: Collection[str]) -> ReviewerNotes:
    """`columns` and `sheets` are the names of ours. Raises UnreadableSummaryError."""
    if not summary.exists():
        return ReviewerNotes()
    try:
        book = load_workbook(summary, read_only=True, data_only=True)
        rows = [[_as_typed(value) for value in row] for row in book[UNITS].iter_rows(values_only=True)]
        others = [name for name in book.sheetnames if name.rstrip("0123456789") not in sheets]
        book.close()
    except OSError as error:
        raise UnreadableSummaryError(reason_of(error)) from error
    except LookupError as error:
        raise UnreadableSummaryError(f"里面没有“{UNITS}”这张表，或内容不完整") from error
    except (BadZipFile, ValueError, TypeError, SyntaxError) as error:
        raise UnreadableSummaryError("不是 Excel 工作簿，或已损坏") from error
    top = next((number for number, row in enumerate(rows) if HANDLED in row and NAME in row), None)
    if top is None:
        raise UnreadableSummaryError(f"“{UNITS}”里没有“{HANDLED}”一栏")
    head = {label: column for column, label in enumerate(rows[top])}
    by_book, by_unit, places = {}, {}, []
    own = [label for label, column in head.items() if label not in columns and _used(rows[top:], column)]
    books = {row[head[BOOK]] for row in rows[top + 1 :]} - {""} if BOOK in head else set()
    for row in rows[top + 1 :]:
        said = {label: row[column] for label, column in head.items()}
        note = ReviewerNote(said[HANDLED], said.get(REMARK, ""))
        if note != ReviewerNote():
            places.append((said.get(BOOK, ""), said.get(CODE, ""), said[NAME]))
            by_book[said.get(BOOK, "")] = note
            by_unit[said.get(CODE) or same_name(said[NAME])] = note
            by_unit[same_name(said[NAME])] = note
    by_book.pop("", None)
    by_unit.pop("", None)
    return ReviewerNotes(frozenset(books), by_book, by_unit, tuple(places), tuple(own), tuple(others))


def _as_typed(value: object) -> str:
    """A day without the hour that no one has typed."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _used(rows: Sequence[Sequence[str]], column: int) -> bool:
    return any(row[column] for row in rows)

"""What the reviewer has written into an earlier summary: 处理 and 备注 of each unit stay."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, time
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from jixiao.desk.summary.noted import NotedRow, ReviewerNote, ReviewerNotes
from jixiao.desk.summary.sheet import GOES_ON
from jixiao.system_words import reason_of

UNITS = "单位情况"
CODE, NAME, BOOK, HANDLED, REMARK = "单位编码", "单位名称", "报送文件", "处理", "备注"
STATES = ("已退回", "已重报", "已通过", "已封存")


class UnreadableSummaryError(Exception):
    """There is an earlier summary, and what was written into it cannot be told."""


def read_notes(summary: Path, columns: Mapping[str, Collection[str]]) -> ReviewerNotes:
    """`columns`: the labels of ours by the sheets of ours, where these are known.

    Raises UnreadableSummaryError.
    """
    if not summary.exists():
        return ReviewerNotes()
    try:
        book = load_workbook(summary, read_only=True, data_only=True)
        rows = [[_as_typed(value) for value in row] for row in book[UNITS].iter_rows(values_only=True)]
        others = [name for name in book.sheetnames if name.rstrip("0123456789") not in columns]
        book.close()
        with ZipFile(summary) as parts:
            spoken = [f"批注（{UNITS}等表里）"] if any("omments" in name for name in parts.namelist()) else []
    except OSError as error:
        raise UnreadableSummaryError(reason_of(error)) from error
    except LookupError as error:
        raise UnreadableSummaryError(f"里面没有“{UNITS}”这张表，或内容不完整") from error
    except (BadZipFile, ValueError, TypeError, SyntaxError) as error:
        raise UnreadableSummaryError("不是 Excel 工作簿，或已损坏") from error
    top = next((number for number, row in enumerate(rows) if HANDLED in row and NAME in row), None)
    if top is None:
        raise UnreadableSummaryError(f"“{UNITS}”里没有“{HANDLED}”一栏")
    width = max(map(len, rows))
    labels, *below = ([*row, *[""] * (width - len(row))] for row in rows[top:])
    head = _head(labels)
    own = [
        f"自己加的列“{label or get_column_letter(place + 1)}”"
        for place, label in enumerate(labels)
        if (label not in columns[UNITS] or head[label] != place)
        and any(row[place] for row in (labels, *below))
    ]
    found, loose = [], []
    for row in below:
        book_name, code, name, *note = (
            row[head[label]] if label in head else "" for label in (BOOK, CODE, NAME, HANDLED, REMARK)
        )
        if book_name or code or name:
            found.append(NotedRow(book_name, code, name, ReviewerNote(*note)))
        elif (words := " ".join(filter(None, row))) and not words.startswith(GOES_ON):
            loose.append(f"表下面写的“{words}”")
    sheets = (f"自己加的表“{one}”" for one in others)
    return ReviewerNotes(tuple(found), (*loose, *own, *spoken, *sheets))


def _head(labels: Sequence[str]) -> dict[str, int]:
    """Where columns stand: of two with one label the first, of two 备注 the one that goes with 处理."""
    head = {label: labels.index(label) for label in labels if label}
    beside = head[HANDLED] + 1
    return head | {REMARK: beside} if labels[beside : beside + 1] == [REMARK] else head


def _as_typed(value: object) -> str:
    """A day without the hour that no one has typed."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)

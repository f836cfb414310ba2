"""A sheet of answers that came back: read by its headings, whatever was inserted, moved or merged on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from jixiao.desk.letters.printed_cells import PRINTED, typed_over
from jixiao.desk.letters.reply import BOOK, FIGURES, HEADS, HOW, STAMP, UNIT
from jixiao.desk.saved_moment import last_saved
from jixiao.documents.cells import ERROR, PICTURE, UNCALCULATED
from jixiao.documents.document import SourceTable
from jixiao.documents.workbooks import read_workbook
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.source import open_package

_PROBLEM, _ANSWER = HEADS[3], HEADS[5][:4]
_ILLEGIBLE = (ERROR, PICTURE, UNCALCULATED)
_SHOWN, _WORDS = 5, 40  # places that are told of a sheet, and characters of each


class UnitAnswer(msgspec.Struct, frozen=True):
    """What a unit wrote about a finding, and what the finding said of figures then.

    `row` and `problem`: where it stands, and beside what.
    """

    text: str
    stated: str
    expected: str
    row: int = 0
    problem: str = ""


class Reply(msgspec.Struct, frozen=True):
    """`book`: the workbook, by its path below the folder; `answers` by the keys of the findings.

    `lost`: places in which something is typed that belongs to no finding; `beside`: the keys of the
    findings in whose rows some of them are. `illegible`: answers of which nothing can be read, by the same.
    """

    book: str
    answers: Mapping[str, UnitAnswer]
    saved: str = ""
    unit: str = ""
    lost: tuple[str, ...] = ()
    beside: Mapping[str, str] = {}
    illegible: Mapping[str, str] = {}


class _Heads(msgspec.Struct, frozen=True):
    """Rows and columns of a sheet: its name, the headings, and what stands below them."""

    stamp: int
    row: int
    problem: int
    answer: int
    hidden: tuple[int, ...]  # the key and the figures
    ours: frozenset[int]
    printed: tuple[int, ...] = ()  # the columns of texts of ours, where the sheet knows what they were
    marks: int = 0  # where it says so


def read_reply(path: Path) -> Reply | None:
    """What stands on a sheet that came back; None if it is none, or cannot be read."""
    try:
        found = [(table, heads) for table in read_workbook(path) if (heads := _heads(table))]
    except UnusableInput:
        return None
    if not found:
        return None
    table, heads = found[0]
    answers, lost, illegible = dict[str, UnitAnswer](), list[str](), dict[str, str]()
    for row in range(heads.row + 1, max(table.rows) + 1):
        text = _seen(table, row, heads.answer).strip()
        key, stated, expected = (_text(table, row, column) for column in heads.hidden)
        if why := _illegible(table, row, heads.answer):
            illegible[f"第 {row} 行（{why}）"] = key
            continue
        answer = UnitAnswer(text, stated, expected, row, _text(table, row, heads.problem))
        if text and key and answers.setdefault(key, answer).text == text:
            continue
        if text:
            lost.append(_place(row, text))
    outside = sorted([*_above(table, heads), *_beside(table, heads), *_over(table, heads)])
    lost += [_place(row, text) for row, text in outside]
    more = [f"另有 {len(lost) - _SHOWN} 处"] if len(lost) > _SHOWN else []
    said = (_value(table, heads, BOOK), _value(table, heads, UNIT))
    keys = {
        _place(row, text): key
        for row, text in outside
        if row > heads.row and (key := _text(table, row, heads.hidden[0]))
    }
    return Reply(said[0], answers, _saved(path), said[1], (*lost[:_SHOWN], *more), keys, illegible)


def _heads(table: SourceTable) -> _Heads | None:
    stamp = next((row for row, cells in table.rows.items() if _first(table, row) == STAMP), 0)
    for row, cells in table.rows.items() if stamp else ():
        labels = {cell.text.strip(): column for column, cell in cells.items()}
        answer = next((column for label, column in labels.items() if label.startswith(_ANSWER)), 0)
        if row > stamp and answer and _PROBLEM in labels:
            named = [labels.get(label, answer + 2 + place) for place, label in enumerate(FIGURES)]
            named = [0 if column == labels.get(PRINTED) else column for column in named]
            columns = [labels.get(label, 0) for label in HEADS[1:-1]]
            marks = labels.get(PRINTED, 0) if all(columns) else 0
            ours = _ours(labels, [*named, *([marks] if marks else [])])
            return _Heads(stamp, row, labels[_PROBLEM], answer, tuple(named), ours, tuple(columns), marks)
    return None


def _ours(labels: Mapping[str, int], hidden: Sequence[int]) -> frozenset[int]:
    known = (*HEADS[:-1], *FIGURES)
    ours = (column for label, column in labels.items() if label in known or label.startswith(_ANSWER))
    return frozenset([*ours, *hidden])


def _above(table: SourceTable, heads: _Heads) -> Iterator[tuple[int, str]]:
    """What is typed between the name of the sheet and the headings."""
    for row in range(heads.stamp, heads.row):
        label = _first(table, row)
        texts = [cell.text for cell in table.rows.get(row, {}).values() if cell.text.strip()]
        ours = 2 if label in (UNIT, BOOK) else 1 if label == STAMP or label.startswith(HOW) else 0
        yield from ((row, text) for text in texts[ours:])


def _beside(table: SourceTable, heads: _Heads) -> Iterator[tuple[int, str]]:
    """What is typed below the headings in none of our columns, or below the last problem."""
    for row, cells in table.rows.items():
        ours = heads.ours if _text(table, row, heads.problem) else {heads.answer}
        if row > heads.row:
            yield from ((row, cell.text) for at, cell in cells.items() if at not in ours and cell.text)


def _over(table: SourceTable, heads: _Heads) -> Iterator[tuple[int, str]]:
    """What is typed over, or behind, a text that was printed there: of a long one the end."""
    for row in table.rows if heads.marks else ():
        texts = [_text(table, row, column) for column in heads.printed]
        for text in typed_over(_text(table, row, heads.marks), texts) if row > heads.row else ():
            yield row, f"…{text[1 - _WORDS :]}" if len(text) > _WORDS else text


def _place(row: int, text: str) -> str:
    return f"第 {row} 行的“{text[:_WORDS]}{'…' if len(text) > _WORDS else ''}”"


def _value(table: SourceTable, heads: _Heads, label: str) -> str:
    """What stands to the right of a label above the headings."""
    row = next((row for row in range(heads.stamp, heads.row) if _first(table, row) == label), 0)
    texts = [cell.text for cell in table.rows.get(row, {}).values() if cell.text]
    return texts[1] if len(texts) > 1 else ""


def _first(table: SourceTable, row: int) -> str:
    return next((cell.text for cell in table.rows.get(row, {}).values() if cell.text), "")


def _seen(table: SourceTable, row: int, column: int) -> str:
    """Also where a merged cell covers it: such an answer is one to all its rows."""
    merge = table.merge(row, column)
    return _text(table, merge.top, merge.left) if merge else _text(table, row, column)


def _illegible(table: SourceTable, row: int, column: int) -> str:
    """Why nothing can be read where an answer stands; empty if it can."""
    merge = table.merge(row, column)
    cell = table.rows.get(merge.top if merge else row, {}).get(merge.left if merge else column)
    return cell.trouble if cell and cell.trouble in _ILLEGIBLE else ""


def _text(table: SourceTable, row: int, column: int) -> str:
    cell = table.rows.get(row, {}).get(column)
    return cell.text if cell else ""


def _saved(path: Path) -> str:
    try:
        return last_saved(open_package(path))
    except UnusableInput:
        return ""

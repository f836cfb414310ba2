"""The columns of a score table side by side: her headings, and what the workbook has for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from jixiao.documents.document import SourceTable
from jixiao.frameworks.header_words import role_of
from jixiao.frameworks.printed_rows import PrintedRow
from jixiao.frameworks.score_table import ScoreColumns
from jixiao.frameworks.texts import shown
from jixiao.frameworks.words import score_table_words
from jixiao.pack.framework import PrintedColumn
from jixiao.pack.sections import Held

_HEADED: tuple[tuple[str, Held], ...] = (("一级指标", "level1"), ("二级指标", "level2"))
_HELD: Mapping[str, Held] = {
    "standard": "standard",
    "explanation": "formula",
    "actual": "measure",
    "score": "score",
    "reason": "reason",
    "target": "standard",  # a form without standards prints what was to be reached
}


def printed_columns(
    table: SourceTable, columns: ScoreColumns, rows: Sequence[PrintedRow] = ()
) -> tuple[PrintedColumn, ...]:
    """From left to right; of several that hold the same, as 自评得分 and 复核得分 do, the first.

    A first level that has rows of its own above second levels in a column gets one in front of it.
    """
    deepest = max((bool(row.level1) + bool(row.level2) for row in rows), default=0)
    headed = max(deepest - len(columns.levels) + 1, 0) if columns.levels[1:] else 0
    holds = dict(_levels(columns, headed))
    for role, held in _HELD.items():
        for column in columns.roles.get(role, ()):
            found = _evidence(_label(table, columns, column)) or held if role == "reason" else held
            if found not in holds.values():
                holds.setdefault(column, found)
    own = columns.weights.get(columns.name)
    if own is not None:
        holds.setdefault(own, "max_score")
    front = [PrintedColumn(label=label, holds=held) for label, held in _HEADED[:headed]]
    hers = [PrintedColumn(label=_label(table, columns, c), holds=holds[c]) for c in sorted(holds)]
    return (*front, *hers)


def _levels(columns: ScoreColumns, headed: int) -> Iterator[tuple[int, Held]]:
    *above, name = columns.levels
    yield name, "name"
    yield from zip(above, (held for _, held in _HEADED[headed:]), strict=False)


def _evidence(label: str) -> Held | Literal[""]:
    return "evidence" if any(word in label for word in score_table_words().rows["evidence"]) else ""


def _label(table: SourceTable, columns: ScoreColumns, column: int) -> str:
    """The lowest header cell that says something."""
    rows = range(columns.last_row, columns.first_row - 1, -1)
    texts = [shown(table.seen(row, column)) for row in rows]
    return next((text for text in texts if role_of(text)), next(filter(None, texts), ""))

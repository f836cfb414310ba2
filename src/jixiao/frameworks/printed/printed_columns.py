"""The columns of a score table side by side: her headings, and what the workbook has for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.columns.header_words import role_of
from jixiao.frameworks.columns.score_table import ScoreColumns
from jixiao.frameworks.printed.printed_rows import PrintedRow
from jixiao.frameworks.wording.texts import shown
from jixiao.frameworks.wording.words import score_table_words
from jixiao.pack.framework import PrintedColumn
from jixiao.pack.sections import Held

_HEADED: tuple[tuple[str, Held], ...] = (("一级指标", "level1"), ("二级指标", "level2"))
_WEIGHTS: tuple[Held, ...] = ("weight1", "weight2")
_HELD: Mapping[str, Held] = {
    "standard": "standard",
    "explanation": "formula",
    "actual": "measure",
    "score": "score",
    "reason": "reason",
    "target": "standard",  # a form without standards prints what was to be reached
}
_ENTERED = ("score", "actual", "amount")  # what people write into a second one is none of the table's
_WRITTEN = ("reason",)  # what stands there in a table that was filled in is of who did so


class HerColumn(msgspec.Struct, frozen=True):
    """`key`: by which a row has the text that the table itself prints there; empty where that is none."""

    printed: PrintedColumn
    key: str = ""


def column_keys(table: SourceTable, columns: ScoreColumns) -> dict[int, str]:
    """The columns by their headings, also where the table goes on with others before them: 分值#2."""
    seen: Counter[str] = Counter()
    keys: dict[int, str] = {}
    for column in columns.columns:
        label = _label(table, columns, column)
        seen[label] += 1
        keys[column] = f"{label}#{seen[label]}"
    return keys


def printed_columns(
    table: SourceTable, columns: ScoreColumns, rows: Sequence[PrintedRow] = ()
) -> tuple[HerColumn, ...]:
    """From left to right; of several that hold the same, as 自评得分 and 复核得分 do, the first is filled.

    A first level that has rows of its own above second levels in a column gets one in front of it.
    """
    deepest = max((bool(row.level1) + bool(row.level2) for row in rows), default=0)
    headed = max(deepest - len(columns.levels) + 1, 0) if columns.levels[1:] else 0
    holds = _holds(table, columns, headed)
    front = [HerColumn(PrintedColumn(label=label, holds=held)) for label, held in _HEADED[:headed]]
    keys = column_keys(table, columns)
    scored = [keys[column] for role in _ENTERED for column in columns.roles.get(role, ()) if column in keys]
    filled = any(row.cells.get(key, "").strip() for row in rows for key in scored)
    hers = []
    for column in sorted(holds):
        kept = _says_itself(columns, column, holds[column], filled)
        printed = PrintedColumn(label=_label(table, columns, column), holds=holds[column])
        hers.append(HerColumn(printed, keys.get(column, "") if kept else ""))
    return (*front, *hers)


def _says_itself(columns: ScoreColumns, column: int, held: Held, filled: bool) -> bool:
    """Whether a column prints what the table itself says there, and no rule knows."""
    roles = [role for role, found in columns.roles.items() if column in found]
    if held == "formula":
        return len(columns.roles["explanation"]) > 1
    if held == "wording":  # 24 beside a column of signs, of a standard ≥24
        return "target" in roles and bool(columns.roles.get("sign"))
    if any(role in _ENTERED or (filled and role in _WRITTEN) for role in roles):
        return False
    return held in ("printed", "evidence", "reason")


def combined_columns(table: SourceTable, columns: ScoreColumns) -> tuple[str, ...]:
    """优 | 良 | 中 | 差: the headings of columns that are printed as one standard."""
    heads = dict.fromkeys(_label(table, columns, column) for column in columns.roles.get("standard", ()))
    return tuple(filter(None, heads)) if len(heads) > 1 else ()


def _holds(table: SourceTable, columns: ScoreColumns, headed: int) -> dict[int, Held]:
    holds = dict(_levels(columns, headed))
    for role, held in _HELD.items():
        for column in columns.roles.get(role, ()):
            found = _evidence(_label(table, columns, column)) or held if role == "reason" else held
            if found not in holds.values():
                holds.setdefault(column, found)
    own = columns.weights.get(columns.name)
    if own is not None:
        holds.setdefault(own, "max_score")
    if "formula" not in holds.values():  # what is explained stands with the standard
        holds = {column: "wording" if held == "standard" else held for column, held in holds.items()}
    combined = columns.roles.get("standard", ())
    for column in columns.columns:
        if column not in holds and column not in combined and _own(table, columns, column):
            holds[column] = "printed"
    return holds


def _levels(columns: ScoreColumns, headed: int) -> Iterator[tuple[int, Held]]:
    *above, name = columns.levels
    yield name, "name"
    for number, level in enumerate(above[: len(_HEADED) - headed], headed):
        yield level, _HEADED[number][1]
        if (weight := columns.weights.get(level)) is not None:
            yield weight, _WEIGHTS[number]


def _own(table: SourceTable, columns: ScoreColumns, column: int) -> bool:
    """Whether a heading begins above a column, and ends above its rows."""
    merge = table.merge(columns.last_row, column)
    alone = merge is None or (merge.left == column and merge.bottom == columns.last_row)
    return bool(_label(table, columns, column)) and alone


def _evidence(label: str) -> Held | Literal[""]:
    return "evidence" if any(word in label for word in score_table_words().rows["evidence"]) else ""


def _label(table: SourceTable, columns: ScoreColumns, column: int) -> str:
    """The lowest header cell that says something."""
    rows = range(columns.last_row, columns.first_row - 1, -1)
    texts = [shown(table.seen(row, column)) for row in rows]
    return next((text for text in texts if role_of(text)), next(filter(None, texts), ""))

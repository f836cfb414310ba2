"""A list of tables written as a text: its first line names the keys, every other line is one table.

    over = '''
    表 | 列
    收入决算 | [事业收入, 经营收入]
    支出决算 | 基本支出
    '''

is [{ "表" = "收入决算", "列" = ["事业收入", "经营收入"] }, { "表" = "支出决算", "列" = "基本支出" }].
In `examples` the keys are the cells that an example gives, and outcome; what is left blank is not given.
A basis is one such line: document | clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jixiao.pack.errors import PackError
from jixiao.strict import Keys

_OUTCOME = "outcome"


def written_out(raw: Mapping[str, Any], file: str, number: int) -> dict[str, Any]:
    """Item `number` of a file with tables for its texts. Raises PackError."""

    def tables(key: str) -> list[dict[str, Any]]:
        lines = lines_of(raw[key], file, str(raw.get("id", "")), ("check", number, key))
        return [{name: _value(cell) for name, cell in line.items()} for line in lines]

    out = dict(raw)
    if isinstance(raw.get("over"), str):
        out["over"] = tables("over")
    if isinstance(raw.get("examples"), str):
        out["examples"] = [_example(table) for table in tables("examples")]
    if isinstance(basis := raw.get("basis"), str) and basis.count("|") == 1:
        out["basis"] = dict(zip(("document", "clause"), _cells(basis), strict=True))
    return out


def lines_of(text: str, file: str, name: str, at: Keys) -> Iterator[dict[str, str]]:
    """The lines below the first as tables. `at` is the way to the text, `name` whom it belongs to.

    Raises PackError.
    """
    lines = [(index, _cells(line)) for index, line in enumerate(text.splitlines(), -1) if line.strip()]
    (first, keys), *others = lines or [(-1, [""])]
    if not all(keys) or len(set(keys)) < len(keys):
        raise PackError(file, name, f"the first line of “{at[-1]}” must name each column once", (*at, first))
    if not others:
        raise PackError(file, name, f"“{at[-1]}” needs a line of columns and other lines below it", at)
    for index, cells in others:
        if len(cells) != len(keys):
            reason = f"a line of “{at[-1]}” has {len(cells)} cells for {len(keys)} columns"
            raise PackError(file, name, reason, (*at, index))
        yield dict(zip(keys, cells, strict=True))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _value(cell: str) -> str | list[str]:
    if not (cell.startswith("[") and cell.endswith("]")):
        return cell
    return [each.strip() for each in cell[1:-1].split(",")]


def _example(table: Mapping[str, Any]) -> dict[str, Any]:
    given = {term: value for term, value in table.items() if value and term != _OUTCOME}
    return {"given": given, **{key: value for key, value in table.items() if key == _OUTCOME}}

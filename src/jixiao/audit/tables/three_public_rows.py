"""The table of 三公 expenditure that stands upright: a row for each item, columns for budget and result."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.tables.entries import EntryTable, TableEntry

_ITEMS = (  # the wider names first
    ("用车", r"公务用车购置(?:费)?(?:及|和|与)(?:运行)?(?:维护)?(?:费|经费)?"),
    ("购置", r"(?:公务用车|公车)购置费?$"),
    ("运行", r"(?:公务用车|公车)运行(?:维护)?费?$"),
    ("出国", r"因公出国|^出国(?:（境）)?经?费"),
    ("接待", r"公务接待费?$"),
    ("合计", r"^(?:“?三公”?经费)?(?:合计|总计)|^“?三公”?经费$"),
)
_BARE = re.compile(r"^(?:其中：?|（[一二三四五\d]）|\d[.、．]|[一二三四五]、)+|(?:支出|小计|用)+$")
_LEAST = ("用车", "出国", "接待")


def upright_columns(table: EntryTable) -> Iterator[tuple[str, dict[str, StatedFigure]]]:
    """(head, item -> cell) of each column of such a table; nothing of another one."""
    rows = {}
    for entry in table.entries:
        item = _item(entry.name)
        if item and entry.figures:
            if item in rows:
                return
            rows[item] = entry
    if not all(item in rows for item in _LEAST) or not (table.whole or _are_full(rows.values(), table)):
        return
    for column in table.columns:
        cells = {item: row.figures[column] for item, row in rows.items() if column in row.figures}
        if len(cells) == len(rows):
            yield table.heads.get(column, ""), cells


def _are_full(rows: Iterable[TableEntry], table: EntryTable) -> bool:
    """Whether each of these rows of a wider table has a figure in every column."""
    return {len(row.figures) for row in rows} == {len(table.columns)}


def _item(name: str) -> str:
    bare = _BARE.sub("", _BARE.sub("", name))
    return next((item for item, words in _ITEMS if re.search(words, bare)), "")


def alternates(heads: str, cells: Sequence[StatedFigure]) -> bool:
    """Whether budget and result stand side by side for each item, rather than one after the other."""
    if heads.count("决算数") > 1:
        return True
    if heads.count("合计") < 2:  # a header that is lost: what adds up
        half = len(cells) // 2
        return not all(
            own[0].quantity.meets(own[1].quantity + own[2].quantity + own[5].quantity)
            for own in (cells[:half], cells[half:])
        )
    return False


def running_costs(table: EntryTable, items: int) -> StatedFigure | None:
    """The last figure of 2025年部门“三公”经费和机关运行经费预算表."""
    row = next((entry for entry in table.entries if len(entry.figures) == items + 1), None)
    if row is None or not re.search("机关运行经费[^，。]*预算表", table.title):
        return None
    return row.figures[max(row.figures)]

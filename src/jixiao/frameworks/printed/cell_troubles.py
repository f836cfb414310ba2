"""Cells of a score table that show something else than they hold, or nothing that can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.documents.cells import HIDDEN_COLUMN, HIDDEN_ROW, SourceCell
from jixiao.documents.document import cell_address
from jixiao.frameworks.printed.table_sections import ScoreArea

_READ = ("standard", "explanation", "target", "sign", "unit")
_TOLD_ELSEWHERE = (HIDDEN_ROW, HIDDEN_COLUMN)
_STRUCK = "划了删除线，仍当作有效读入，请核对"
_ROUNDED = "显示的数与存的数不一样，按存的数读入，请核对"
_MOST = 8  # places of one kind


def cell_troubles(areas: Sequence[ScoreArea]) -> Iterator[str]:
    """One sentence for each kind of trouble, with its places."""
    places: dict[tuple[str, str], list[str]] = {}
    for area in areas:
        for row, column, cell in _cells(area):
            for trouble, beside in _of_cell(cell, column in _weights(area)):
                places.setdefault((area.place, trouble), []).append(_address(area, row, column) + beside)
    for (place, trouble), found in places.items():
        more = f"等{len(found)}处" if len(found) > _MOST else ""
        yield f"“{place}”{'、'.join(found[:_MOST])}{more}：{trouble}"


def _cells(area: ScoreArea) -> Iterator[tuple[int, int, SourceCell]]:
    columns = area.columns
    told = (column for role in _READ for column in columns.roles.get(role, ()))
    wanted = sorted({*columns.levels, *_weights(area), *told})
    for row in range(columns.first_row, area.end + 1):
        cells = area.table.rows.get(row, {})
        yield from ((row, column, cells[column]) for column in wanted if column in cells)


def _weights(area: ScoreArea) -> tuple[int, ...]:
    return (*area.columns.weights.values(), *area.columns.weights_again, *area.columns.weights_above)


def _of_cell(cell: SourceCell, weighs: bool) -> Iterator[tuple[str, str]]:
    """Each trouble, and what is said of this cell beside its place."""
    if cell.trouble and cell.trouble not in _TOLD_ELSEWHERE:
        yield cell.trouble, ""
    if cell.struck and cell.text.strip():
        yield _STRUCK, ""
    if cell.shown and weighs:
        yield _ROUNDED, f"（显示{cell.shown}，存的是{cell.text}）"


def _address(area: ScoreArea, row: int, column: int) -> str:
    return cell_address(row, column) if area.table.place.sheet else f"第{row}行第{column}列"

"""The text in one named cell of a workbook, read before it is known which form the workbook has."""

from __future__ import annotations

from jixiao.workbook.source import Source


def text_at(source: Source, name: str) -> str:
    """What stands in the cell of a defined name; empty if there is nothing. Raises UnusableInput."""
    area = source.structure.area(name)
    if area is None:
        return ""
    cells = source.cells(area.sheet, {area.cell})
    return cells[area.cell].text.strip() if area.cell in cells else ""

"""The text in one named cell of a workbook, read before it is known which form the workbook has."""

from __future__ import annotations

from jixiao.workbook.cells import SharedStrings, read_cells
from jixiao.workbook.package import Package
from jixiao.workbook.structure import Structure


def text_at(package: Package, structure: Structure, name: str) -> str:
    """What stands in the cell of a defined name; empty if there is nothing. Raises UnusableInput."""
    area = structure.area(name)
    if area is None:
        return ""
    cells = read_cells(package, structure.parts[area.sheet], {area.cell}, SharedStrings(package))
    return cells[area.cell].text.strip() if area.cell in cells else ""

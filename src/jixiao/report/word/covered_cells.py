"""Cells that go on with the cell above (vMerge): Word shows the text of the first one alone."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from jixiao.report.word.wordml import inside, w

_TABLE, _ROW, _CELL, _T = w("tbl"), w("tr"), w("tc"), w("t")
_MERGED, _VALUE = w("vMerge"), w("val")
_GONE = f"{w('trPr')}/{w('del')}"


def texts_of_covered_cells(root: etree._Element) -> set[etree._Element]:
    """The text elements in such cells. A cell below none that is merged goes on with nothing, and is seen."""
    unseen: set[etree._Element] = set()
    if next(root.iter(_MERGED), None) is None:
        return unseen
    for table in root.iter(_TABLE):
        above: set[int] = set()  # columns of the cells that the next row may go on with
        for row in inside(table, _ROW):
            if row.find(_GONE) is None:
                merged = dict(_merged(row))
                for column, cell in merged.items():
                    if column in above and _goes_on(cell):
                        unseen.update(cell.iter(_T))
                above = set(merged)
    return unseen


def _merged(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row that are merged with others below or above, by their columns in the grid."""
    column = _count(row, "trPr", "gridBefore", 0)
    for cell in inside(row, _CELL):
        if cell.find(f"{w('tcPr')}/{_MERGED}") is not None:
            yield column, cell
        column += _count(cell, "tcPr", "gridSpan", 1)


def _goes_on(cell: etree._Element) -> bool:
    merged = cell.find(f"{w('tcPr')}/{_MERGED}")
    return merged is not None and merged.get(_VALUE, "continue") != "restart"


def _count(element: etree._Element, properties: str, name: str, default: int) -> int:
    found = element.find(f"{w(properties)}/{w(name)}")
    written = "" if found is None else found.get(_VALUE, "")[:6]
    return int(written) if written.isdecimal() else default

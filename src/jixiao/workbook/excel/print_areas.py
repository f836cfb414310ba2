"""The print areas of the workbook open in Excel, which are names there, too: ours set anew, others left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from jixiao.workbook.file.print_areas import SET_BY_US, area_of, same_area

if TYPE_CHECKING:
    from xlwings import Book, Name, Sheet

_PRINT_AREA = "Print_Area"  # as Excel calls what the file has as _xlnm.Print_Area


def set_print_areas(book: Book, areas: Mapping[str, str]) -> None:
    """As in a file, an area that people have set is kept. Not by the page set-up, which asks the printer."""
    for name, area in areas.items():
        found = _own_names(book.sheets[name])
        known, present = found.get(SET_BY_US), found.get(_PRINT_AREA)
        if known and present and same_area(known.refers_to or "", present.refers_to or ""):
            known.refers_to = present.refers_to = f"={area_of(name, area)}"


def _own_names(sheet: Sheet) -> dict[str, Name]:
    return {name.name.rpartition("!")[2]: name for name in sheet.names}

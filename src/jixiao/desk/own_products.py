"""Tables that this program has made itself: they may lie among the units' files, and are no unit's."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from jixiao.archives import without_clock
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.package import Package

if TYPE_CHECKING:
    from openpyxl import Workbook

MADE_BY = "jixiao"  # the author whom such a table names
_CORE = "docProps/core.xml"


def saved_product(book: Workbook) -> bytes:
    """A table as it is known again."""
    book.properties.creator = MADE_BY
    content = BytesIO()
    book.save(content)
    return without_clock(content.getvalue())


def is_product(package: Package) -> bool:
    """By what stands in the file, whatever it is called."""
    if not package.has(_CORE):
        return False
    try:
        return package.xml(_CORE).findtext("{http://purl.org/dc/elements/1.1/}creator") == MADE_BY
    except UnusableInput:
        return False

"""A page whose text runs up or down is turned before it is read, where the library would lose words of it.

It leaves out text without any width. The letters of a font that neither the file nor the machine has are
without size, so that words which run sideways have no width; turned, they have.
"""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

_NO_WIDTH = 0.01  # points: what the library takes for nothing


class SizelessText(NamedTuple):
    """How many pieces of text have no size across the way they run."""

    sideways: int
    level: int

    @property
    def turns(self) -> bool:
        return self.sideways > self.level

    @property
    def lost(self) -> bool:
        """Whether words are left out whichever way the page is held."""
        return bool(self.sideways and self.level)


def sizeless_text(page: Any) -> SizelessText:
    """What the library leaves out of a page if it is read as it stands."""
    from pypdfium2 import raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    sideways = level = 0
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        part = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(part) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        pdfium.FPDFPageObj_GetBounds(part, left, bottom, right, top)
        wide, high = right.value - left.value, top.value - bottom.value
        sideways += wide < _NO_WIDTH < high
        level += high < _NO_WIDTH < wide
    return SizelessText(sideways, level)


def turn(document: Any, number: int, page: Any) -> Any:
    """The page, turned by a quarter, read anew; the one that was given is closed."""
    from pypdfium2 import raw as pdfium

    left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    quarter = pdfium.FS_MATRIX(0, -1, 1, 0, -bottom, right)  # (x, y) -> (y - bottom, right - x)
    pdfium.FPDFPage_TransFormWithClip(page, quarter, None)
    page.set_mediabox(0, 0, height, width)
    page.set_cropbox(0, 0, height, width)
    page.close()
    return document[number]

"""A sheet that goes into its file row by row, each as text that is parsed in one step.

openpyxl's own write-only sheets make an object of every cell and ask it a dozen things: that takes five times
as long, and its links take a kilobyte each until the file is saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.compat import safe_string
from openpyxl.packaging.relationship import Relationship
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.xml.constants import REL_NS

from jixiao.desk.summary.sheet import Value, readable

_ID = f"{{{REL_NS}}}id"


class SummaryPage(WriteOnlyWorksheet):  # type: ignore[misc]  # openpyxl has no types
    """A new sheet at the end of a write-only workbook; everything but its rows is as with any other."""

    def __init__(self, book: Workbook, name: str) -> None:
        super().__init__(book, name)
        book._add_sheet(self)
        self.written = 0
        self.links: list[tuple[str, str]] = []  # a cell, and where it leads
        self._look = ""

    def line(self, cells: Sequence[str], height: float = 0, *, hidden: bool = False) -> None:
        """The next row, of cells as `cell` makes them; `height` in points, if it is not the usual one."""
        self.written += 1
        self._look = f' ht="{height:g}" customHeight="1"' if height else ""
        self._look += ' hidden="1"' if hidden else ""
        self.append(list(cells))

    def cell(self, column: int, style: int, value: Value) -> str:
        """A cell of the next row. A text is a text, whatever it begins with."""
        start = f'<c r="{get_column_letter(column)}{self.written + 1}" s="{style}"'
        if isinstance(value, str):
            text = readable(value)
            space = ' xml:space="preserve"' if text != text.strip() else ""
            return (
                f'{start} t="inlineStr"><is><t{space}>{_escaped(text)}</t></is></c>' if text else f"{start}/>"
            )
        return f"{start}/>" if value is None else f"{start}><v>{safe_string(value)}</v></c>"

    def linked(self, column: int, target: str) -> None:
        """That a cell of the next row leads to a file."""
        self.links.append((f"{get_column_letter(column)}{self.written + 1}", target))

    def style(self, **look: object) -> int:
        """The number of a style: font, fill, border, alignment, number_format as openpyxl has them."""
        cell = WriteOnlyCell(self)
        for what, value in look.items():
            setattr(cell, what, value)
        return int(cell.style_id)

    # ---- what openpyxl asks for

    def _values_to_row(self, values: list[str], row_idx: int) -> list[str]:
        return values

    def _get_writer(self) -> None:
        new = self._writer is None
        super()._get_writer()
        if new:
            self._writer.write_row = self._write_row
            self._writer.write_hyperlinks = self._write_links

    def _write_row(self, file: Any, cells: list[str], number: int) -> None:
        row = f'<row r="{number}"{self._look}>{"".join(cells)}</row>'
        file.write(etree.fromstring(row.encode()))

    def _write_links(self) -> None:
        """Those to one file share what says where it lies."""
        if not self.links:
            return
        known: dict[str, str] = {}
        file = self._writer.xf.send(True)
        with file.element("hyperlinks"):
            for cell, target in self.links:
                if target not in known:
                    there = Relationship(type="hyperlink", TargetMode="External", Target=target)
                    self._writer._rels.append(there)
                    known[target] = there.id
                file.write(etree.Element("hyperlink", {"ref": cell, _ID: known[target]}, {"r": REL_NS}))
        self._writer.xf.send(None)


def _escaped(text: str) -> str:
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace("\r", "&#13;")  # which a parser takes for the end of a line

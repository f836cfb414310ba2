"""XlsxWriter for a workbook with ten thousands of formulas: it writes the same, in half the time."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from xlsxwriter.packager import Packager
from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import CellFormulaTuple, Worksheet


class Paper(Worksheet):  # type: ignore[misc]
    """A worksheet that takes formulas as they are.

    XlsxWriter looks through each formula for arrays and for functions that are younger than Excel 2010;
    ours have none (a test sees to it). A formula that gives no text has been calculated, and found a blank;
    XlsxWriter would leave it as one that was never calculated.
    """

    def write_formula(self, row: int, column: int, formula: str, look: Any, value: str | float) -> int:
        code: int = self._check_dimensions(row, column)
        if not code:
            self.table[row][column] = CellFormulaTuple(formula, look, value)
        return code

    def _write_cell(self, row: int, column: int, cell: Any) -> None:
        if type(cell) is not CellFormulaTuple:
            super()._write_cell(row, column, cell)
            return
        text = isinstance(cell.value, str)
        kind, value = (' t="str"', _escaped(cell.value)) if text else ("", cell.value)
        where, look = xl_rowcol_to_cell_fast(row, column), cell.format._get_xf_index()
        self.fh.write(f'<c r="{where}" s="{look}"{kind}><f>{_escaped(cell.formula)}</f><v>{value}</v></c>')


@lru_cache(maxsize=1 << 16)
def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class KeptParts(Packager):  # type: ignore[misc]
    """Keeps the parts of a workbook instead of handing them over to be zipped."""

    def _create_package(self) -> list[object]:
        self.files = super()._create_package()
        return []


class Book(Workbook):  # type: ignore[misc]
    """A workbook that is closed into its parts: some of them are touched before they are zipped, once."""

    def _get_packager(self) -> KeptParts:
        self.packager = KeptParts()
        return self.packager

    def parts(self) -> dict[str, bytes]:
        """The parts by name, in their order; for a closed workbook."""
        return {name: _content(file.getvalue()) for file, name, _ in self.packager.files}


def _content(written: str | bytes) -> bytes:
    return written.encode() if isinstance(written, str) else written

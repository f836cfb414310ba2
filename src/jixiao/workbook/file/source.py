"""Where the cells of a workbook come from: here a saved file; excel/open_book.py, the one open in Excel.

A file is known as a workbook by its first bytes and its parts, never by its ending.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cached_property
from pathlib import Path
from typing import Protocol

import msgspec

from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.cells import FilledCell, RawCell, cells_among, filled_cells, formula_cells
from jixiao.workbook.file.package import WORKBOOK, Package, folded, opened_archive, read_bytes
from jixiao.workbook.file.relations import main_part
from jixiao.workbook.file.shared_strings import SharedStrings
from jixiao.workbook.file.structure import Area, BookStructure, read_structure

_TYPES, _MAIN = "[content_types].xml", "xl/workbook.xml"  # which every workbook has
_BEFORE = b"\r\n\t \xef\xbb\xbf"  # what mail programs and web pages leave in front of a file


class CellSource(Protocol):
    """A workbook to be read. What it says must not depend on which of the sources it is read from."""

    @property
    def path(self) -> Path:
        """Where the workbook is saved, or was before it was changed."""

    @property
    def structure(self) -> BookStructure:
        """Its sheets, and where its names point."""

    def cells(self, sheet: str, wanted: Set[str]) -> Mapping[str, RawCell]:
        """The filled cells among `wanted` (addresses such as B7). Blank cells are left out."""

    def is_date(self, cell: RawCell) -> bool:
        """Whether a number is shown as a date."""

    def is_percent(self, cell: RawCell) -> bool:
        """Whether a number is shown in per cent."""

    def is_struck(self, cell: RawCell) -> bool:
        """Whether the cell is struck out as a whole."""

    def formula_rows(self, column: Area) -> list[int]:
        """The rows of a column in which a formula stands, whatever it shows."""


class SavedBook(msgspec.Struct, frozen=True, dict=True):
    """A workbook as its file has it."""

    package: Package

    @property
    def path(self) -> Path:
        return self.package.path

    @cached_property
    def structure(self) -> BookStructure:
        return read_structure(self.package)

    @cached_property
    def _strings(self) -> SharedStrings:
        return SharedStrings(self.package)

    def cells(self, sheet: str, wanted: Set[str]) -> Mapping[str, RawCell]:
        part = self.structure.parts[sheet]
        filled = self._asked.get(part)
        if filled is None:
            filled = filled_cells(self.package, part)
        if len(wanted) == 1:  # somebody asks what this workbook is; more of the sheet is wanted later
            self._asked[part] = filled
        return cells_among(filled, wanted, self._strings)

    @cached_property
    def _asked(self) -> dict[str, list[tuple[str, FilledCell]]]:
        return {}

    @cached_property
    def _date_styles(self) -> frozenset[str]:
        from jixiao.workbook.file.date_styles import date_styles  # few workbooks ask for it

        return date_styles(self.package)

    def is_date(self, cell: RawCell) -> bool:
        return cell.style in self._date_styles

    @cached_property
    def _percent_styles(self) -> frozenset[str]:
        from jixiao.workbook.file.date_styles import percent_styles

        return percent_styles(self.package)

    def is_percent(self, cell: RawCell) -> bool:
        return cell.style in self._percent_styles

    @cached_property
    def _struck_styles(self) -> frozenset[str]:
        from jixiao.workbook.file.struck_styles import struck_styles

        return struck_styles(self.package)

    def is_struck(self, cell: RawCell) -> bool:
        return cell.style in self._struck_styles

    def formula_rows(self, column: Area) -> list[int]:
        formulas = formula_cells(self.package, self.structure.parts[column.sheet])
        return sorted(map(column.row, column.cells & formulas))


def saved_book(path: Path) -> SavedBook:
    """The workbook in a file. Raises UnusableInput if it is none, or not a readable one."""
    return SavedBook(open_package(path))


def text_at(source: CellSource, name: str) -> str:
    """What stands in the cell of a defined name; empty if there is nothing. Raises UnusableInput."""
    area = source.structure.area(name)
    if area is None:
        return ""
    cells = source.cells(area.sheet, {area.cell})
    return cells[area.cell].text.strip() if area.cell in cells else ""


def open_package(path: Path) -> Package:
    """Read the file and prove that it is a workbook of bearable size. Raises UnusableInput."""
    return package_in(path, read_bytes(path, WORKBOOK))


def package_in(path: Path, content: bytes) -> Package:
    """The same for the bytes of a file that were read before. Raises UnusableInput."""
    _check_content(path.name, content)
    package = opened_archive(path, content, WORKBOOK)
    _check_parts(package)
    return package


def _check_content(name: str, content: bytes) -> None:
    if name.startswith(("~$", ".~lock.")):
        from jixiao.file_kinds import mark_of_an_open_file

        raise UnusableInput(mark_of_an_open_file(name))
    if not content:
        raise UnusableInput(f"“{name}”是空文件。请找回填好的工作簿，或用 jixiao new 新建一份。")
    if content[:8].lstrip(_BEFORE).startswith(b"PK"):
        return
    from jixiao.file_kinds import kind_of  # who is given a workbook asks for none

    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise UnusableInput(
                f"“{name}”是加密的：设了打开密码，或被别的程序用通用的只读密码加密过（那样打开时不问密码）。"
                "请在 Excel 里打开，用“文件→信息→保护工作簿→用密码进行加密”把密码清空，保存后再试。"
            )
        if kind_of(content).endswith(("文档", "文稿")):
            raise _of_another_kind(name, content)
        raise UnusableInput(f"“{name}”是旧版 .xls 格式。请在 Excel 或 WPS 里另存为 .xlsx 或 .xlsm 再试。")
    if kind_of(content):
        raise _of_another_kind(name, content)
    raise UnusableInput(
        f"“{name}”不是 Excel 工作簿（里面是网页或文本之类）。请用 Excel 或 WPS 打开后另存为 .xlsx 再试。"
    )


def _of_another_kind(name: str, content: bytes) -> UnusableInput:
    from jixiao.file_kinds import called, kind_of

    return UnusableInput(
        f"“{name}”{called(kind_of(content))}，不是 Excel 工作簿。请选择用 jixiao new 建立并填好的工作簿。"
    )


def _check_parts(package: Package) -> None:
    """Raises UnusableInput for other files that are zips, too."""
    main, name = main_part(package), package.path.name
    if main.endswith(".bin") or package.has("xl/workbook.bin"):
        raise UnusableInput(f"“{name}”是二进制工作簿（.xlsb）。请在 Excel 里另存为 .xlsx 或 .xlsm 再试。")
    if package.has("content.xml") and package.has("mimetype"):
        raise UnusableInput(f"“{name}”是 OpenDocument 文件（.ods 之类）。请另存为 .xlsx 或 .xlsm 再试。")
    if package.has("word/document.xml") or not package.has(main):
        from jixiao.file_kinds import kind_of

        if layer := _layer(package):
            raise UnusableInput(
                f"“{name}”像是工作簿解压后重新压缩的：压缩包里多了一层文件夹（{layer}），Excel 也打不开。"
                "请用原来的文件。"
            )
        if kind_of(package.content) == "压缩包":
            raise UnusableInput(f"“{name}”是压缩包，不是 Excel 工作簿。请先解压，再选择里面的文件。")
        raise _of_another_kind(name, package.content)


def _layer(package: Package) -> str:
    """The folder in which the parts of a workbook lie that was packed with it; empty if there is none."""
    ending = f"/{_TYPES}"
    found = (name for name in package.names if folded(name).endswith(ending))
    layers = (name[: -len(ending)] for name in found)
    return next((layer for layer in layers if package.has(f"{layer}/{_MAIN}")), "")

"""A sheet part -> the content of the cells that are asked for, in one pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from enum import Enum
from functools import lru_cache
from typing import Any

import msgspec
from lxml import etree

from jixiao.workbook.file.filled_sheet import filled_apart, filled_sheet, sheet_with_formulas
from jixiao.workbook.file.package import Package, damaged
from jixiao.workbook.file.plain_cells import PlainCell
from jixiao.workbook.file.shared_strings import SharedStrings
from jixiao.workbook.file.texts import StoredText, is_picture, stored_text

ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"[0-9]{1,9}")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")  # nothing shows them, XML holds few


_NOTHING = StoredText("")

FilledCell = etree._Element | PlainCell


class Content(Enum):
    NUMBER = "number"
    TEXT = "text"
    BOOLEAN = "boolean"
    DATE = "date"  # ISO text, written by a few programs
    ERROR = "error"
    UNCALCULATED = "uncalculated"


class RawCell(msgspec.Struct, frozen=True):
    """What stands in a cell: `text` as stored, not yet understood, without what is struck out.

    `style` is how the source knows the looks of the cell. Of a formula that shows a picture the text is the
    formula, whatever number is stored beside it.
    """

    content: Content
    text: str
    formula: bool = False
    struck: bool = False
    style: str = ""


def cells_among(
    filled: Iterable[tuple[str, FilledCell]], wanted: Container[str], strings: SharedStrings
) -> dict[str, RawCell]:
    """The filled cells among `wanted` (addresses such as B7). Blank cells are left out."""
    return raw_cells([each for each in filled if each[0] in wanted], strings)


def raw_cells(cells: Iterable[tuple[str, FilledCell]], strings: SharedStrings) -> dict[str, RawCell]:
    """What stands in cells, by their addresses. Raises UnusableInput."""
    return {address: each for address, cell in cells if (each := _raw(cell, strings)) is not None}


def filled_cells(package: Package, part: str) -> list[tuple[str, FilledCell]]:
    """The cells that show anything, with their addresses; most cells of a form have only a style.

    Raises UnusableInput, also for more cells than XPath can hold.
    """
    root, plain = filled_apart(package, part)
    if root is None:
        raise damaged(package.path)
    parsed = cells_in(root, package)
    if any(address in plain for address, _ in parsed):  # a cell that stands there twice
        root, plain = filled_sheet(package, part), {}
        assert root is not None
        parsed = cells_in(root, package)
    return [*parsed, *plain.items()]


def cells_in(root: etree._Element, package: Package) -> list[tuple[str, etree._Element]]:
    """The same for a sheet that was read. Raises UnusableInput."""
    namespace = root.tag.rpartition("}")[0].removeprefix("{")
    try:
        cells: list[etree._Element] = _finder(namespace)(root)
    except etree.XPathError as error:
        raise damaged(package.path) from error
    addresses = [cell.get("r", "") for cell in cells]
    if "" in addresses:
        add_addresses(root)
        addresses = [cell.get("r", "") for cell in cells]
    return list(zip(addresses, cells, strict=True))


@lru_cache(maxsize=8)  # there are two namespaces, and what strange files say
def _finder(namespace: str) -> Callable[[etree._Element], Any]:
    """By XPath, which makes no Python object of a cell that is passed over."""
    if not namespace:
        return etree.XPath("sheetData/row/c[*]")
    return etree.XPath("x:sheetData/x:row/x:c[*]", namespaces={"x": namespace})


def formula_cells(package: Package, part: str) -> set[str]:
    """The addresses of the cells that have a formula, whatever it comes to."""
    root = sheet_with_formulas(package, part)
    if root is None:
        raise damaged(package.path)
    cells = cells_in(root, package)
    return {address for address, cell in cells if any(_local(child.tag) == "f" for child in cell)}


def add_addresses(root: etree._Element) -> None:
    """Number the rows and cells that some writers leave without an address: each follows the one before."""
    number = 0
    for row in root.iterfind("{*}sheetData/{*}row"):
        given = row.get("r", "")
        number = int(given) if _NUMBER.fullmatch(given) else number + 1
        row.set("r", str(number))
        if any(cell.get("r") is None for cell in row):
            _number_cells(row.findall("{*}c"), number)


def _number_cells(cells: Iterable[etree._Element], number: int) -> None:
    column = 0
    for cell in cells:
        match = ADDRESS.fullmatch(cell.get("r", ""))
        column = column_number(match[1]) if match else column + 1
        cell.set("r", f"{column_letters(column)}{number}")


def _raw(cell: FilledCell, strings: SharedStrings) -> RawCell | None:
    if isinstance(cell, PlainCell):
        if cell.text:
            return _text(strings.at(cell.value), False, cell.style)
        return RawCell(Content.NUMBER, cell.value, style=cell.style)
    kind, value, formula, inline = cell.get("t", "n"), None, False, _NOTHING
    style = cell.get("s", "")
    for child in cell:
        part = _local(child.tag)
        if part == "v":
            value = child.text or ""
        elif part == "f":
            formula = True
            if (text := child.text) and is_picture(text):
                return RawCell(Content.TEXT, text, True)
        elif part == "is":
            inline = stored_text(child)
    if kind == "inlineStr":
        return _text(inline, formula, style)
    if formula and not value and kind != "str":  # openpyxl writes an empty <v>
        return RawCell(Content.UNCALCULATED, "", True)
    if value is None:
        return None
    if kind == "s":
        return _text(strings.at(value), formula, style)
    return _typed(kind, value, formula, style)


@lru_cache(maxsize=64)
def _local(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]


def _text(stored: StoredText, formula: bool, style: str) -> RawCell | None:
    """A cell in which all is struck out is told from a blank one."""
    if not seen(stored.text) and not stored.struck:
        return None
    return RawCell(Content.TEXT, stored.text, formula, stored.struck, style)


def _typed(kind: str, value: str, formula: bool, style: str) -> RawCell | None:
    if not seen(value):
        return None
    if kind == "b":
        text = "TRUE" if value in ("1", "true") else "FALSE"
        return RawCell(Content.BOOLEAN, text, formula, style=style)
    return RawCell(_CONTENTS.get(kind, Content.NUMBER), value, formula, style=style)


_CONTENTS = {"str": Content.TEXT, "e": Content.ERROR, "d": Content.DATE}


def seen(text: str) -> bool:
    """False for a text of nothing but blanks, also those that have no width."""
    if text.isascii():
        return not text.isspace() and text != ""
    return bool(text.strip().strip("\u200b\u200c\u200d\u2060\ufeff"))


def column_number(letters: str) -> int:
    """A -> 1, AA -> 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """1 -> A, 27 -> AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

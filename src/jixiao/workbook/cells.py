"""A sheet part -> the content of the cells that are asked for, in one pass."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from enum import Enum

from lxml import etree

from jixiao.workbook.package import Package


class Content(Enum):
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"  # ISO text, written by a few programs
    ERROR = "error"
    UNCALCULATED = "uncalculated"


@dataclass(frozen=True, slots=True)
class RawCell:
    """What stands in a cell: `text` as stored, not yet understood."""

    content: Content
    text: str
    formula: bool = False


def read_cells(package: Package, part: str, wanted: Container[str], strings: SharedStrings) -> dict[str, RawCell]:
    """The filled cells among `wanted` (addresses such as B7). Blank cells are left out."""
    cells: dict[str, RawCell] = {}
    for row in package.xml(part).iterfind("{*}sheetData/{*}row"):
        position = 0
        for cell in row:
            address = cell.get("r")
            if address is None:  # some writers leave addresses out: count instead
                position += 1
                address = f"{column_letters(position)}{row.get('r')}"
            if len(cell) and address in wanted:
                raw = _raw(cell, strings)
                if raw is not None:
                    cells[address] = raw
    return cells


class SharedStrings:
    """The shared texts of the workbook, read when the first cell needs one."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._texts: list[str] | None = None

    def __getitem__(self, index: int) -> str:
        if self._texts is None:
            self._texts = self._read()
        return self._texts[index] if 0 <= index < len(self._texts) else ""

    def _read(self) -> list[str]:
        if not self._package.has("xl/sharedStrings.xml"):
            return []
        return [_text_of(item) for item in self._package.xml("xl/sharedStrings.xml").iterfind("{*}si")]


def _text_of(item: etree._Element) -> str:
    """The text of a shared or inline string: plain, or in runs; phonetic hints are left out."""
    texts = []
    for child in item:
        tag = etree.QName(child).localname
        if tag == "t":
            texts.append(child.text or "")
        elif tag == "r":
            texts += [run.text or "" for run in child.iterfind("{*}t")]
    return "".join(texts)


def _raw(cell: etree._Element, strings: SharedStrings) -> RawCell | None:
    kind, value, formula, inline = cell.get("t", "n"), None, False, None
    for child in cell:
        tag = child.tag.rpartition("}")[2]
        if tag == "v":
            value = child.text or ""
        elif tag == "f":
            formula = True
        elif tag == "is":
            inline = _text_of(child)
    if kind == "inlineStr":
        return RawCell(Content.TEXT, inline, formula) if inline else None
    if value is None:
        return RawCell(Content.UNCALCULATED, "", True) if formula and kind != "str" else None
    return _typed(kind, value, formula, strings)


def _typed(kind: str, value: str, formula: bool, strings: SharedStrings) -> RawCell | None:
    if kind == "s":
        value = strings[int(value)] if value.isdecimal() else ""
    if not value.strip():
        return None
    contents = {"s": Content.TEXT, "str": Content.TEXT, "e": Content.ERROR, "d": Content.DATE}
    if kind == "b":
        return RawCell(Content.TEXT, "是" if value == "1" else "否", formula)
    return RawCell(contents.get(kind, Content.NUMBER), value, formula)


def column_letters(number: int) -> str:
    """1 -> A, 27 -> AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

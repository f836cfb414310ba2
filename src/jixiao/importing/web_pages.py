"""A web page that calls itself .xls, as many systems export tables: the whole page -> one worksheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from jixiao.importing.sheets import Merge, SourceCell, SourceSheet
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.package import MAX_FILE

_MARKS = (b"<html", b"<table", b"<!doctype html")
_SKIPPED = {"script", "style", "head", "title", "noscript"}
WIDEST = 256  # columns that a cell may span; an .xls has no more
MOST_COLUMNS = 16_384  # of a worksheet
DIGITS = 6  # of a span; no table has more rows


def is_web_page(path: Path, beginning: bytes) -> bool:
    """Whether a file that begins like this is a page with tables that can be read."""
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith(b"<") and any(mark in start for mark in _MARKS) and _has_tables(path)


def _has_tables(path: Path) -> bool:
    return path.stat().st_size <= MAX_FILE and b"<tr" in path.read_bytes().lower()


def read_web_page(path: Path) -> SourceSheet:
    """Tables below each other, and what is written between them in rows of its own."""
    page = _Page(path.name)
    page.walk(_root(path.read_bytes()))
    return SourceSheet(path.name, path.stem, page.rows, tuple(page.merges))


def _root(content: bytes) -> etree._Element:
    # systems that export GBK often forget to say so
    encoding = "utf-8" if _is_utf8(content) else "gb18030"
    text = content.decode(encoding, errors="replace").removeprefix("\ufeff")
    return etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8", no_network=True))


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Page:
    """Collects the rows from top to bottom."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: dict[int, dict[int, SourceCell]] = {}
        self.merges: list[Merge] = []
        self.row = 1

    def walk(self, element: etree._Element) -> None:
        """What stands in an element; a table around other tables is only there for the layout."""
        if element.tag == "table" and element.find(".//table") is None:
            self._table(element)
            return
        self._line(element.text)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _SKIPPED:
                self.walk(child)
            self._line(child.tail)

    def _line(self, text: str | None) -> None:
        if text and text.strip():
            self.rows[self.row] = {1: SourceCell(text.strip())}
            self.row += 1

    def _table(self, table: etree._Element) -> None:
        for caption in table.iter("caption"):
            self._line(_text(caption))
        rows = list(table.iter("tr"))
        top = self.row
        covered: dict[int, int] = {}
        for number, row in enumerate(rows):
            self._row(row, top + number, top + len(rows) - 1, covered)
        self.row = top + len(rows)

    def _row(self, row: etree._Element, number: int, last: int, covered: dict[int, int]) -> None:
        """Cells go to the first place that no cell above or before them covers.

        `covered` holds for each column the last row that a cell above or before covers.
        """
        column = 1
        for cell in row.iterchildren("td", "th"):
            while covered.get(column, 0) >= number:
                column += 1
            right = column + min(_span(cell, "colspan"), WIDEST) - 1
            bottom = min(number + _span(cell, "rowspan") - 1, last)
            if right > MOST_COLUMNS:
                raise UnusableInput(
                    f"“{self.name}”里的表格超过 {MOST_COLUMNS} 列，不像一张报表，请检查是否选错了文件。"
                )
            covered |= dict.fromkeys(range(column, right + 1), bottom)
            if (bottom, right) != (number, column):
                self.merges.append(Merge(number, column, bottom, right))
            if text := _text(cell):
                self.rows.setdefault(number, {})[column] = SourceCell(text)


def _span(cell: etree._Element, name: str) -> int:
    written = (cell.get(name) or "").strip()
    return max(int(written[:DIGITS]), 1) if written.isdecimal() else 1


def _text(element: etree._Element) -> str:
    return "".join(_pieces(element)).strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    return (str(piece) for piece in element.itertext() if piece)

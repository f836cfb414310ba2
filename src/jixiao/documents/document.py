"""A foreign document, whatever its kind: paragraphs and tables in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from jixiao.documents.cells import SourceCell
from jixiao.documents.merge_index import Merge as Merge
from jixiao.documents.merge_index import MergeIndex
from jixiao.workbook.file.cells import column_letters


class SourcePlace(msgspec.Struct, frozen=True):
    """Where a block stands, as far as its kind of file has such places; all count from 1.

    A table is counted on its page, a paragraph and a table of a file without pages in the whole document.
    """

    sheet: str = ""
    page: int = 0
    paragraph: int = 0
    table: int = 0

    @property
    def words(self) -> str:
        """As people say it: 第5页第2个表; the name of a worksheet by itself."""
        page = f"第{self.page}页" if self.page else ""
        table = f"第{self.table}个表" if self.table else ""
        paragraph = f"第{self.paragraph}段" if self.paragraph and not self.page else ""
        return self.sheet or f"{page}{table}{paragraph}"


class SourceParagraph(msgspec.Struct, frozen=True):
    """A paragraph outside of tables; in a PDF a line. `heading`: the level that its file gives it, or 0.

    `apart`: in a text file a blank line of the same page stands above it.
    """

    text: str
    place: SourcePlace
    heading: int = 0
    apart: bool = False


class SourceTable(msgspec.Struct, frozen=True, dict=True):
    """A table, or a whole worksheet. `rows`: row -> column -> filled cell; both count from 1.

    `pages`: the row with which each further page begins -> that page, for a table that goes on there.
    `hidden_rows`, `hidden_columns`: those of a worksheet that nobody sees.
    """

    place: SourcePlace
    rows: Mapping[int, Mapping[int, SourceCell]]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    pages: Mapping[int, int] = {}
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def seen(self, row: int, column: int) -> str:
        """The text that stands at a place, also where a merged cell covers it."""
        cell = self.rows.get(row, {}).get(column)
        if cell is not None:
            return cell.text
        merge = self.merge(row, column)
        master = self.rows.get(merge.top, {}).get(merge.left) if merge else None
        return master.text if master else ""

    def merge(self, row: int, column: int) -> Merge | None:
        """The merged cells that a place belongs to."""
        return self._index.at(row, column) if self.merges else None

    @cached_property
    def _index(self) -> MergeIndex:
        return MergeIndex(self.merges)

    def page(self, row: int) -> int:
        """The page on which a row stands; 0 in a file without pages."""
        begun = [first for first in self.pages if first <= row]
        return self.pages[max(begun)] if begun else self.place.page


Block = SourceParagraph | SourceTable


class SourceDocument(msgspec.Struct, frozen=True):
    """`kind`: xlsx, xls, html, docx, pdf or txt, by what the file is, not by its name.

    `unread`: sentences about parts that could not be read, such as a scanned page.
    """

    file: str
    kind: str
    blocks: tuple[Block, ...]
    unread: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> Iterator[SourceParagraph]:
        return (block for block in self.blocks if isinstance(block, SourceParagraph))

    @property
    def tables(self) -> Iterator[SourceTable]:
        return (block for block in self.blocks if isinstance(block, SourceTable))


def cell_address(row: int, column: int) -> str:
    """(3, 2) -> B3, in a table of any kind of file."""
    return f"{column_letters(column)}{row}"

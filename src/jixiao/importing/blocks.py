"""A header as it was read: the columns, what each holds, and which of them belong together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from jixiao.documents.cells import SourceCell
from jixiao.importing.labels import known_label


class Role(Enum):
    CODE = "code"
    NAME = "name"
    LINE = "line"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class HeaderColumn:
    """`path`: the labels over the column, the upper one first; `year`: named there, or 0."""

    number: int
    path: tuple[str, ...]
    role: Role
    year: int = 0


@dataclass(frozen=True)
class Block:
    """Columns that belong together: those that name a row, and the amounts beside them."""

    columns: tuple[HeaderColumn, ...]

    def of(self, *roles: Role) -> tuple[HeaderColumn, ...]:
        return tuple(column for column in self.columns if column.role in roles)

    @property
    def words(self) -> set[str]:
        return {word for column in self.columns for word in column.path}


@dataclass(frozen=True)
class Header:
    """`numbering`: rows that only number the columns, on every page. `last`: the last row before the data.

    `shared`: a row of the header that also holds data, such as 类 | 款 | 项 | 合计 | 2946.25; else 0.
    """

    first: int
    last: int
    numbering: frozenset[int]
    blocks: tuple[Block, ...]
    shared: int = 0

    def is_data(self, row: int) -> bool:
        return row > self.last or row == self.shared

    def names(self, cell: SourceCell, row: int) -> bool:
        """Whether a cell of the shared row is a label of its column."""
        words = {word for block in self.blocks for word in block.words}
        return row == self.shared and known_label(cell.text, words) in words

    def before(self, row: int) -> Header:
        """The header as it holds for a further piece of the table that begins with a row."""
        return replace(self, first=row, last=row - 1, numbering=frozenset(), shared=0)

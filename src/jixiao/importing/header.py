"""The header of a table: which column holds codes, labels, line numbers, amounts; and its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from jixiao.documents.cells import SourceCell
from jixiao.importing.amounts import looks_like_number
from jixiao.importing.codes import is_code
from jixiao.importing.guide import Known
from jixiao.importing.labels import known_label
from jixiao.importing.regions import Region

DEEPEST = 6  # rows of a header
_LINE = re.compile(r"([0-9]{1,3})(=[0-9]+([-+][0-9]+)+)?")


class Role(Enum):
    CODE = "code"
    NAME = "name"
    LINE = "line"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class HeaderColumn:
    """`path`: the labels over the column, from the upper header to the lower one."""

    number: int
    path: tuple[str, ...]
    role: Role


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
    """`numbering`: rows that only number the columns, on every page. `last`: the last row before the data."""

    first: int
    last: int
    numbering: frozenset[int]
    blocks: tuple[Block, ...]


def read_header(region: Region, known: Known) -> Header | None:
    """Find the header by its labels; None if there is none."""
    rows = list(region.below_title)
    start = next((i for i, row in enumerate(rows) if _known_cells(region, row, known) > 1), None)
    if start is None:
        return None
    header, numbering = [rows[start]], []
    for row in rows[start + 1 : start + DEEPEST]:
        cells = region.sheet.rows[row]
        if _numbers_columns(cells, known):
            numbering.append(row)
        elif _belongs(region, header, row, known):
            header.append(row)
        else:
            break
    last = max(header + numbering)
    again = _repeated(region, numbering)
    data = [row for row in rows if row > last and row not in again]
    return Header(header[0], last, again, _blocks(_columns(region, header, data, known)))


def _repeated(region: Region, numbering: list[int]) -> frozenset[int]:
    """The rows that number the columns, here and at the top of further pages."""

    def texts(row: int) -> dict[int, str]:
        return {number: cell.text.strip() for number, cell in region.sheet.rows[row].items()}

    patterns = [texts(row) for row in numbering]
    return frozenset(row for row in region.below_title if texts(row) in patterns)


def _belongs(region: Region, header: list[int], row: int, known: Known) -> bool:
    """Whether a row below header rows is one of them: it has their words, no figures, and is no data."""
    figures = any(looks_like_number(cell, ()) for cell in region.sheet.rows[row].values())
    return (
        not figures
        and bool(_known_cells(region, row, known))
        and not _starts_data(region, header, row, known)
    )


def _known_cells(region: Region, row: int, known: Known) -> int:
    texts = (cell.text for cell in region.sheet.rows[row].values())
    return sum(known_label(text, known.headers) in known.headers for text in texts)


def _numbers_columns(cells: Mapping[int, SourceCell], known: Known) -> bool:
    """A row such as 栏次 | 1 | 2 | 3=1+2."""
    skipped = known.lines | known.codes
    texts = [cell.text for cell in cells.values() if known_label(cell.text, skipped) not in skipped]
    counted = [int(match[1]) for text in texts if (match := _LINE.fullmatch(text.strip()))]
    marked = any(known_label(cell.text, known.lines) in known.lines for cell in cells.values())
    enough = 1 if marked else 3
    return len(counted) == len(texts) >= enough and counted == list(range(1, len(counted) + 1))


def _starts_data(region: Region, header: list[int], row: int, known: Known) -> bool:
    """A row with a code or a row's label where codes and labels stand, and nothing that only a header has."""
    named = False
    for number, cell in region.sheet.rows[row].items():
        word = known_label(cell.text, known.rows)
        if word not in known.rows and known_label(cell.text, known.headers) in known.headers:
            return False
        column = _column(region, header, number, known)
        if column and column.role in (Role.CODE, Role.NAME):
            named = named or word in known.rows or is_code(cell.text)
    return named


def _columns(region: Region, header: list[int], data: list[int], known: Known) -> list[HeaderColumn]:
    """The columns with something over them, and those of code levels whose merged header was lost."""
    columns: list[HeaderColumn] = []
    for number in region.columns:
        column = _column(region, header, number, known)
        if column is None and columns and columns[-1].role is Role.CODE and _levels(region, data, number):
            column = replace(columns[-1], number=number)
        columns += [column] if column else []
    return columns


def _levels(region: Region, data: list[int], number: int) -> bool:
    """Whether a column holds nothing but the two digits of a group or an item."""
    cells = [region.sheet.rows[row].get(number) for row in data]
    texts = [cell.text.strip() for cell in cells if cell is not None]
    return bool(texts) and all(text.isdecimal() and len(text) <= 2 for text in texts)


def _column(region: Region, header: list[int], number: int, known: Known) -> HeaderColumn | None:
    """The column as its header describes it; None if nothing stands over it."""
    path: list[str] = []
    for place, row in enumerate(header):
        text = region.sheet.seen(row, number) or _from_left(region, header, place, number, bool(path))
        word = known_label(text, known.headers)
        if word and path[-1:] != [word]:
            path.append(word)
    if not path:
        return None
    return HeaderColumn(number, tuple(path), _role(path[-1], known))


def _from_left(region: Region, header: list[int], place: int, number: int, named: bool) -> str:
    """An upper header that is not merged: it stands over the leftmost of its columns only."""
    below = any(region.sheet.rows[row].get(number) for row in header[place + 1 :])
    if named or not below:
        return ""
    cells = region.sheet.rows[header[place]]
    return next((cells[left].text for left in sorted(cells, reverse=True) if left < number), "")


def _role(word: str, known: Known) -> Role:
    if word in known.lines:
        return Role.LINE
    if word in known.codes:
        return Role.CODE
    return Role.NAME if word in known.names else Role.AMOUNT


def _blocks(columns: Iterable[HeaderColumn]) -> tuple[Block, ...]:
    """A block begins where labels follow upon amounts."""
    blocks: list[list[HeaderColumn]] = [[]]
    for column in columns:
        naming = column.role in (Role.CODE, Role.NAME)
        if naming and any(other.role is Role.AMOUNT for other in blocks[-1]):
            blocks.append([])
        blocks[-1].append(column)
    return tuple(Block(tuple(block)) for block in blocks)

"""The header of a table: which column holds codes, labels, line numbers, amounts; and its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from jixiao.documents.cells import SourceCell
from jixiao.importing.amounts import looks_like_number
from jixiao.importing.blocks import Block, Header, HeaderColumn, Role
from jixiao.importing.codes import is_code
from jixiao.importing.guide import Known
from jixiao.importing.labels import known_label, year_in
from jixiao.importing.regions import Region
from jixiao.workbook.reading.numbers_and_dates import compact

DEEPEST = 6  # rows of a header
NEARLY = 6  # so many numbers count columns although one or two are out of order
_DIGITS = {1, 2, 3, 5, 7}  # of a code, or of one of its levels
_LINE = re.compile(r"([0-9]{1,3})(=[0-9]+([-+][0-9]+)+)?")


def read_header(region: Region, known: Known) -> Header | None:
    """Find the header by its labels; None if there is none."""
    rows = list(region.below_title)
    start = next((i for i, row in enumerate(rows) if _begins(region, row, known)), None)
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
    shared = next((row for row in header if _has_figures(region, row)), 0)
    return Header(header[0], last, again, _blocks(_columns(region, header, data, known)), shared)


def _begins(region: Region, row: int, known: Known) -> bool:
    """Whether a row is the first of a header: at least two of its words, which in data stand in no row."""
    words = known.headers - known.rows if _has_figures(region, row) else known.headers
    return _known_cells(region, row, known, words) > 1


def has_unnamed_figures(region: Region, header: Header) -> bool:
    """Whether a column among the others is full of figures and has nothing over it: header and data differ.

    Numbers of lines need no header.
    """
    named = {column.number for block in header.blocks for column in block.columns}
    rows = [region.sheet.rows[row] for row in region.rows if header.is_data(row)]
    full = [cells for cells in rows if len(cells) > 2]
    for number in range(min(named) + 1, max(named) + 2):
        cells = [cells[number] for cells in full if number in cells and number not in named]
        figures = [cell.text for cell in cells if looks_like_number(cell, ())]
        if 2 * len(figures) > len(full) and not all(_LINE.fullmatch(text.strip()) for text in figures):
            return True
    return False


def _repeated(region: Region, numbering: list[int]) -> frozenset[int]:
    """The rows that number the columns, here and at the top of further pages."""

    def texts(row: int) -> dict[int, str]:
        return {number: cell.text.strip() for number, cell in region.sheet.rows[row].items()}

    patterns = [texts(row) for row in numbering]
    return frozenset(row for row in region.below_title if texts(row) in patterns)


def _belongs(region: Region, header: list[int], row: int, known: Known) -> bool:
    """Whether a row below header rows is one of them: it has their words and is no data.

    If it has figures, two of its words must be such as no row of data has.
    """
    if _has_figures(region, row):
        return _begins(region, row, known)
    return _known_cells(region, row, known, known.headers) > 0 and not _starts_data(
        region, header, row, known
    )


def _has_figures(region: Region, row: int) -> bool:
    return any(looks_like_number(cell, ()) for cell in region.sheet.rows[row].values())


def _known_cells(region: Region, row: int, known: Known, words: set[str]) -> int:
    texts = (cell.text for cell in region.sheet.rows[row].values())
    return sum(known_label(text, known.headers) in words for text in texts)


def _numbers_columns(cells: Mapping[int, SourceCell], known: Known) -> bool:
    """A row such as 栏次 | 1 | 2 | 3=1+2; whoever has deleted a column has not always counted anew."""
    skipped = known.lines | known.codes
    texts = [cell.text for cell in cells.values() if known_label(cell.text, skipped) not in skipped]
    counted = [int(match[1]) for text in texts if (match := _LINE.fullmatch(text.strip()))]
    marked = any(known_label(cell.text, known.lines) in known.lines for cell in cells.values())
    if len(counted) < len(texts) or not counted:
        return False
    steps = sum(after == before + 1 for before, after in pairwise(counted))
    nearly = len(counted) >= NEARLY and 3 * steps >= 2 * (len(counted) - 1)
    exactly = len(counted) > 2 and counted == list(range(1, len(counted) + 1))
    return marked or exactly or nearly


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
    """The columns with something over them, and those of codes and names whose merged header was lost."""
    columns: list[HeaderColumn] = []
    for number in region.columns:
        column, texts = _column(region, header, number, known), _texts(region, data, number, known)
        if column is None and columns and columns[-1].role is Role.CODE and texts:
            column = replace(columns[-1], number=number)
            if not any(map(str.isdecimal, "".join(texts))):
                column = replace(column, role=Role.NAME)
            elif not _hold_codes(texts):
                continue
        if column is not None and column.role is Role.NAME and _hold_codes(texts, shortest=3):
            column = replace(column, role=Role.CODE)
        columns += [column] if column else []
    return columns


def _texts(region: Region, data: list[int], number: int, known: Known) -> list[str]:
    """What a column holds, without the labels of totals."""
    cells = (region.sheet.rows[row].get(number) for row in data)
    texts = [compact(cell.text) for cell in cells if cell is not None]
    return [text for text in texts if known_label(text, known.totals) not in known.totals]


def _hold_codes(texts: list[str], shortest: int = 1) -> bool:
    """Whether a column holds nothing but codes, or the digits of their levels."""
    lengths = {len(text) for text in texts}
    return bool(texts) and all(map(str.isdecimal, texts)) and shortest <= min(lengths) and lengths <= _DIGITS


def _column(region: Region, header: list[int], number: int, known: Known) -> HeaderColumn | None:
    """The column as its header describes it; None if nothing stands over it."""
    path: list[str] = []
    year = 0
    for place, row in enumerate(header):
        cell = region.sheet.rows[row].get(number)
        if cell is not None and _has_figures(region, row) and _is_data(cell, path, known):
            continue
        text = region.sheet.seen(row, number) or _from_left(region, header, place, number, bool(path))
        word = known_label(text, known.headers)
        if word and path[-1:] != [word]:
            path.append(word)
        year = year_in(text) or year
    if not path:
        return None
    return HeaderColumn(number, tuple(path), _role(path[-1], known), year)


def _is_data(cell: SourceCell, path: list[str], known: Known) -> bool:
    """A figure, or 合计 where codes and names stand, in a row of the header."""
    naming = bool(path) and _role(path[-1], known) in (Role.CODE, Role.NAME)
    total = known_label(cell.text, known.totals) in known.totals
    return looks_like_number(cell, ()) or (naming and total)


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

"""All sheets of all files -> the tables in them, and the figures that belong to no table."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from jixiao.documents.cells import SourceCell
from jixiao.importing.amounts import looks_like_number
from jixiao.importing.guide import Guide, Known, title_in
from jixiao.importing.labels import known_label, label, letters, tight
from jixiao.importing.preamble import Preamble, read_preamble
from jixiao.importing.reading import read_further, read_table
from jixiao.importing.regions import Region, is_aside, regions_of
from jixiao.importing.sheets import Piece, SourceSheet
from jixiao.importing.table_reading import Leftover, TableReading
from jixiao.importing.unruled import unruled
from jixiao.importing.untrusted import has_strange_codes
from jixiao.pack.pack import Pack

MOST_PAGES = 1000
FAR = 12  # rows between a title and the first figure of its table
UNKNOWN = "没有认出这是哪张{}（标题不认识），整张表没有导入，共 {} 个数"
OTHER = "这是{}“{}”，不是{}，没有导入，共 {} 个数"
BESIDE = "这里的数不属于已认出的表，没有导入，共 {} 个数"
HIDDEN = "这是隐藏的工作表，没有导入，共 {} 个数；要导入请先取消隐藏"


@dataclass
class FoundTables:
    """`strange`: figures outside of all tables. `skipped`: sheets with neither table nor figure."""

    readings: list[TableReading] = field(default_factory=list)
    covers: list[Preamble] = field(default_factory=list)
    strange: list[Leftover] = field(default_factory=list)
    skipped: list[SourceSheet] = field(default_factory=list)


def find_tables(sheets: Iterable[SourceSheet], guide: Guide, pack: Pack) -> FoundTables:
    """Read every table; one that goes on on the next sheet is read on there."""
    found = FoundTables()
    before: TableReading | None = None
    for sheet in sheets:
        before = before if before and before.region.sheet.file == sheet.file else None
        before = _Sheet(sheet, guide, pack, found).read(before)
    return found


class _Sheet:
    """Reads one sheet into what was found."""

    def __init__(self, sheet: SourceSheet, guide: Guide, pack: Pack, found: FoundTables) -> None:
        self.sheet, self.guide, self.pack, self.found = sheet, guide, pack, found
        self.units = {text for texts in guide.words.units.values() for text in texts}
        self.numbering = {label(word) for word in (*guide.words.lines, *guide.words.codes)}
        self.rows = sorted(sheet.rows)
        self.read_regions: list[Region] = []
        self.others: dict[int, tuple[str, str]] = {}
        self.contents: dict[int, bool] = {}

    def read(self, before: TableReading | None) -> TableReading | None:
        """`before`: the table that ends the sheet before. Gives the one that ends this sheet."""
        last = None
        for region in () if self.sheet.hidden else self._regions(before):
            last = self._table(region, last or before)
        covered = {(r, c) for region in self.read_regions for r in region.rows for c in region.sheet.rows[r]}
        strange = list(self._strange(covered))
        self.found.strange += strange
        if not self.read_regions and self.sheet.rows and not strange:
            self.found.skipped.append(self.sheet)
        if not self.sheet.hidden:
            self._read_cover()
        ends = last is not None and last.region.last >= max(self.sheet.rows)
        return last if ends else None

    def _regions(self, before: TableReading | None) -> Iterator[Region]:
        """The tables of the sheet; above the first title there may be more of the table before."""
        regions = regions_of(self.sheet, self.guide)
        top = regions[0].title[0] - 1 if regions else max(self.sheet.rows, default=0)
        if before is None or not self._goes_on(top, before):
            yield from regions
            return
        first = min(self.sheet.rows)
        yield Region(self.sheet, before.region.table, (first, 1), first, top, further=True)
        yield from (replace(each, first=max(each.first, top + 1)) for each in regions)

    def _goes_on(self, last: int, before: TableReading) -> bool:
        """Whether rows of a table begin before a row, with nothing that looks like a title above them.

        Nor may there be the number of another table than the one before.
        """
        known = Known(self.guide, before.region.table, self.pack)
        rows = [(row, cells) for row, cells in self.sheet.rows.items() if row <= last]
        begin = next((row for row, cells in rows if len(cells) > 1), 0)
        above = [cell.text for row, cells in rows if row < begin for cell in cells.values()]
        strange = [text for text in above if known_label(text, known.rows) not in known.rows]
        numbers = [text for text in strange if letters(text).startswith(self.guide.words.numbers)]
        if any(text not in before.preamble.texts for text in numbers):
            return False
        heads = before.region.heads
        return begin > 0 and all(is_aside(text, self.guide.words) or heads(text) for text in strange)

    def _table(self, region: Region, before: TableReading | None) -> TableReading | None:
        """Read a table, or more of the one before. One without a header and without a figure is none."""
        reading = read_table(region, self.guide, self.pack, before if region.further else None)
        if reading.header is None and region.further:
            further = read_further(region, before, self.guide, self.pack) if before else None
            if further is None:
                return None
            reading = further
        if reading.header is None and not reading.leftovers:
            self.found.strange += unruled(region)
            return None
        if region.further and has_strange_codes(reading, self.pack):
            return None
        self.found.readings.append(reading)
        self.read_regions.append(region)
        return reading

    def _strange(self, covered: set[tuple[int, int]]) -> Iterator[Leftover]:
        """What was not read, once for each table of the file, named by its first figure."""
        for piece in self.sheet.pieces:
            figures = list(self._figures(piece, covered))
            if figures:
                row, column, cell = figures[0]
                count, place = len(figures), self.sheet.where(row, column)
                other, title = self._other(row)
                said = self._reason(other, title, count, beside=bool(covered))
                yield Leftover(self.sheet.file, *place, cell.text, said, count, other)

    def _reason(self, other: str, title: str, count: int, *, beside: bool) -> str:
        kind = self.guide.words.kind
        if other:
            return OTHER.format(other, title, kind, count)
        if self.sheet.hidden or beside:
            return (HIDDEN if self.sheet.hidden else BESIDE).format(count)
        return UNKNOWN.format(kind, count)

    def _other(self, row: int) -> tuple[str, str]:
        """(what it is, its title), if the title above a row is that of a table of another kind."""
        behind = bisect_left(self.rows, row)
        above = reversed(self.rows[max(behind - FAR, 0) : behind])
        return next((found for each in above if (found := self._title_of_other(each))[0]), ("", ""))

    def _title_of_other(self, row: int) -> tuple[str, str]:
        """The same for the row itself; a row is asked for many tables."""
        if row not in self.others:
            texts = (tight(cell.text) for cell in self.sheet.rows[row].values())
            kinds = self.guide.words.others
            found = ((other.name, text) for text in texts for other in kinds if other.fits(text))
            self.others[row] = next(found, ("", ""))
        return self.others[row]

    def _figures(self, piece: Piece, covered: set[tuple[int, int]]) -> Iterator[tuple[int, int, SourceCell]]:
        numbered: set[int] = set()
        rows = self.rows[bisect_left(self.rows, piece.first) : bisect_right(self.rows, piece.last)]
        for row in rows:
            for column, cell in self.sheet.rows[row].items():
                if label(cell.text) in self.numbering:
                    numbered.add(column)
                is_open = (row, column) not in covered and looks_like_number(cell, self.units)
                if is_open and not self._counts(cell, row, column in numbered):
                    yield row, column, cell

    def _counts(self, cell: SourceCell, row: int, numbered: bool) -> bool:
        """Number or page of a table in a table of contents, or what stands under 序号 or 编码."""
        digits = cell.text.strip()
        if not digits.isdecimal():
            return False
        return numbered or (len(digits) < len(str(MOST_PAGES)) and self._is_of_contents(row))

    def _is_of_contents(self, row: int) -> bool:
        """Whether a title stands in the row; it is asked for each of its cells."""
        if row not in self.contents:
            texts = (cell.text for cell in self.sheet.rows[row].values() if cell.number is None)
            self.contents[row] = any(title_in(text, self.guide) for text in texts)
        return self.contents[row]

    def _read_cover(self) -> None:
        """What is said above the first table, or on a sheet without one."""
        last = min(
            (region.first for region in self.read_regions), default=max(self.sheet.rows, default=0) + 1
        )
        self.found.covers.append(read_preamble(self.sheet, 1, last - 1, self.guide.words))

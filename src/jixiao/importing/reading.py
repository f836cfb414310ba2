"""One region -> the figures of its table, and what was not understood. Nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from jixiao.documents.cells import SourceCell
from jixiao.importing.amounts import Amount, amount_in, has_digits, looks_like_number
from jixiao.importing.blocks import Role
from jixiao.importing.codes import belongs_to
from jixiao.importing.empty_tables import empty_note
from jixiao.importing.guide import Guide, Known, filled
from jixiao.importing.header import read_header
from jixiao.importing.labels import letters
from jixiao.importing.matching import Plan, Target, further_rows_fit, plan_of
from jixiao.importing.preamble import read_preamble
from jixiao.importing.regions import Region
from jixiao.importing.table_reading import ReadRow, TableReading
from jixiao.importing.untrusted import refuse_untrusted
from jixiao.pack.pack import Pack

NO_HEADER = "没有找到表头，不知道各列是什么"
NO_PLACE = "不知道它属于哪一行、哪一列"


def read_table(region: Region, guide: Guide, pack: Pack, before: TableReading | None = None) -> TableReading:
    """Read the table of a region; `before` is the piece that it follows, for codes that it says in part."""
    known = Known(guide, region.table, pack)
    header = read_header(region, known)
    ends = header.first - 1 if header else region.last
    reading = TableReading(region, read_preamble(region.sheet, region.first, ends, guide.words), header)
    if header is not None:
        reading.plans = tuple(plan_of(region, header, block, known) for block in header.blocks)
    if before is not None:
        for plan, other in zip(reading.plans, before.plans, strict=False):
            plan.follow(other)
    return _read(reading, known, NO_HEADER if header is None else NO_PLACE)


def read_further(region: Region, before: TableReading, guide: Guide, pack: Pack) -> TableReading | None:
    """Read a piece that has no header as more rows of the table before; None if it is none."""
    known = Known(guide, region.table, pack)
    header = before.header.before(region.first) if before.header else None
    if header is None or not further_rows_fit(region, before.plans):
        return None
    reading = TableReading(region, before.preamble, header, before.plans)
    return _read(reading, known, NO_PLACE)


def _read(reading: TableReading, known: Known, reason: str) -> TableReading:
    reader = _Reader(reading, known)
    for row in reading.region.rows:
        if reading.header and reading.header.is_data(row):
            reader.read_row(row)
    reader.leave_the_rest(reason)
    refuse_untrusted(reading)
    if reading.empty and reading.header:
        reading.note = empty_note(reading.region, reading.header, known.words)
    return reading


class _Reader:
    """Walks the rows; remembers which cells are understood, and why others are not."""

    def __init__(self, reading: TableReading, known: Known) -> None:
        self.reading = reading
        self.known = known
        self.units = {word for written in known.words.units.values() for word in written}
        self.named: set[tuple[int, int]] = set()  # codes and numbers of lines: no figures
        self.reasons: dict[tuple[int, int], str] = {}

    def read_row(self, row: int) -> None:
        cells = self.reading.region.sheet.rows[row]
        if letters(next(iter(cells.values())).text).startswith(self.known.words.notes):
            return
        waiting: Target | None = None
        for plan in self.reading.plans:
            target = plan.target(cells)
            if target is None and waiting is not None:
                target = waiting  # a label that is merged over the next block
            taken = self._read_block(row, cells, plan, target)
            waiting = target if target is not None and not taken else None

    def _read_block(
        self, row: int, cells: Mapping[int, SourceCell], plan: Plan, target: Target | None
    ) -> int:
        """Take the amounts of a row's part; how many there were."""
        if plan.part.again and self._says_totals_again(cells, plan, target):
            columns = plan.block.of(Role.CODE, Role.LINE, Role.NAME)
            self.named |= {(row, column.number) for column in columns}
            self.reading.taken |= {(row, number) for number in plan.keys if number in cells}
            return 0
        amounts: dict[str, Amount] = {}
        whole = True
        for column in plan.block.of(Role.LINE):
            self._number_of_line(row, column.number, cells)
        for column in plan.block.of(Role.AMOUNT):
            cell, key = cells.get(column.number), plan.keys.get(column.number)
            if cell is None and key and target and not target.code:
                self.reading.blank.add(target.term(key))
            if cell is None or (self.reading.header and self.reading.header.names(cell, row)):
                continue
            place = (row, column.number)
            amount = amount_in(cell, self.units)
            if target is None or key is None:
                self.reasons[place] = plan.why(cells, column)
            elif amount is None:
                self.named.add(place)
                figures = int(looks_like_number(cell, self.units) or has_digits(cell))
                self.reading.leave(*place, cell, cell.trouble or "这里应是金额", figures)
                whole = False
            else:
                sheet = self.reading.region.sheet
                amounts[key] = replace(amount, place=(sheet.file, *sheet.where(*place)))
                self.reading.taken.add(place)
        for column in plan.block.of(Role.CODE, Role.NAME):
            if target and column.number in cells and belongs_to(cells[column.number].text, target.code):
                self.named.add((row, column.number))
        if target is not None and amounts:
            self._take(row, plan, target, amounts, whole)
        return len(amounts)

    def _says_totals_again(self, cells: Mapping[int, SourceCell], plan: Plan, target: Target | None) -> bool:
        """Whether a row is that of a unit whose figures are the totals once more; a project alone is none."""
        if target is not None and not (target.code and self._is_unit(target.name)):
            return False
        entries = self.reading.entries
        pairs = [
            (amount_in(cells[number], self.units), entries.get(filled(plan.part.total, key)))
            for number, key in plan.keys.items()
            if number in cells
        ]
        return bool(pairs) and all(amount is not None and amount == total for amount, total in pairs)

    def _is_unit(self, name: str) -> bool:
        return name == self.reading.preamble.unit_name or name.endswith(self.known.words.offices)

    def _number_of_line(self, row: int, column: int, cells: Mapping[int, SourceCell]) -> None:
        if column in cells and cells[column].text.strip().isdecimal():
            self.named.add((row, column))

    def _take(self, row: int, plan: Plan, target: Target, amounts: dict[str, Amount], whole: bool) -> None:
        if target.code:
            records = self.reading.records.setdefault(plan.part.table, [])
            if plan.printed and any(record.code == target.code for record in records):
                self._leave_row(row, plan, f"“{target.name}”在本表出现了两次")
            else:
                once = self._said_once(row, plan, amounts)
                records.append(ReadRow(target.code, target.name, once, row, whole))
            return
        for key, amount in amounts.items():
            term = target.term(key)
            if not term:
                self._check_sum(row, plan, key, amounts)
            elif self.reading.entries.setdefault(term, amount) != amount:
                self._leave_row(row, plan, f"“{target.name}”在本表出现了两次，数不同", only=key)

    def _said_once(self, row: int, plan: Plan, amounts: dict[str, Amount]) -> dict[str, Amount]:
        """The amounts without those that a column says once more; if it says something else, it is listed."""
        again = {column.name: column.of for column in plan.part.columns if column.of}
        for key, other in again.items():
            if key in amounts and amounts[key].value and amounts[key] != amounts.get(other):
                self._leave_row(row, plan, f"与“{other}”不一致", only=key)
        return {key: amount for key, amount in amounts.items() if key not in again}

    def _check_sum(self, row: int, plan: Plan, key: str, amounts: dict[str, Amount]) -> None:
        """A total for which the form has no cell must be the sum of those for which it has."""
        others = (amount.value for other, amount in amounts.items() if other != key)
        if plan.part.sum != key or sum(others) != amounts[key].value:
            self._leave_row(row, plan, "表样里没有这一格", only=key)

    def _leave_row(self, row: int, plan: Plan, reason: str, only: str = "") -> None:
        for number, key in plan.keys.items():
            cell = self.reading.region.sheet.rows[row].get(number)
            if cell is not None and only in ("", key):
                self.reading.leave(row, number, cell, reason)
                self.named.add((row, number))

    def leave_the_rest(self, reason: str) -> None:
        """List every figure that nobody has taken."""
        region, header = self.reading.region, self.reading.header
        understood = self.named | self.reading.taken | self._left_beside()
        for row in region.rows:
            if header and row in header.numbering:
                continue
            for column, cell in region.sheet.rows[row].items():
                if (row, column) not in understood and looks_like_number(cell, self.units):
                    why = cell.trouble or self.reasons.get((row, column), reason)
                    self.reading.leave(row, column, cell, why, int(not self._is_code(column, cell)))

    def _left_beside(self) -> set[tuple[int, int]]:
        """List each column that the form does not have once, with the number of its figures; their places."""
        places: set[tuple[int, int]] = set()
        for plan in self.reading.plans:
            for column in (each for each in plan.block.columns if each.number in plan.beside):
                cells = [
                    (row, cell)
                    for row, cell in self._below(column.number)
                    if (row, column.number) not in self.named
                ]
                if cells:
                    why = plan.why({}, column)
                    self.reading.leave(cells[0][0], column.number, cells[0][1], why, len(cells), beside=True)
                places |= {(row, column.number) for row, _ in cells}
        return places

    def _below(self, column: int) -> Iterator[tuple[int, SourceCell]]:
        """The figures of a column."""
        header = self.reading.header
        for row in self.reading.region.rows:
            cell = self.reading.region.sheet.rows[row].get(column)
            if (
                cell
                and header
                and header.is_data(row)
                and row not in header.numbering
                and looks_like_number(cell, self.units)
            ):
                yield row, cell

    def _is_code(self, column: int, cell: SourceCell) -> bool:
        """A code or the number of a line in a row that was not understood: told, but no figure."""
        columns = {c.number for plan in self.reading.plans for c in plan.block.of(Role.CODE, Role.LINE)}
        return column in columns and cell.text.strip().isdecimal()

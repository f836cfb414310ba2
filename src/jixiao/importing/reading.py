"""One region -> the figures of its table, and what was not understood. Nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jixiao.documents.cells import SourceCell
from jixiao.importing.amounts import Amount, amount_in, looks_like_number
from jixiao.importing.codes import belongs_to
from jixiao.importing.guide import Guide, Known
from jixiao.importing.header import Header, Role, read_header
from jixiao.importing.labels import letters, tight
from jixiao.importing.matching import Plan, Target, plan_of
from jixiao.importing.preamble import Preamble, read_preamble
from jixiao.importing.regions import Region
from jixiao.pack.pack import Pack

SENTENCE = 8  # letters; a shorter text under a table is no note


@dataclass(frozen=True, slots=True)
class Leftover:
    """A cell that was not understood."""

    file: str
    sheet: str
    cell: str
    content: str
    reason: str


@dataclass
class TableReading:
    """`entries`: term -> amount. `records`: table -> code -> column -> amount, with the name as written.

    Amounts are in `preamble.unit` unless they name another.
    """

    region: Region
    preamble: Preamble
    entries: dict[str, Amount] = field(default_factory=dict)
    records: dict[str, list[ReadRow]] = field(default_factory=dict)
    note: str = ""
    leftovers: list[Leftover] = field(default_factory=list)

    @property
    def figures(self) -> int:
        rows = (row for rows in self.records.values() for row in rows)
        return len(self.entries) + sum(len(row.amounts) for row in rows)

    @property
    def empty(self) -> bool:
        rows = (row for rows in self.records.values() for row in rows)
        amounts = [*self.entries.values(), *(amount for row in rows for amount in row.amounts.values())]
        return not any(amount.value for amount in amounts)

    def leave(self, row: int, column: int, cell: SourceCell, reason: str) -> None:
        sheet = self.region.sheet
        content = " ".join(cell.text.split()) or "空"
        self.leftovers.append(Leftover(sheet.file, *sheet.where(row, column), content, reason))


@dataclass(frozen=True)
class ReadRow:
    """A row with a code; `row` is where it stands."""

    code: str
    name: str
    amounts: Mapping[str, Amount]
    row: int


def read_table(region: Region, guide: Guide, pack: Pack) -> TableReading:
    """Read the table of a region."""
    known = Known(guide, region.table, pack)
    header = read_header(region, known)
    ends = header.first - 1 if header else region.last
    reading = TableReading(region, read_preamble(region.sheet, region.first, ends, guide.words))
    if header is None:
        _Reader(reading, known, None, ()).leave_the_rest("没有找到表头，不知道各列是什么")
        return reading
    reader = _Reader(
        reading, known, header, tuple(plan_of(region, header, block, known) for block in header.blocks)
    )
    for row in region.rows:
        if row > header.last:
            reader.read_row(row)
    reader.leave_the_rest("不知道它属于哪一行、哪一列")
    if reading.empty:
        reading.note = _empty_note(region, header, known)
    return reading


class _Reader:
    """Walks the rows; remembers which cells are understood, and why others are not."""

    def __init__(
        self, reading: TableReading, known: Known, header: Header | None, plans: tuple[Plan, ...]
    ) -> None:
        self.reading = reading
        self.known = known
        self.header = header
        self.plans = plans
        self.units = {word for written in known.words.units.values() for word in written}
        self.understood: set[tuple[int, int]] = set()
        self.reasons: dict[tuple[int, int], str] = {}

    def read_row(self, row: int) -> None:
        cells = self.reading.region.sheet.rows[row]
        if letters(next(iter(cells.values())).text).startswith(self.known.words.notes):
            return
        waiting: Target | None = None
        for plan in self.plans:
            target = plan.target(cells)
            if target is None and waiting is not None:
                target = waiting  # a label that is merged over the next block
            taken = self._read_block(row, cells, plan, target)
            waiting = target if target is not None and not taken else None

    def _read_block(
        self, row: int, cells: Mapping[int, SourceCell], plan: Plan, target: Target | None
    ) -> int:
        """Take the amounts of a row's part; how many there were."""
        amounts: dict[str, Amount] = {}
        for column in plan.block.of(Role.LINE):
            self._number_of_line(row, column.number, cells)
        for column in plan.block.of(Role.AMOUNT):
            cell, key = cells.get(column.number), plan.keys.get(column.number)
            if cell is None:
                continue
            place = (row, column.number)
            amount = amount_in(cell, self.units)
            if target is None or key is None:
                self.reasons[place] = plan.why(cells, column)
            elif amount is None:
                self.understood.add(place)
                self.reading.leave(*place, cell, cell.trouble or "这里应是金额")
            else:
                amounts[key] = amount
                self.understood.add(place)
        for column in plan.block.of(Role.CODE, Role.NAME):
            if target and column.number in cells and belongs_to(cells[column.number].text, target.code):
                self.understood.add((row, column.number))
        if target is not None and amounts:
            self._take(row, plan, target, amounts)
        return len(amounts)

    def _number_of_line(self, row: int, column: int, cells: Mapping[int, SourceCell]) -> None:
        if column in cells and cells[column].text.strip().isdecimal():
            self.understood.add((row, column))

    def _take(self, row: int, plan: Plan, target: Target, amounts: dict[str, Amount]) -> None:
        if target.code:
            records = self.reading.records.setdefault(plan.part.table, [])
            if plan.printed and any(record.code == target.code for record in records):
                self._leave_row(row, plan, f"“{target.name}”在本表出现了两次")
            else:
                records.append(ReadRow(target.code, target.name, amounts, row))
            return
        for key, amount in amounts.items():
            term = target.term(key)
            if self.reading.entries.setdefault(term, amount) != amount:
                self._leave_row(row, plan, f"“{target.name}”在本表出现了两次，数不同", only=key)

    def _leave_row(self, row: int, plan: Plan, reason: str, only: str = "") -> None:
        for number, key in plan.keys.items():
            cell = self.reading.region.sheet.rows[row].get(number)
            if cell is not None and only in ("", key):
                self.reading.leave(row, number, cell, reason)

    def leave_the_rest(self, reason: str) -> None:
        """List every figure that nobody has taken."""
        region = self.reading.region
        for row in region.rows:
            if self.header and row in self.header.numbering:
                continue
            for column, cell in region.sheet.rows[row].items():
                if (row, column) not in self.understood and looks_like_number(cell, self.units):
                    self.reading.leave(
                        row, column, cell, cell.trouble or self.reasons.get((row, column), reason)
                    )


def _empty_note(region: Region, header: Header, known: Known) -> str:
    """The sentence under an empty table that says so."""
    texts = [
        tight(cell.text)
        for row in region.rows
        if row > header.last
        for cell in region.sheet.rows[row].values()
    ]
    sentences = (part for text in texts for part in text.replace("；", "。").split("。"))
    for sentence in sentences:
        if len(sentence) >= SENTENCE and any(word in sentence for word in known.words.absent):
            mark = next((word for word in known.words.notes if sentence.startswith(word)), "")
            return sentence.removeprefix(mark).lstrip("：:、.123456789") + "。"
    return ""

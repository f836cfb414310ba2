"""What a score table prints: its indicators, sums and levels, as they stand there."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from jixiao.frameworks.printed.row_parts import RowPart, Spot, repeats
from jixiao.frameworks.printed.weights_twice import WeightTwice, differ
from jixiao.frameworks.wording.names import Weight

_ENDS = ("。", "；", ";", "：", ":")


class PrintedRow(msgspec.Struct, frozen=True):
    """An indicator as it is printed. `weight_cell`: where its weight stands; two rows may share it."""

    level1: str
    level2: str
    name: str
    weight: Weight | None
    weight_cell: Spot | None = None
    name_cell: Spot = (0, 0, 0)
    standard: str = ""
    explanation: str = ""
    target: str = ""
    sign: str = ""
    unit: str = ""
    parts: tuple[RowPart, ...] = ()  # the rows of the table that it reaches over, each with what is its own
    named_weight: Weight | None = None  # what is printed with the name
    cells: Mapping[str, str] = {}  # all that stands in the row, by the keys of its columns
    reaching: frozenset[str] = frozenset()  # of these, what reaches in from the row above
    choice: str = ""  # 二者择其一, where it stands beside the weight
    no_weight: str = ""  # why nothing can be read in its place

    @property
    def free(self) -> bool:
        """A slot of the unit: no name, no weight."""
        return not self.name and self.weight is None

    @property
    def levels(self) -> tuple[str, str]:
        return self.level1, self.level2


class SumRow(msgspec.Struct, frozen=True):
    """小计 and 合计: `after` so many indicators, under so many levels (`depth`).

    What is printed above a table that is a part of the whole: of the indicators `since` so many.
    """

    label: str
    weight: Weight
    after: int
    depth: int
    whole: bool
    since: int | None = None


class LevelTotal(msgspec.Struct, frozen=True):
    """What the row of the whole says in the column of a level's weights; `depth` 1 is the highest."""

    depth: int
    weight: Weight


class LevelWeight(msgspec.Struct, frozen=True):
    levels: tuple[str, ...]
    weight: Weight


class PrintedRows(msgspec.Struct):
    """What has been read so far, over all tables of a document; the only thing here that changes."""

    rows: list[PrintedRow] = []
    sums: list[SumRow] = []
    level_weights: list[LevelWeight] = []
    level_totals: list[LevelTotal] = []
    notes: list[str] = []
    lines: list[tuple[int | None, str]] = []  # as printed, behind so many rows; None: anywhere
    twice: list[WeightTwice] = []  # weights that are printed with two figures
    again: dict[int, Decimal] = {}  # what further columns of weights come to
    outside: list[str] = []  # rows that add or take points beside the total
    negative: list[str] = []  # rows with a weight below nothing, and no word that says why
    skipped: list[str] = []  # rows that stand among the notes, and yet give points
    beside: bool = False  # the last row was one of these
    beside_below: int | None = None  # the rank of a heading of such rows that stands above
    headings: list[tuple[int, str]] = []  # rank and name of the levels that rows of their own name
    above: list[str] = msgspec.field(default_factory=lambda: ["", ""])  # the levels that rows below belong to

    def begin_heading(self, rank: int, name: str) -> None:
        """A level that a row of its own names, instead of those of its rank and below."""
        self.headings = [*(each for each in self.headings if each[0] < rank), (rank, name)]
        self.above = ["", ""]

    @property
    def headed(self) -> tuple[str, ...]:
        """The names of these levels, the highest first."""
        return tuple(name for _, name in self.headings)

    def begin_level(self, depth: int, name: str) -> None:
        """What stood below the old level no longer counts."""
        self.above = [*self.above[:depth], name, ""][:2]

    def weigh_level(self, levels: tuple[str, ...], weight: Weight | None) -> None:
        """A weight that is repeated on the next page counts once."""
        first = next((each.weight for each in self.level_weights if each.levels == levels), None)
        if weight and first is None:
            self.level_weights.append(LevelWeight(levels, weight))
        self.compare(levels[-1] if levels else "", first, weight)

    def compare(
        self, name: str, taken: Weight | None, other: Weight | None, whole_column: bool = False
    ) -> None:
        """Keep two figures of one weight, if they differ."""
        if taken and other and differ(taken, other):
            told = WeightTwice(name, taken, other, whole_column)
            self.twice += [] if told in self.twice else [told]

    def add(self, row: PrintedRow) -> None:
        """Rows whose name is one cell are one indicator."""
        last = self.rows[-1] if self.rows else None
        if last and row.name and last.name_cell == row.name_cell:
            self.rows[-1] = _one(last, row)
        elif last and self.repeats(row):
            self.rows[-1] = _one(last, _sharing(row, last) if row.weight == last.weight else row)
        else:
            self.rows.append(row)

    def repeats(self, row: PrintedRow) -> bool:
        """Whether a row names the last indicator once more, for one of its bands."""
        last = self.rows[-1] if self.rows else None
        if last is None or not row.name or (row.name, row.levels) != (last.name, last.levels):
            return False
        weighed = (
            row.named_weight and row.named_weight == last.named_weight and row.weight != row.named_weight
        )
        return bool(weighed) or repeats(last.parts[-1], row.parts[0])

    def add_part(self, row: PrintedRow) -> None:
        """A row without a name is one more of the last indicator."""
        if self.rows:
            last = self.rows[-1]
            same = row.weight == last.weight and repeats(last.parts[-1], row.parts[0])
            self.rows[-1] = _one(last, _sharing(row, last) if same else row)

    def carry_on(self, standard: str, explanation: str) -> None:
        """More text of the last indicator, from the next page."""
        if self.rows and (standard or explanation):
            last = self.rows[-1]
            self.rows[-1] = msgspec.structs.replace(
                last,
                standard=_carried(last.standard, standard),
                explanation=_carried(last.explanation, explanation),
            )


def _one(first: PrintedRow, second: PrintedRow) -> PrintedRow:
    """One indicator that reaches over two rows, each with a weight of its own, or both with one."""
    weight = first.weight
    if second.weight and second.weight_cell != first.weight_cell:
        value = first.weight.value if first.weight else Decimal(0)
        weight = Weight(value + second.weight.value, second.weight.percent)
    longer = _longer(first, second.standard, second.explanation)
    keys = dict.fromkeys((*first.cells, *second.cells))
    own = {key: text for key, text in second.cells.items() if key not in second.reaching}
    cells = {key: "\n".join(filter(None, (first.cells.get(key), own.get(key)))) for key in keys}
    return msgspec.structs.replace(longer, weight=weight, parts=(*first.parts, *second.parts), cells=cells)


def _sharing(row: PrintedRow, last: PrintedRow) -> PrintedRow:
    """A row that prints the weight of the indicator once more: it counts once."""
    parts = tuple(msgspec.structs.replace(part, weight_cell=last.weight_cell) for part in row.parts)
    return msgspec.structs.replace(row, weight_cell=last.weight_cell, parts=parts)


def _longer(row: PrintedRow, standard: str, explanation: str) -> PrintedRow:
    return msgspec.structs.replace(
        row,
        standard=_joined(row.standard, standard),
        explanation=_joined(row.explanation, explanation),
    )


def _carried(first: str, second: str) -> str:
    """A sentence that was broken off goes on."""
    return _joined(first, second) if first.strip().endswith(_ENDS) else first.strip() + second.strip()


def _joined(first: str, second: str) -> str:
    """A text that a merged cell shows twice stands once."""
    texts = [first] if second.strip() == first.strip() else [first, second]
    return "\n".join(text for text in texts if text.strip())

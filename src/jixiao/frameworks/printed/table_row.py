"""One row of a score table, seen by the roles of its columns."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.columns.header_words import header_word
from jixiao.frameworks.columns.score_table import ScoreColumns
from jixiao.frameworks.columns.standard_columns import standard_of
from jixiao.frameworks.printed.row_parts import Spot
from jixiao.frameworks.wording.names import Weight, weight_of
from jixiao.frameworks.wording.words import score_table_words

_LONGEST = 40  # characters that are quoted


class TableRow(msgspec.Struct, frozen=True):
    table: SourceTable
    table_number: int
    columns: ScoreColumns
    row: int

    @property
    def texts(self) -> list[str]:
        """What stands in the row, each cell once; of levels that reach into it from above, nothing."""
        seen: dict[Spot, str] = {}
        for column in self.columns.columns:
            begins_here = self.spot(column)[1] == self.row
            if (text := self.cell(column)[0]) and (begins_here or column >= self.columns.name):
                seen.setdefault(self.spot(column), text)
        return list(seen.values())

    @property
    def own_columns(self) -> list[int]:
        cells = self.table.rows.get(self.row, {})
        return [column for column in self.columns.columns if column in cells and cells[column].text.strip()]

    @property
    def wide(self) -> bool:
        """Whether one cell at the left is all that stands in the row, and no level by itself."""
        filled = self.own_columns
        if len(filled) != 1 or filled[0] > min(self.columns.levels):
            return False
        merge = self.table.merge(self.row, filled[0])
        return merge is None or merge.right > self.columns.name

    def spot(self, column: int) -> Spot:
        """The cell that a place belongs to."""
        merge = self.table.merge(self.row, column)
        return (self.table_number, *((merge.top, merge.left) if merge else (self.row, column)))

    def begins(self, column: int) -> bool:
        """Whether a cell begins here: none that reaches in from above or from the left."""
        return self.spot(column)[1:] == (self.row, column)

    def cell(self, column: int | None) -> tuple[str, Decimal | None]:
        """Text and number at a place, also where a merged cell covers it."""
        if column is None:
            return "", None
        _, row, left = self.spot(column)
        cell = self.table.rows.get(row, {}).get(left)
        return (cell.text.strip(), cell.number) if cell else ("", None)

    def weight(self, column: int | None) -> Weight | None:
        return weight_of(*self.cell(column))

    def trouble(self, column: int) -> str:
        """Why nothing can be read from a cell in which something stands."""
        _, row, left = self.spot(column)
        cell = self.table.rows.get(row, {}).get(left)
        return cell.trouble if cell and not cell.text.strip() else ""

    @property
    def no_weight(self) -> str:
        """Why nothing can be read in the place of the weight; empty where nothing stands there."""
        column = self.columns.weights.get(self.columns.name)
        if column is None:
            return ""
        text = self.cell(column)[0]
        said = f"那一格写的是“{text[:_LONGEST]}”，要写成数，例如 10" if text else ""
        return self.trouble(column) or said

    @property
    def own_weight(self) -> Weight | None:
        """The figure in the column of the indicators' weights."""
        return self.weight(self.columns.weights.get(self.columns.name))

    @property
    def part_points(self) -> Weight | None:
        """要点分 beside 分值: the points of this row of an indicator alone."""
        columns = self.columns
        taken = (*columns.weights.values(), *columns.weights_again, *columns.points)
        words = score_table_words().rows["part_points"] + score_table_words().rows["band_points"]
        for column in columns.columns:
            head = header_word(self.table.seen(columns.last_row, column))
            if column not in taken and any(word in head for word in words) and self.begins(column):
                return self.weight(column)
        return None

    def text(self, role: str) -> str:
        """All that stands in the columns of a role; a weight that reaches into them is none of it."""
        weight = self.columns.weights.get(self.columns.name)
        spots = {self.spot(weight)} if weight is not None else set()
        columns = (each for each in self.columns.roles.get(role, ()) if self.spot(each) not in spots)
        texts = {column: self.cell(column)[0] for column in columns}
        points = {each: self.table.seen(self.columns.last_row, each) for each in self.columns.points}
        return standard_of(texts, self.columns.grades, points)

    @property
    def labels(self) -> list[str]:
        """What the levels say in this row, from the left."""
        return [header_word(self.cell(column)[0]) for column in self.columns.levels]

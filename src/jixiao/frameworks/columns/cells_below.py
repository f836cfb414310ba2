"""The texts below a header, by column, and what they look like: names, figures, standards, formulas."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from jixiao.documents.document import SourceTable
from jixiao.frameworks.columns.column_content import LONGEST_NAME
from jixiao.frameworks.wording.awards import awards
from jixiao.frameworks.wording.names import weight_of
from jixiao.frameworks.wording.texts import tidy

_FORMULA = re.compile(r"[=＝][^。；]*[÷/／]")


class CellsBelow(msgspec.Struct, frozen=True):
    """The texts of the cells below a header, by column."""

    texts: Mapping[int, tuple[str, ...]]

    def count(self, column: int) -> int:
        return len(self.texts.get(column, ()))

    def distinct(self, column: int) -> int:
        """How many different texts stand there."""
        return len({tidy(text) for text in self.texts.get(column, ())})

    def names(self, column: int) -> bool:
        """Whether the texts are short, and give no points."""
        texts = self.texts.get(column, ())
        return (
            bool(texts)
            and all(len(tidy(text)) <= LONGEST_NAME for text in texts)
            and not self.awarding(column)
        )

    def awarding(self, column: int) -> int:
        """How many give or take points."""
        return sum(map(awards, self.texts.get(column, ())))

    def figures(self, column: int) -> bool:
        """Whether nothing but figures stands there."""
        return all(weight_of(text, None) for text in self.texts.get(column, ()))

    def defining(self, column: int) -> bool:
        """Whether most say what something is, by a formula."""
        texts = self.texts.get(column, ())
        return bool(texts) and sum(bool(_FORMULA.search(text)) for text in texts) * 2 > len(texts)


def cells_below(table: SourceTable, rows: range) -> CellsBelow:
    """What stands in the columns below a header."""
    found: dict[int, tuple[str, ...]] = {}
    for row, cells in sorted(table.rows.items()):
        for column, cell in cells.items() if row > rows[-1] else ():
            if cell.text.strip():
                found[column] = (*found.get(column, ()), cell.text)
    return CellsBelow(found)

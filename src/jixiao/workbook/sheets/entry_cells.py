"""An entry cell or a computed cell, put on a page; and what sections must know to do so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from jixiao.model.fact import Kind
from jixiao.model.term import Term, Vocabulary
from jixiao.pack.form import Assessment
from jixiao.pack.framework import Framework
from jixiao.pack.sections import Cell
from jixiao.workbook.file.structure import defined_name
from jixiao.workbook.sheets.layout import CellRole
from jixiao.workbook.sheets.page import Page

_GROWING = frozenset({Kind.TEXT, Kind.PARAGRAPH})


@dataclass(frozen=True)
class EntryContext:
    """The words, the indicators, and which repetition of a block is being laid out."""

    vocabulary: Vocabulary
    framework: Framework | None  # None where nothing is scored
    assessment: Assessment | None
    fixed: Mapping[str, str]  # placeholder -> text
    at: tuple[int, ...] = ()
    measures: tuple[str, ...] = ()  # offered for indicators

    def name(self, term: Term) -> str:
        return defined_name(term, self.at[0] if self.at else 0)


def enter(
    page: Page,
    left: int,
    term: Term,
    cell: Cell,
    at: tuple[int, ...],
    *,
    content: str | Decimal = "",
    right: int | None = None,
    strong: bool = False,
    bare: bool = False,
) -> None:
    """Put the cell of a term on the current row; a row with free text may grow."""
    if cell.type in _GROWING and right in (None, left):
        page.growing.add(page.row)
    role = CellRole.COMPUTED if term.formula else CellRole.ENTRY
    look = {"strong": strong, "bare": bare}
    page.put(left, role, content, right=right, term=term, at=at, cell=cell, prompt=cell.note, **look)

"""Which cells take part in a broken relation -> a hidden sheet of numbers that colours them.

Every cell that relations look at has its twin there, in the same row: 2 for a broken error, 1 for a
broken warning. So two conditional formats colour a whole sheet, however many relations there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import replace

from jixiao.model.outcome import Severity
from jixiao.model.term import Term
from jixiao.pack.relation_rows import RelationRow, relation_rows
from jixiao.relation.agreement import INCONSISTENT
from jixiao.relation.functions.traits import Read
from jixiao.relation.reads import reads
from jixiao.relation.syntax import Expression
from jixiao.workbook.live.draft import Draft
from jixiao.workbook.live.filling_down import FilledDown
from jixiao.workbook.live.grid import Grid
from jixiao.workbook.live.places import Here
from jixiao.workbook.live.relations import Relations
from jixiao.workbook.live.row_patterns import RowPattern, row_pattern
from jixiao.workbook.sheets.calculation import Cached, Calculation
from jixiao.workbook.sheets.layout import (
    Box,
    CellRole,
    Highlight,
    SheetLayout,
    SheetSlot,
    address,
    sheet_prefix,
)
from jixiao.workbook.sheets.page import Page

COLOUR_SHEET = "核对着色"
TITLE = "核对着色（供公式使用，不用填写）"
NAME = "着色.表"  # of the twins of one sheet, followed by its number
WEIGHTS = {Severity.ERROR: 2, Severity.WARNING: 1}


@dataclass(frozen=True, slots=True)
class Use:
    """A check that looks at a term, and how."""

    read: Read
    rows: tuple[RelationRow, ...]
    weight: int

    @property
    def path(self) -> tuple[str, ...]:
        return self.rows[0].check.path


class Colours:
    """Lays the twins out, and gives the sheets their conditional formats."""

    def __init__(self, draft: Draft, relations: Relations, grid: Grid) -> None:
        self.draft = draft
        self.relations = relations
        self.grid = grid
        self.uses = _uses(draft)
        self.columns: dict[tuple[str, tuple[int, ...]], tuple[int, FilledDown]] = {}

    def page(self, sheets: tuple[SheetLayout, ...]) -> Page:
        """The twins of all sheets, side by side."""
        page = Page(COLOUR_SHEET, (9.0,) * sum(len(sheet.widths) for sheet in sheets))
        page.place(page.box(0, top=0), CellRole.HINT, TITLE)
        page.row = page.head = 1
        left = 0
        for number, sheet in enumerate(sheets, 1):
            slots = [slot for slot in sheet.slots if slot.term and slot.term.name in self.uses]
            for slot in slots:
                box = page.box(left + slot.box.left, top=slot.box.top)
                formula, cached = self._filled_down(slot), self._cached(slot)
                page.place(box, CellRole.HINT, formula=formula, cached=cached, term=slot.term, at=slot.at)
            if slots:
                area = _around([slot.box for slot in slots])
                page.names[f"{NAME}{number}"] = replace(
                    area, sheet=COLOUR_SHEET, left=left + area.left, right=left + area.right
                )
            left += len(sheet.widths)
        return page

    def coloured(self, sheet: SheetLayout, number: int) -> SheetLayout:
        """The sheet with its conditional formats, red before amber."""
        boxes = [slot.box for slot in sheet.slots if slot.term and slot.term.name in self.uses]
        if not boxes:
            return sheet
        area = _around(boxes)
        column, row = address(0, area.left).rstrip("1"), area.top + 1
        twin = f"INDEX({NAME}{number},ROW()-ROW(${column}${row})+1,COLUMN()-COLUMN(${column}${row})+1)"
        first, *more = _runs(boxes)
        marks = tuple(
            Highlight(first, formula=f"{twin}={weight}", tone=severity, more=tuple(more))
            for severity, weight in WEIGHTS.items()
        )
        return replace(sheet, highlights=(*sheet.highlights, *marks))

    def _filled_down(self, slot: SheetSlot) -> str:
        """In a table, the formula of the first row of the column, filled down."""
        assert slot.term is not None
        if not self.draft.names.is_table(slot.term):
            return self._formula(slot)
        column = slot.term.name, slot.at[:-1]
        if column not in self.columns:
            self.columns[column] = slot.at[-1], FilledDown(self._formula(slot))
        first, formula = self.columns[column]
        return formula.at(slot.at[-1] - first)

    def _formula(self, slot: SheetSlot) -> str:
        assert slot.term is not None
        found: dict[int, dict[str, None]] = defaultdict(dict)
        for use in self.uses[slot.term.name]:
            found[use.weight] |= dict.fromkeys(self._conditions(use, slot.term, slot.at))
        flags = [f"{weight}*OR({','.join(conditions)})" for weight, conditions in found.items()]
        return flags[0] if len(flags) == 1 else f"MAX({','.join(flags)})"

    def _conditions(self, use: Use, term: Term, at: tuple[int, ...]) -> Iterator[str]:
        """When the cell takes part in a broken relation, for each row of the sheet of relations."""
        here = Here(self.draft.names, term.path, at)
        for row in self._seen_from(use, term, at):
            if row.table and not use.read.keys and not use.read.whole and term.path == use.path:
                box = self.grid.verdicts[row.key]
                cell = f"{sheet_prefix(box.sheet)}{address(box.top + at[-1], box.left)}"
                yield f'{cell}="{INCONSISTENT}"'
                continue
            broken = f'{self.relations.verdict(row)}="{INCONSISTENT}"'
            if use.read.whole and term.path:  # of a column, the cells that hold something
                yield f"AND({broken},NOT(ISBLANK({here.cell(term.name)})))"
            elif use.read.pattern is None:
                yield broken
            else:
                yield self._matched(use, row, here, use.read.pattern, broken)

    def _matched(self, use: Use, row: RelationRow, here: Here, pattern: Expression, broken: str) -> str:
        """The cell's key matches: the relation's own pattern, or that of any broken row."""
        if row.table and (wanted := row_pattern(use.read, use.path)):
            return self._looked_for(wanted, row, here)
        looking = Here(self.draft.names, use.path, row.at)
        key = here.key_column(use.read.keys)
        return f"AND({broken},{looking.run.matching_in(use.read.keys, key, pattern)}>0)"

    def _looked_for(self, wanted: RowPattern, row: RelationRow, here: Here) -> str:
        """A broken row looks for the cell's key."""
        term, kind = self.draft.names.sought[wanted.path, wanted.fixed]
        column = self.draft.names.drafted(kind, term, row.at[0] if row.at else 0)
        verdicts = self.grid.verdicts[row.key].reference
        key = here.words(wanted.keys)
        if wanted.signs is None:
            rows = f'ISNUMBER(SEARCH("|"&{column}&"|","|"&{key}&"|"))'
            found = f'SUMPRODUCT(({verdicts}="{INCONSISTENT}")*{rows})'
        else:
            stem = here.shortened(wanted.keys, wanted.signs)
            found = f'COUNTIFS({column},{stem},{verdicts},"{INCONSISTENT}")'
        return f"IFERROR(AND(LEN({key})>={wanted.shortest},{found}>0),FALSE)"

    def _seen_from(self, use: Use, term: Term, at: tuple[int, ...]) -> Iterator[RelationRow]:
        """The rows of the check that look at this very cell: those of its own repetition of a block."""
        column = use.read.whole or bool(use.read.keys)
        own = use.path[:1] == term.path[:1] and not (column and len(term.path) == 1)
        return (row for row in use.rows if not (own and row.at) or row.at == at[:1])

    def _cached(self, slot: SheetSlot) -> Cached:
        assert slot.term is not None
        term, at = slot.term, slot.at

        def cached(calc: Calculation) -> Decimal:
            fact = calc.fact(term.name, at)
            weights = [
                use.weight
                for use in (self.uses[term.name] if fact else ())
                for row in self._seen_from(use, term, at)
                for place in self._places(use, row, term, at, calc)
                if fact and calc.takes_part(row.check, place, use.read, fact)
            ]
            return Decimal(max(weights, default=0))

        return cached

    @staticmethod
    def _places(
        use: Use, row: RelationRow, term: Term, at: tuple[int, ...], calc: Calculation
    ) -> Iterator[tuple[int, ...]]:
        """Where the check may have been broken over this cell."""
        if not row.table:
            yield row.at
        elif not use.read.keys and not use.read.whole and term.path == use.path:
            yield at
        else:
            yield from ((*row.at, number) for number in range(calc.row_count(row)))


def _uses(draft: Draft) -> dict[str, list[Use]]:
    """Term -> the checks that look at it."""
    rows: dict[str, list[RelationRow]] = defaultdict(list)
    for row in relation_rows(draft.pack):
        rows[row.check.data.id].append(row)
    uses: dict[str, list[Use]] = defaultdict(list)
    for check in draft.pack.checks:
        weight = WEIGHTS.get(Severity(check.data.severity))
        if weight is not None:
            for read in dict.fromkeys(reads(check.relation.expression, draft.pack.vocabulary)):
                uses[read.term].append(Use(read, tuple(rows[check.data.id]), weight))
    return uses


def _around(boxes: list[Box]) -> Box:
    return Box(
        boxes[0].sheet,
        min(box.top for box in boxes),
        min(box.left for box in boxes),
        max(box.bottom for box in boxes),
        max(box.left for box in boxes),
    )


def _runs(boxes: list[Box]) -> list[Box]:
    """Cells that lie below each other, as one box."""
    runs: list[Box] = []
    for box in sorted(boxes, key=lambda box: (box.left, box.right, box.top)):
        last = runs[-1] if runs else None
        if last and (last.left, last.right, last.bottom + 1) == (box.left, box.right, box.top):
            runs[-1] = replace(last, bottom=box.bottom)
        else:
            runs.append(box)
    return runs

"""The sheet of relations: each with both sides, difference, tolerance and verdict, while people type."""

from __future__ import annotations

from jixiao.model.fact import Kind
from jixiao.model.outcome import Severity
from jixiao.pack.errors import PackError
from jixiao.pack.relation_rows import RelationRow, relation_rows, row_title
from jixiao.pack.sections import Cell
from jixiao.relation.agreement import (
    INCONSISTENT,
    UNREADABLE,
    VERDICTS,
    Agreement,
    Joint,
)
from jixiao.relation.applicability import condition_formula, unfilled_formula
from jixiao.relation.comparison import BLANK, NOT_APPLICABLE
from jixiao.relation.spread import NOTHING
from jixiao.relation.words.equation import conditions, equation
from jixiao.relation.words.voice import kind_of
from jixiao.workbook.file.structure import defined_name
from jixiao.workbook.live.draft import Draft
from jixiao.workbook.live.grid import TONES, Grid
from jixiao.workbook.live.places import LONGEST, Here
from jixiao.workbook.live.row_values import (
    FIRST,
    RowValues,
    broken_rows,
    first_broken_row,
    level_if_broken,
    state_of,
)
from jixiao.workbook.sheets.calculation import Cached
from jixiao.workbook.sheets.layout import Box, CellRole, Highlight, address, sheet_prefix
from jixiao.workbook.sheets.page import GAP, ROW, Page
from jixiao.workbook.sheets.relation_summary import FIRST_BROKEN, LEVELS, first_broken, summary
from jixiao.workbook.sheets.result_sections import LAST_FINDING

HEADINGS = (
    ("编号", 12.0),
    ("关系", 62.0),
    ("左值", 17.0),
    ("右值", 17.0),
    ("差额", 14.0),
    ("容差", 10.0),
    ("结论", 10.0),
    ("级别", 8.0),
    ("状态", 8.0),  # hidden: why a relation is not compared
    ("不平级别", 8.0),  # hidden: the level of a relation that is broken
)
WIDTHS = tuple(width for _, width in HEADINGS)
ID, RELATION, LEFT, RIGHT, GAP_CELL, TOLERANCE, VERDICT, SEVERITY, STATE, BROKEN = range(len(HEADINGS))
JUDGED = (VERDICT, SEVERITY, BROKEN)
WHEN = "适用条件："


class Relations:
    """Lays out the rows; `rows` tells on which line of the sheet a relation stands."""

    def __init__(self, page: Page, draft: Draft, grid: Grid) -> None:
        self.page = page
        self.draft = draft
        self.pack = draft.pack
        self.grid = grid
        self.rows: dict[tuple[str, tuple[int, ...]], int] = {}

    def place(self) -> None:
        page, name = self.page, self.draft.names.name
        formula, cached = summary(name)
        page.put(0, CellRole.TEXT, right=SEVERITY, formula=formula, cached=cached)
        page.end_row()
        formula, cached = first_broken(name, page.sheet)
        page.put(ID, CellRole.LABEL, FIRST_BROKEN)
        page.put(RELATION, CellRole.LINK, right=SEVERITY, formula=formula, cached=cached)
        page.end_row()
        page.end_row(GAP)
        page.hidden_columns = frozenset({STATE, BROKEN})
        page.unprinted = True  # what is broken stands among the findings
        page.tables.append((LAST_FINDING, page.row))
        page.filtered = page.box(0, SEVERITY, bottom=page.row + len(relation_rows(self.pack)))
        for left, (heading, _) in enumerate(HEADINGS):
            page.put(left, CellRole.HEADER, heading)
        page.end_row(ROW + 4)
        top = page.row
        for row in relation_rows(self.pack):
            self._row(row)
        self._name_columns(top)

    def _name_columns(self, top: int) -> None:
        for left in (RELATION, *JUDGED):
            box = self.page.box(left, top=top, bottom=self.page.row - 1)
            self.page.names[self.draft.names.name(HEADINGS[left][0])] = box
        box = self.page.box(VERDICT, top=top, bottom=self.page.row - 1)
        for severity, label in LEVELS.items():
            cells = f"${address(top, VERDICT)}", f"${address(top, SEVERITY)}"
            formula = f'AND({cells[0]}="{INCONSISTENT}",{cells[1]}="{label}")'
            self.page.highlights.append(Highlight(box, formula=formula, tone=severity))
        self.page.highlights += [Highlight(box, word, tone) for word, tone in TONES.items()]

    def verdict(self, row: RelationRow) -> str:
        """The address of its verdict, for formulas of other sheets."""
        return self.page.box(VERDICT, top=self.rows[row.key]).reference

    def _row(self, row: RelationRow) -> None:
        """Raises PackError if a relation is too long for a formula."""
        page = self.page
        self.rows[row.key] = page.row
        page.put(ID, CellRole.LINK, row.check.data.id, link=self._target(row))
        page.put(RELATION, CellRole.FINDING, self._sentence(row))
        if row.table:
            self._over_table(row)
        else:
            self._compared(row)
        level = LEVELS[Severity(row.check.data.severity)]
        page.put(SEVERITY, CellRole.VERDICT, level)
        formula = f'IF({self._cell(VERDICT)}="{INCONSISTENT}",{self._cell(SEVERITY)},"")'
        self._put(BROKEN, formula, level_if_broken(row, level), role=CellRole.HINT)
        for slot in page.slots[-len(HEADINGS) :]:
            if len(slot.formula) > LONGEST:
                raise PackError("checks.toml", row.check.data.id, "the relation is too long for a formula")
        page.end_row()

    def _sentence(self, row: RelationRow) -> str:
        vocabulary = self.pack.vocabulary
        lines = [row_title(self.pack.form, row), equation(row.check.relation, vocabulary)]
        if row.check.when:
            lines.append(f"{WHEN}{conditions(row.check.when, vocabulary)}")
        return "\n".join(lines)

    def _target(self, row: RelationRow) -> str:
        """The verdicts of the rows, or the first cell that the relation speaks of."""
        if row.table:
            return linked(self.grid.verdicts[row.key])
        term = self.pack.vocabulary[row.check.relation.terms[0]]
        return linked(self.draft.names.boxes[defined_name(term, row.at[0] if row.at and term.path else 0)])

    def _over_table(self, row: RelationRow) -> None:
        """How many rows of the table are at fault, and where the first one is."""
        box, data = self.grid.verdicts[row.key].reference, self.grid.data[row.key]
        broken = f'COUNTIF({box},"{INCONSISTENT}")'
        rows = f'COUNTIF({box},"?*")&"行"'
        self._put(LEFT, rows, lambda calc: f"{len(calc.words(row))}行", align="right")
        self._put(RIGHT, f'{broken}&"行{INCONSISTENT}"', broken_rows(row), align="right")
        top = f"{sheet_prefix(data.sheet)}{address(data.top, data.left)}"
        number = f'ROW({top})+MATCH("{INCONSISTENT}",{box},0)-1'
        column = address(0, data.left).rstrip("1")
        target = f'"#{sheet_prefix(data.sheet)}{column}"&{number}'
        link = f'IF({broken}=0,"",HYPERLINK({target},"{FIRST}{column}"&{number}))'
        self._put(GAP_CELL, link, first_broken_row(row, data), role=CellRole.LINK)
        self.page.put(TOLERANCE, CellRole.RESULT)
        worst = f'"{BLANK}"'
        for word in reversed(VERDICTS[:-1]):
            worst = f'IF(COUNTIF({box},"{word}")>0,"{word}",{worst})'
        self._put(VERDICT, worst, lambda calc: calc.word(row), role=CellRole.VERDICT)
        self.page.put(STATE, CellRole.HINT)

    def _compared(self, row: RelationRow) -> None:
        """Both sides, and how they agree."""
        here = Here(self.draft.names, row.check.path, row.at)
        sides = here.run.agreement(row.check.relation.expression)
        if isinstance(sides, Joint):
            self._joined(row, here, sides)
            return
        values = RowValues(row, self._kind(row, sides))
        for left, formula in ((LEFT, sides.left), (RIGHT, sides.right)):
            value = formula if sides.of_texts else f'IFERROR({formula},"")'
            self._put(left, f'IF({self._cell(STATE)}="",{value},"")', values.side(left == LEFT), values.kind)
        tolerance = NOTHING
        if sides.of_texts or sides.mixed:
            self.page.put(GAP_CELL, CellRole.RESULT)
        else:
            gap = f'IFERROR({sides.gap(self._cell(LEFT), self._cell(RIGHT))},"")'
            self._put(GAP_CELL, f'IF({self._cell(STATE)}="",{gap},"")', values.gap, values.kind)
            tolerance = sides.tolerance(self._cell(GAP_CELL))
        if tolerance == NOTHING:
            self.page.put(TOLERANCE, CellRole.RESULT)
        else:
            formula = f'IF(ISNUMBER({self._cell(GAP_CELL)}),{tolerance},"")'
            self._put(TOLERANCE, formula, values.tolerance(sides.operator), Kind.NUMBER)
            tolerance = self._cell(TOLERANCE)
        self._judged(row, here, self._verdict(sides, tolerance))

    def _joined(self, row: RelationRow, here: Here, sides: Joint) -> None:
        """Several comparisons in one: no two sides to show."""
        for left in (LEFT, RIGHT, GAP_CELL, TOLERANCE):
            self.page.put(left, CellRole.RESULT)
        self._judged(row, here, self._unless_idle(f'IFERROR({sides.formula},"{UNREADABLE}")'))

    def _judged(self, row: RelationRow, here: Here, verdict: str) -> None:
        self._put(VERDICT, verdict, lambda calc: calc.word(row), role=CellRole.VERDICT)
        self._put(STATE, self._state(row, here), state_of(row), role=CellRole.HINT)

    def _verdict(self, sides: Agreement, tolerance: str) -> str:
        """The word for what the cells of this row show."""
        gap = self._cell(GAP_CELL)
        word = sides.verdict(gap, tolerance, self._cell(LEFT), self._cell(RIGHT))
        if sides.of_texts or sides.mixed:
            word = f'IFERROR({word},"{UNREADABLE}")'
        else:
            word = f'IF(ISNUMBER({gap}),{word},"{UNREADABLE}")'
        return self._unless_idle(word)

    def _unless_idle(self, word: str) -> str:
        return f'IF({self._cell(STATE)}="",{word},{self._cell(STATE)})'

    def _cell(self, left: int) -> str:
        return address(self.page.row, left)

    def _state(self, row: RelationRow, here: Here) -> str:
        """Why the relation is not compared; empty if it is."""
        state = '""'
        if blank := unfilled_formula(row.check.relation, row.check.when, here.run):
            state = f'IF({blank},"{BLANK}","")'
        for each in (row.check.when, row.check.waits):
            if condition := condition_formula(each, here.run):
                state = f'IF({condition},{state},"{NOT_APPLICABLE}")'
        if row.at:
            state = f'IF({self.draft.used(row.check.path, row.at)}=0,"{BLANK}",{state})'
        return state if state == '""' else f'IFERROR({state},"{UNREADABLE}")'

    def _kind(self, row: RelationRow, sides: Agreement) -> Kind:
        if sides.of_texts or sides.mixed:
            return Kind.TEXT
        if sides.money:
            return Kind.AMOUNT
        kind = kind_of(row.check.relation.expression, self.pack.vocabulary)
        return Kind.PERCENT if kind is Kind.PERCENT else Kind.NUMBER

    def _put(
        self,
        left: int,
        formula: str,
        cached: Cached,
        kind: Kind | None = None,
        role: CellRole = CellRole.RESULT,
        align: str = "",
    ) -> None:
        cell = Cell(type=kind) if kind else None
        self.page.put(left, role, formula=formula, cached=cached, cell=cell, align=align)


def linked(box: Box) -> str:
    """The first cell of a box, as links have it."""
    return f"{sheet_prefix(box.sheet)}{address(box.top, box.left)}"

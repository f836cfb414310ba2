"""The sheet of findings -> placed cells; the tool fills them in."""

from __future__ import annotations

from jixiao.model.fact import Kind
from jixiao.pack.sections import (
    Cell,
    Count,
    FindingsSection,
    Held,
    ResultColumn,
)
from jixiao.workbook.sheets.layout import CellRole, Highlight
from jixiao.workbook.sheets.page import GAP, ROW, Page

LAST_FINDING = 2000  # row up to which names and colours of the findings reach
SEEN = ("error", "warning", "note", "explained", "passed", "not_checked")  # words in the first column
FOLDED: tuple[Count, ...] = ("passed", "not_checked")  # rows that the filter hides until they are asked for
_FIGURE = Cell(type=Kind.AMOUNT)
_RIGHT: frozenset[Held] = frozenset({"stated", "expected", "difference"})
_CENTRED: frozenset[Held] = frozenset(
    {"severity", "level1", "level2", "max_score", "measure", "score", "key"}
)


def place_findings(page: Page, section: FindingsSection) -> None:
    """Counts on top, the header, and one blank row whose cells lend their style to all that are written."""
    for left, label in enumerate(section.counts.values()):
        page.put(left, CellRole.HEADER, label)
        page.names[f"{section.name}.{label}"] = page.box(left, top=page.row + 1)
    page.end_row()
    for left in range(len(section.counts)):
        page.put(left, CellRole.COUNT)
    page.end_row()
    page.end_row(GAP)
    page.tables.append((LAST_FINDING, page.row))
    page.filtered = page.box(0, page.last, bottom=LAST_FINDING - 1)
    page.folded = tuple(section.counts[count] for count in FOLDED)
    place_header(page, section.columns)
    for left, column in enumerate(section.columns):
        _finding_cell(page, left, column, section)
    page.hidden_columns = frozenset(left for left, column in enumerate(section.columns) if column.hidden)
    page.row += 1  # no height of its own: Excel fits the rows when results are there
    page.open_ended = True


def _finding_cell(page: Page, left: int, column: ResultColumn, section: FindingsSection) -> None:
    below = page.box(left, bottom=LAST_FINDING - 1)
    page.names[f"{section.name}.{column.label}"] = below
    role = {"explanation": CellRole.REMARK, "place": CellRole.LINK}.get(column.holds, CellRole.FINDING)
    cell = _FIGURE if column.holds in _RIGHT else None
    page.put(left, role, align=alignment(column.holds), cell=cell)
    if column.holds == "severity":
        words = ((word, tone) for tone, word in section.counts.items() if tone in SEEN)
        page.highlights += [Highlight(below, word, tone) for word, tone in words]


def place_header(page: Page, columns: tuple[ResultColumn, ...]) -> None:
    """The headings of a result sheet."""
    for left, column in enumerate(columns):
        page.put(left, CellRole.HEADER, column.label)
    page.end_row(ROW + 4)


def alignment(held: Held) -> str:
    """Figures right, short words in the middle, sentences left."""
    if held in _RIGHT:
        return "right"
    return "center" if held in _CENTRED else "left"

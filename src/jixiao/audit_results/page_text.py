"""The paragraphs and tables of a document as lines of a page, with the marks of findings in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from jixiao.audit.document.finding import AuditFinding
from jixiao.audit_results.marks import FindingMark, Place, marks_of, stretches
from jixiao.documents.cells import SourceCell
from jixiao.documents.document import SourceDocument, SourceParagraph, SourceTable
from jixiao.workbook.reading.numbers_and_dates import number_from_text

MOST_ROWS, MOST_COLUMNS = 400, 100  # of a table that is shown whole
AROUND = 3  # rows that are shown before and behind a marked one of a larger table


class PageText:
    """The text of the document, block by block."""

    def __init__(self, document: SourceDocument, findings: Sequence[AuditFinding]) -> None:
        self.document = document
        self.marks: Mapping[Place, list[FindingMark]] = marks_of(findings)
        self.marked: dict[int, set[tuple[int, int]]] = {}  # block -> rows and columns
        for block, row, column in self.marks:
            self.marked.setdefault(block, set()).add((row, column))

    def lines(self) -> Iterator[str]:
        page = 0
        for number, block in enumerate(self.document.blocks):
            if block.place.page and block.place.page != page:
                page = block.place.page
                yield f'<p class="place">第{page}页</p>'
            if isinstance(block, SourceParagraph):
                kind = ' class="heading"' if block.heading else ""
                yield f"<p{kind}>{self._text(block.text, (number, 0, 0))}</p>"
            else:
                yield f'<p class="place">{escape(block.place.words)}</p>'
                yield from self._table(block, number)

    def _table(self, table: SourceTable, number: int) -> Iterator[str]:
        rows = self._rows(table, number)
        shown = [row for row in rows if row]
        every = sorted({column for row in shown for column in table.rows[row]})
        marked = {column for _, column in self.marked.get(number, ())} & set(every)
        columns = sorted({*every[:MOST_COLUMNS], *marked})
        spans = _spans(table, shown, columns)
        yield '<div class="wide"><table>'
        for row in rows:
            if not row:
                yield f'<tr><td class="left-out" colspan="{len(columns) or 1}">……</td></tr>'
            else:
                yield f"<tr>{''.join(self._cells(table, (number, row), columns, spans))}</tr>"
        yield "</table></div>"
        left = len(table.rows) - len(shown)
        if left:
            every_row = f"这个表共{len(table.rows)}行"
            yield f'<p class="dim">{every_row}，没有标记的{left}行在这里没有列出，请看原文件。</p>'
        if len(columns) < len(every):
            yield f'<p class="dim">这个表共{len(every)}列，这里列出了{len(columns)}列，请看原文件。</p>'

    def _rows(self, table: SourceTable, number: int) -> list[int]:
        """The rows to show; 0 where some are left out."""
        every = sorted(table.rows)
        if len(every) <= MOST_ROWS:
            return every
        marked = {row for row, _ in self.marked.get(number, ())}
        places = {row: place for place, row in enumerate(every)}
        near = {places[row] + by for row in marked if row in places for by in range(-AROUND, AROUND + 1)}
        kept = sorted({place for place in near if 0 <= place < len(every)} | set(range(AROUND)))
        rows: list[int] = []
        for place, before in zip(kept, [-1, *kept], strict=False):
            rows += [0] * (place != before + 1) + [every[place]]
        return rows + [0] * (kept[-1] != len(every) - 1)

    def _cells(
        self,
        table: SourceTable,
        place: tuple[int, int],
        columns: Sequence[int],
        spans: Mapping[tuple[int, int], tuple[int, int]],
    ) -> Iterator[str]:
        number, row = place
        for column in columns:
            high, wide = spans.get((row, column), (1, 1))
            if not high:
                continue
            cell = table.rows[row].get(column, SourceCell(""))
            figure = cell.number is not None or number_from_text(cell.text) is not None
            said = 'class="figure"' if figure else ""
            said += f' rowspan="{high}"' if high > 1 else ""
            said += f' colspan="{wide}"' if wide > 1 else ""
            yield f"<td {said}>{self._text(cell.text, (number, row, column))}</td>"

    def _text(self, text: str, place: Place) -> str:
        marks = self.marks.get(place, ())
        if not marks:
            return escape(text)
        return "".join(_marked(piece, covering) for piece, covering in _with_ends(text, marks))


def _with_ends(
    text: str, marks: Sequence[FindingMark]
) -> Iterator[tuple[str, list[tuple[FindingMark, bool, bool]]]]:
    """Each piece with its marks, and whether these begin and end with it."""
    at = 0
    for piece, covering in stretches(text, marks):
        ends = at + len(piece)
        yield piece, [(mark, mark.start == at, mark.end == ends) for mark in covering]
        at = ends


def _marked(piece: str, covering: Sequence[tuple[FindingMark, bool, bool]]) -> str:
    """A piece within its marks, and the numbers of the findings whose place ends here."""
    opened = closed = behind = ""
    for mark, begins, ends in covering:
        name = f' id="{mark.anchor}"' if begins and mark.anchor else ""
        beside = "" if mark.main else " beside"
        opened += f'<mark{name} class="{mark.severity}{beside}">'
        closed += "</mark>"
        if ends and mark.last:
            behind += f'<a class="n {mark.severity}" href="#f{mark.number}">{mark.number}</a>'
    return f"{opened}{escape(piece)}{closed}{behind}"


def _spans(
    table: SourceTable, rows: Sequence[int], columns: Sequence[int]
) -> dict[tuple[int, int], tuple[int, int]]:
    """How many shown rows and columns a merged cell covers; (0, 0) for all of them but the first."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for merge in table.merges:
        down = [row for row in rows if merge.top <= row <= merge.bottom]
        across = [column for column in columns if merge.left <= column <= merge.right]
        if not down or not across or down[0] != merge.top or across[0] != merge.left:
            continue
        covered = {(row, column): (0, 0) for row in down for column in across}
        if covered.keys().isdisjoint(spans):
            spans |= covered | {(down[0], across[0]): (len(down), len(across))}
    return spans

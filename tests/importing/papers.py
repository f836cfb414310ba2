"""Pages of made-up tables as Word documents and PDF files: titles and notes as text, rules around cells."""

from __future__ import annotations

from html import escape
from pathlib import Path

from documents.pdf.pdf_files import Sheet, pdf_file, text_width
from documents.word_files import cell, paragraph, table, word_file
from importing.pages import Page

ROW = 16.0
MARGIN = 40.0
NARROWEST = 40.0  # so that the labels over several columns have room

Cells = dict[tuple[int, int], str]


def divided(page: Page) -> tuple[list[str], Cells, list[tuple[int, int, int, int]], list[str]]:
    """The lines above the table, its cells and merged cells from row 1, and the lines below it."""
    rows = {row: [str(v) for (r, _), v in sorted(page.cells.items()) if r == row] for row, _ in page.cells}
    head = max(row for row, texts in rows.items() if any("单位：" in t or t.endswith("年度") for t in texts))
    first = min(row for row in rows if row > head)
    last = max(row for row, texts in rows.items() if len(texts) > 1)
    above = ["　　".join(rows[row]) for row in sorted(rows) if row < first]
    below = ["　　".join(rows[row]) for row in sorted(rows) if row > last]
    cells = {(r - first + 1, c): str(v) for (r, c), v in page.cells.items() if first <= r <= last}
    merges = [
        (t - first + 1, left, b - first + 1, right) for t, left, b, right in page.merges if first <= t <= last
    ]
    return above, cells, merges, below


def write_docx(path: Path, pages: list[Page]) -> Path:
    body = []
    for page in pages:
        above, cells, merges, below = divided(page)
        last, wide = (max(place[axis] for place in cells) for axis in (0, 1))
        rows = (_word_row(row, wide, cells, merges) for row in range(1, last + 1))
        body += [
            *(paragraph(escape(line)) for line in above),
            table(*rows),
            *(paragraph(escape(line)) for line in below),
        ]
    return word_file(path, "".join(body))


def _word_row(row: int, wide: int, cells: Cells, merges: list[tuple[int, int, int, int]]) -> str:
    written, column = "", 1
    while column <= wide:
        here = (m for m in merges if m[0] <= row <= m[2] and m[1] <= column <= m[3])
        top, left, bottom, right = next(here, (row, column, row, column))
        properties = f'<w:gridSpan w:val="{right - left + 1}"/>'
        if bottom > top:
            properties += '<w:vMerge w:val="restart"/>' if row == top else "<w:vMerge/>"
        written += cell(escape(cells.get((row, left), "") if row == top else ""), properties)
        column = right + 1
    return written


def write_pdf(path: Path, pages: list[Page], rows: int = 30) -> Path:
    """Tables of more rows than fit on a page go on overleaf."""
    sheets: list[Sheet] = []
    for page in pages:
        above, cells, merges, below = divided(page)
        xs = _places(cells, merges)
        height, done = max(row for row, _ in cells), 0
        while done < height:
            here = min(rows, height - done)
            sheet = Sheet(width=max(xs[-1] + MARGIN, 595), height=(rows + 12) * ROW)
            top = sheet.height - MARGIN - ROW * len(above if not done else ())
            for number, line in enumerate(above if not done else ()):
                sheet.text(MARGIN, sheet.height - MARGIN - ROW * number, line)
            _draw(sheet, xs, top, cells, merges, range(done + 1, done + here + 1))
            done += here
            for number, line in enumerate(below if done == height else (), 1):
                sheet.text(MARGIN, top - ROW * (here + number), line)
            sheets.append(sheet)
            sheet.text(sheet.width / 2, 20, f"- {len(sheets)} -")
    return pdf_file(path, sheets)


def _places(cells: Cells, merges: list[tuple[int, int, int, int]]) -> list[float]:
    """Where the columns begin and end: wide enough for what stands in one column."""
    wide = {(top, left) for top, left, _, right in merges if right > left}
    xs = [MARGIN]
    for column in range(1, max(c for _, c in cells) + 1):
        texts = (text for (row, c), text in cells.items() if c == column and (row, c) not in wide)
        xs.append(xs[-1] + 8 + max([NARROWEST, *map(text_width, texts)]))
    return xs


def _draw(
    sheet: Sheet,
    xs: list[float],
    top: float,
    cells: Cells,
    merges: list[tuple[int, int, int, int]],
    rows: range,
) -> None:
    covered = {
        (r, c) for t, left, b, right in merges for r in range(t, b + 1) for c in range(left, right + 1)
    }
    single = ((r, c, r, c) for r in rows for c in range(1, len(xs)) if (r, c) not in covered)
    across: dict[float, list[tuple[float, float]]] = {}
    down: dict[float, list[tuple[float, float]]] = {}
    for first, left, last, right in (*single, *(merge for merge in merges if merge[0] in rows)):
        low, high = top - ROW * (last - rows.start + 1), top - ROW * (first - rows.start)
        for y in (low, high):
            across.setdefault(y, []).append((xs[left - 1], xs[right]))
        for x in (xs[left - 1], xs[right]):
            down.setdefault(x, []).append((low, high))
        if (first, left) in cells:
            sheet.text(xs[left - 1] + 3, low + 4, cells[(first, left)].replace("\n", ""))
    for y, pieces in across.items():
        for start, end in _joined(pieces):
            sheet.line(start, y, end, y)
    for x, pieces in down.items():
        for start, end in _joined(pieces):
            sheet.line(x, start, x, end)


def _joined(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Pieces of a line as the longest lines that they make."""
    lines: list[tuple[float, float]] = []
    for start, end in sorted(pieces):
        if lines and start <= lines[-1][1]:
            lines[-1] = (lines[-1][0], max(lines[-1][1], end))
        else:
            lines.append((start, end))
    return lines

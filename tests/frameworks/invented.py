"""Invented score tables: a layout as text, and the files that a finance bureau would make of it.

A row is a line, its cells are separated by |. A cell ^ is merged with the one above, < with the one on its
left; ⏎ is a line break. Lines without | are paragraphs (Word) or rows of their own (Excel).
A line that begins with "== " begins another sheet or another table of a Word document.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path

Grid = list[list[str]]


def sheets_of(layout: str) -> list[tuple[str, list[str]]]:
    """Name and lines of each sheet."""
    sheets: list[tuple[str, list[str]]] = []
    for line in layout.strip("\n").split("\n"):
        if line.startswith("== ") or not sheets:
            sheets.append((line[3:].strip() if line.startswith("== ") else "Sheet1", []))
        if not line.startswith("== "):
            sheets[-1][1].append(line)
    return sheets


def make_xlsx(layout: str, path: Path) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, lines in sheets_of(layout):
        sheet = book.create_sheet(name)
        grid = [line.split("|") if "|" in line else [line] for line in lines]
        for row, cells in enumerate(grid, 1):
            for column, text in enumerate(cells, 1):
                if text.strip() not in ("", "^", "<"):
                    sheet.cell(row, column, _value(text.strip()))
        for top, left, bottom, right in _merges(grid):
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    book.save(path)
    return path


def _value(text: str) -> object:
    try:
        return float(Decimal(text))
    except InvalidOperation:
        return text.replace("⏎", "\n")


def make_docx(layout: str, path: Path) -> Path:
    from docx import Document

    document = Document()
    for _, lines in sheets_of(layout):
        block: Grid = []
        for line in [*lines, ""]:
            if "|" in line:
                block.append([cell.strip() for cell in line.split("|")])
                continue
            if block:
                _word_table(document, block)
                block = []
            document.add_paragraph(line)
    document.save(str(path))
    return path


def _word_table(document: object, grid: Grid) -> None:
    table = document.add_table(len(grid), max(map(len, grid)))  # type: ignore[attr-defined]
    for row, cells in enumerate(grid):
        for column, text in enumerate(cells):
            if text not in ("", "^", "<"):
                table.cell(row, column).text = text.replace("⏎", "\n")
    for top, left, bottom, right in _merges(grid):
        table.cell(top - 1, left - 1).merge(table.cell(bottom - 1, right - 1))


def _merges(grid: Grid) -> list[tuple[int, int, int, int]]:
    """Areas that begin in a cell of their own and go on in ^ and <."""
    found = []
    for top, cells in enumerate(grid):
        for left, text in enumerate(cells):
            if text.strip() in ("^", "<"):
                continue
            right = left
            while right + 1 < len(cells) and cells[right + 1].strip() == "<":
                right += 1
            bottom = top
            while (
                bottom + 1 < len(grid)
                and left < len(grid[bottom + 1])
                and grid[bottom + 1][left].strip() == "^"
            ):
                bottom += 1
            if (top, left) != (bottom, right):
                found.append((top + 1, left + 1, bottom + 1, right + 1))
    return found

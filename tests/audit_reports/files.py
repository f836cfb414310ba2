"""An invented report as the files in which such reports are handed round."""

from __future__ import annotations

import html
import random
import re
from pathlib import Path

import office

from audit_reports.pieces import Paragraph, Report, Table, line_text

KINDS = ("txt", "html", "docx")
WRAP = 38  # characters a line, as a page of 三号 has them
LINES_A_PAGE = 26
NARROW = 11  # characters in a cell of names
ATOM = re.compile(r"-?[\d.,]+%?|.")


def write(report: Report, path: Path, dice: random.Random) -> Path:
    """By the ending of the path."""
    {".txt": _text, ".html": _page, ".docx": _word, ".pdf": _portable}[path.suffix](report, path, dice)
    return path


def _text(report: Report, path: Path, dice: random.Random) -> None:
    """One line a paragraph, or wrapped with page numbers between, as programs take text from a PDF."""
    wrapped, gap = dice.random() < 0.5, dice.choice((" ", "\t"))
    torn = wrapped and gap == " " and dice.random() < 0.6
    lines: list[str] = []
    for block in report.blocks:
        if isinstance(block, Paragraph):
            text = line_text(block.pieces)
            lines += _wrapped(text) if wrapped else [text]
        else:
            rows = ([cell for cell in cells if cell or gap == "\t"] for cells in _cells(block))
            lines += [line for row in rows for line in _row(row, gap, torn)]
    if wrapped:
        lines = _paged(lines, dice.choice(("{}", "- {} -", "— {} —", "第{}页")))
    path.write_text("\n".join(line for line in lines if line) + "\n", encoding="utf-8")


def _row(cells: list[str], gap: str, torn: bool) -> list[str]:
    """One line, or code, pieces of a long name and figures each in lines of their own."""
    if torn and len(cells) > 2 and cells[0].isdigit() and len(cells[1]) > NARROW:
        name = cells[1]
        return [cells[0], name[:NARROW], name[NARROW:], gap.join(cells[2:])]
    return [gap.join(cells).strip()]


def _wrapped(text: str) -> list[str]:
    """As Word breaks lines: anywhere between characters, but not within a number."""
    lines = [""]
    for atom in ATOM.findall(text):
        if len(lines[-1]) + len(atom) > WRAP:
            lines.append("")
        lines[-1] += atom
    return lines


def _paged(lines: list[str], number: str) -> list[str]:
    made: list[str] = []
    for page, start in enumerate(range(0, len(lines), LINES_A_PAGE), 1):
        made += [*lines[start : start + LINES_A_PAGE], number.format(page)]
    return made


def _cells(table: Table) -> list[list[str]]:
    return [[line_text(cell) for cell in row] for row in table.rows]


def _page(report: Report, path: Path, dice: random.Random) -> None:
    """Headings as headings or as paragraphs, as web editors leave them."""
    heading, space = dice.choice(("h2", "p", "p")), dice.choice(("", "&nbsp;&nbsp;", "　　"))
    parts = []
    for block in report.blocks:
        if isinstance(block, Paragraph):
            tag = heading if block.heading else "p"
            parts.append(f"<{tag}>{space}{html.escape(line_text(block.pieces))}</{tag}>")
        else:
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in _cells(block))
            parts.append(f"<table border=1>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
    body = "\n".join(parts)
    path.write_text(
        f'<html><head><meta charset="utf-8"><title></title></head><body>\n{body}\n</body></html>', "utf-8"
    )


def _word(report: Report, path: Path, dice: random.Random) -> None:
    """Sentences are cut into several runs, as Word leaves them."""
    import docx

    document = docx.Document()
    for block in report.blocks:
        if isinstance(block, Paragraph):
            paragraph = document.add_paragraph(
                style="Heading 2" if block.heading and dice.random() < 0.5 else None
            )
            text = line_text(block.pieces)
            cut = dice.randint(0, len(text))
            for piece in (text[:cut], text[cut:]):
                paragraph.add_run(piece)
        else:
            cells = _cells(block)
            table = document.add_table(len(cells), max(map(len, cells)))
            table.style = "Table Grid"
            for row, texts in zip(table.rows, cells, strict=True):
                for cell, text in zip(row.cells, texts, strict=False):
                    cell.text = text
    document.save(str(path))


def _portable(report: Report, path: Path, dice: random.Random) -> None:
    """As an office suite prints the Word file."""
    word = path.with_suffix(".docx")
    _word(report, word, dice)
    office.to_pdf([word], path.parent)

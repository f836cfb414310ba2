"""What a foreign file may hold; beyond it, it is refused in one sentence before it costs time or memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.documents.document import Block, SourceParagraph
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.package import (
    MAX_FILE as MAX_FILE,
)  # the limits on files and archives are those of workbooks

MOST_BLOCKS = 100_000  # paragraphs and tables
MOST_CELLS = 1_000_000
MOST_COLUMNS = 16_384  # of a worksheet
WIDEST = 256  # columns that a cell may span in a page or a document; an .xls has no more
MOST_PAGES = 2_000  # of a PDF
MOST_CHARACTERS = 5_000_000
MOST_SECONDS = 120
DIGITS = 6  # of a span; no table has more rows


def too_wide(name: str) -> UnusableInput:
    """What to raise for a table that no report has."""
    return UnusableInput(f"“{name}”里的表格超过 {MOST_COLUMNS} 列，不像一张报表，请检查是否选错了文件。")


def too_much(name: str) -> UnusableInput:
    """What to raise for more text or cells than anybody reads."""
    return UnusableInput(f"“{name}”里的文字或单元格太多，不像一份报表或报告，请检查是否选错了文件。")


def bounded(blocks: Iterable[Block], path: Path) -> Iterator[Block]:
    """The blocks of a file, one by one, until there are too many. Raises UnusableInput."""
    cells = 0
    for count, block in enumerate(blocks, 1):
        if not isinstance(block, SourceParagraph):
            cells += sum(map(len, block.rows.values()))
        if count > MOST_BLOCKS or cells > MOST_CELLS:
            raise too_much(path.name)
        yield block


def span(written: str | None) -> int:
    """Over how many columns or rows a cell goes, as a page or a document writes it."""
    digits = (written or "").strip()
    return max(int(digits[:DIGITS]), 1) if digits.isdecimal() else 1

"""What a foreign file may hold; beyond it, it is refused in one sentence before it costs time or memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.documents.document import Block, SourceDocument, SourceParagraph
from jixiao.documents.merge_index import TALL
from jixiao.model.errors import UnusableInput
from jixiao.workbook.file.package import (
    MAX_FILE as MAX_FILE,
)  # the limits on files and archives are those of workbooks

MOST_BLOCKS = 100_000  # paragraphs and tables
MOST_CELLS = 500_000
MOST_TEXT = 10_000_000  # characters of all cells and paragraphs; a report of a hundred pages has some 100,000
MOST_TOGETHER = 1_000_000  # characters of one cell or paragraph; some programs write a report as one line
MOST_PIECES = 300_000  # stretches of text of a Word document; a report of a hundred pages has some 10,000
MOST_COVERED = 1_000_000  # rows that merged cells cover, each counted by itself
MOST_TALL = 200  # merged cells of thousands of rows
MOST_COLUMNS = 16_384  # of a worksheet
MOST_OF_A_REPORT = 40_000  # paragraphs and tables; a report of a hundred pages has some 1,000
MOST_WRITTEN = 1_000_000  # characters of a report, as of a PDF
MOST_NUMBERS = 30_000  # in a report; one of a hundred pages has some 5,000
WIDEST = 256  # columns that a cell may span in a page or a document; an .xls has no more
MOST_PAGES = 2_000  # of a PDF
MOST_CHARACTERS = 1_000_000  # of a PDF; a report of a hundred pages has some 100,000
MOST_IDLE = 5.0  # seconds of the processor for pages of a PDF without a character
A_CHARACTER = 0.0001  # seconds for each that was read; it takes a tenth
MOST_SECONDS = 120
_DIGITS = re.compile(r"[0-9]+")
DIGITS = 6  # of a span; no table has more rows


def too_wide(name: str) -> UnusableInput:
    """What to raise for a table that no report has."""
    return UnusableInput(f"“{name}”里的表格超过 {MOST_COLUMNS} 列，不像一张报表，请检查是否选错了文件。")


def too_much(name: str) -> UnusableInput:
    """What to raise for more text or cells than anybody reads."""
    return UnusableInput(f"“{name}”里的文字或单元格太多，不像一份报表或报告，请检查是否选错了文件。")


def bounded(blocks: Iterable[Block], path: Path) -> Iterator[Block]:
    """The blocks of a file, one by one, until there are too many. Raises UnusableInput."""
    cells = written = longest = 0
    for count, block in enumerate(blocks, 1):
        lengths = _lengths(block)
        cells += 0 if isinstance(block, SourceParagraph) else len(lengths)
        written += sum(lengths)
        longest = max(longest, *lengths, 0)
        texts = written > MOST_TEXT or longest > MOST_TOGETHER
        if count > MOST_BLOCKS or cells > MOST_CELLS or texts or _over_merged(block):
            raise too_much(path.name)
        yield block


def refuse_endless_report(document: SourceDocument, name: str) -> None:
    """Raise UnusableInput for more than a report can be: each figure in it costs time."""
    texts = [text for block in document.blocks for text in _texts(block)]
    long = len(document.blocks) > MOST_OF_A_REPORT or sum(map(len, texts)) > MOST_WRITTEN
    if long or sum(len(_DIGITS.findall(text)) for text in texts) > MOST_NUMBERS:
        raise UnusableInput(
            f"“{name}”里的段落、文字或数太多，不像一份报告，没有审核。请检查是否选错了文件；几份报告合在一起的，请分开再试。"
        )


def _lengths(block: Block) -> list[int]:
    return list(map(len, _texts(block)))


def _texts(block: Block) -> list[str]:
    if isinstance(block, SourceParagraph):
        return [block.text]
    return [cell.text for row in block.rows.values() for cell in row.values()]


def _over_merged(block: Block) -> bool:
    """Whether a table has more merged cells than could stand beside each other in it."""
    heights = (
        [] if isinstance(block, SourceParagraph) else [max(m.bottom - m.top + 1, 0) for m in block.merges]
    )
    tall = sum(height > TALL for height in heights)
    return tall > MOST_TALL or sum(height for height in heights if height <= TALL) > MOST_COVERED


def span(written: str | None) -> int:
    """Over how many columns or rows a cell goes, as a page or a document writes it."""
    digits = (written or "").strip()
    return max(int(digits[:DIGITS]), 1) if digits.isdecimal() else 1

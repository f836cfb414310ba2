"""Tables that a bureau filled in to show how it is done: passed over where the table itself is there, too."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.documents.document import SourceDocument, SourceParagraph
from jixiao.frameworks.printed.table_sections import ScoreArea
from jixiao.frameworks.wording.texts import tidy
from jixiao.frameworks.wording.words import score_table_words


def without_examples(
    document: SourceDocument, areas: Sequence[ScoreArea]
) -> tuple[list[ScoreArea], list[str]]:
    """The areas that are read, and what is said of the others."""
    shown = [area for area in areas if _is_example(document, area)]
    kept = [area for area in areas if not any(area is each for each in shown)]
    if not kept:
        return list(areas), []
    return kept, list(dict.fromkeys(f"“{area.place}”是填写示例，没有读" for area in shown))


def _is_example(document: SourceDocument, area: ScoreArea) -> bool:
    """By the name of its sheet, or what is written above it."""
    words = score_table_words().rows["examples"]
    texts = [area.table.place.sheet, *_above(document, area)]
    first = area.columns.first_row
    texts += [cell.text for row, cells in area.table.rows.items() if row < first for cell in cells.values()]
    return any(word in tidy(text) for text in texts for word in words)


def _above(document: SourceDocument, area: ScoreArea) -> list[str]:
    """The paragraphs between a table and the one before."""
    texts: list[str] = []
    for block in document.blocks:
        if block is area.table:
            break
        texts = [*texts, block.text] if isinstance(block, SourceParagraph) else []
    return texts

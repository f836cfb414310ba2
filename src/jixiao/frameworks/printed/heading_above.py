"""“一、预算管理指标（50分）” above a table: the level of its rows, or the part of the whole that they are."""

from __future__ import annotations

import re
from decimal import Decimal

from jixiao.documents.document import SourceDocument, SourceParagraph
from jixiao.frameworks.printed.outline import rank_in
from jixiao.frameworks.printed.printed_rows import PrintedRows
from jixiao.frameworks.printed.rows import LONGEST_HEADING
from jixiao.frameworks.printed.table_sections import ScoreArea
from jixiao.frameworks.wording.names import PrintedName, printed_name

_TABLE_NUMBER = re.compile(r"^附?表[一二三四五六七八九十\d]+(?:[-－]\d+)?[:：、\s]*")
_PARTS = ("指标", "部分")
_WHOLE = Decimal(100)
_ALL_LEVELS = 3  # columns of levels, above which no heading is one


def begin_heading_above(
    found: PrintedRows, document: SourceDocument, section: ScoreArea
) -> PrintedName | None:
    """The part of the whole that is named there, if the columns of the table have every level."""
    above = ""
    for block in document.blocks:
        if block is section.table:
            break
        above = block.text if isinstance(block, SourceParagraph) else ""
    above = row_above(section) or above
    name = printed_name(_TABLE_NUMBER.sub("", above))
    if not (name.text and name.weight and name.weight.value < _WHOLE and len(above) <= LONGEST_HEADING):
        return None
    if len(section.columns.levels) >= _ALL_LEVELS:
        return name if name.text.endswith(_PARTS) else None
    rank = rank_in(above)  # 二、 among its rows is no part of 一、 above it
    found.begin_heading(-1 if rank is None else rank, name.text)
    found.weigh_level(found.headed, name.weight)
    return None


def row_above(section: ScoreArea) -> str:
    """What stands alone in the row above the first header of a worksheet."""
    rows = [row for row in section.table.rows if row < section.columns.first_row]
    cells = section.table.rows[max(rows)].values() if rows else ()
    texts = [cell.text for cell in cells if cell.text.strip()]
    return texts[0] if len(texts) == 1 else ""

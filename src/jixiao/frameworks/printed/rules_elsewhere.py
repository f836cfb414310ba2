"""“计分方法见‘评分规则’工作表”: a worksheet of sentences that says how the rows of a form are scored."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from jixiao.documents.document import SourceDocument, SourceTable
from jixiao.frameworks.wording.texts import tidy

_NAMED = re.compile("规则|办法|说明|标准|方法|口径|须知")
_SENTENCE = re.compile(r"[。；;]")
_FEWEST = 2  # sentences


def is_rules(table: SourceTable) -> bool:
    """Whether it is a visible worksheet with one sentence a row, under a name that promises rules."""
    texts = [[cell.text for cell in cells.values() if cell.text.strip()] for cells in table.rows.values()]
    said = [row[0] for row in texts if row]
    alone = all(len(row) < _FEWEST for row in texts)
    named = bool(said) and bool(_NAMED.search(tidy(table.place.sheet + said[0])))
    sentences = [text for text in said if _SENTENCE.search(text)]
    return alone and named and not table.hidden and len(sentences) >= _FEWEST


def rules_elsewhere(document: SourceDocument, taken: Collection[int]) -> Iterator[str]:
    """The sentences of such sheets. `taken`: the numbers of the tables that hold the rows."""
    for number, table in enumerate(document.tables):
        if number not in taken and table.place.sheet and is_rules(table):
            texts = (cell.text for cells in table.rows.values() for cell in cells.values())
            yield from (text for text in texts if text.strip())

"""Notes below a score table that change points or grades beside its rows: told, for no row says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.frameworks.texts import prose, shown
from jixiao.frameworks.words import score_table_words

_LINE = re.compile(r"[\n。]|(?=(?<![\d.])\d{1,2}[.、](?!\d))")


def note_remarks(notes: str) -> Iterator[str]:
    """加分, vetoes, caps: what the rows cannot say; how a form scores its targets is read with them."""
    words = score_table_words()
    for line in _LINE.split(notes):
        text = prose(line)
        told = words.found(words.rows, "telling_notes", text)
        if told and not words.found(words.rows, "read_notes", text):
            yield f"表下写着“{shown(line)}”，没有纳入计分，由人处理"

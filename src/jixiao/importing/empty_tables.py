"""The sentence under a table without figures that says why it has none."""

from __future__ import annotations

from jixiao.importing.blocks import Header
from jixiao.importing.guide import Words
from jixiao.importing.labels import tight
from jixiao.importing.regions import Region

SENTENCE = 8  # letters; a shorter text under a table is no note


def empty_note(region: Region, header: Header, words: Words) -> str:
    """The sentence, without the word that begins a note; empty if there is none."""
    texts = [
        tight(cell.text)
        for row in region.rows
        if row > header.last
        for cell in region.sheet.rows[row].values()
    ]
    sentences = (part for text in texts for part in text.replace("；", "。").split("。"))
    for sentence in sentences:
        if len(sentence) >= SENTENCE and any(word in sentence for word in words.absent):
            mark = next((word for word in words.notes if sentence.startswith(word)), "")
            return sentence.removeprefix(mark).lstrip("：:、.123456789") + "。"
    return ""

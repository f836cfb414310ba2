"""A finished part with marks -> the part without them, and where in it each printed value stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from jixiao.report.language.marks import OPEN, Ledger, pieces, unmarked

# What a place is counted by: paragraphs in the order of their beginnings, and in them characters of text; a
# tab or line break is one. `reading` counts in the same way.
_COUNTED = re.compile(r"<w:p(?=[ />])|<w:tab/>|<w:(?:br|cr)(?=[ />])|<w:t(?: [^>]*)?>([^<]+)</w:t>")
_PARAGRAPH = "<w:p"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something that was printed, or a part of it that stands in one paragraph."""

    part: str
    paragraph: int  # from 0
    start: int
    end: int
    text: str
    value: object  # None for the number of an item or heading


def taken(part: str, marked: bytes, ledger: Ledger) -> tuple[bytes, tuple[Occurrence, ...]]:
    """The part as it goes into the file, and what was printed in it."""
    text = marked.decode("utf-8")
    if OPEN not in text:
        return marked, ()
    return unmarked(text).encode("utf-8"), tuple(_occurrences(part, text, ledger))


def _occurrences(part: str, xml: str, ledger: Ledger) -> Iterator[Occurrence]:
    paragraph, position, said = -1, 0, ""
    index: int | None = None
    start = -1  # of what is open; -1 if nothing is

    def closed() -> Occurrence:
        value = None if index is None else ledger[index]
        return Occurrence(part, paragraph, start, position, said, value)

    for match in _COUNTED.finditer(xml):
        if match[0] == _PARAGRAPH:
            if said:
                yield closed()
            paragraph, position, said = paragraph + 1, 0, ""
            start = 0 if start >= 0 else -1
        elif match[1] is None:
            position, said = position + 1, f"{said}\t" if said else ""
        elif start < 0 and OPEN not in match[1]:
            position += len(unescape(match[1]))
        else:
            for kind, number, text in pieces(unescape(match[1])):
                if kind == "text":
                    position += len(text)
                    said += text if start >= 0 else ""
                elif kind == "open":
                    index, start = number, position
                elif start >= 0:
                    if said:
                        yield closed()
                    start, said = -1, ""

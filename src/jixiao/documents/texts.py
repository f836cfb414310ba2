"""Bytes -> text, also where nobody says how it is encoded; a plain text file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jixiao.documents.document import SourceParagraph, SourcePlace
from jixiao.workbook.file.cells import CONTROL

_MARKED = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_PAGE = "\f"
TEXT = ".txt"  # how the name of one ends


def decoded(content: bytes) -> str:
    """By its first bytes, or UTF-8, or GBK: systems that export GBK often forget to say so."""
    for mark, encoding in _MARKED.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    for encoding in ("utf-16-le", "utf-16-be"):
        if content.startswith("<".encode(encoding)):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = len(content) - error.start < len("汉".encode()) and error.reason == "unexpected end of data"
        return content.decode("utf-8" if cut else "gb18030", errors="replace")


def is_text(path: Path, beginning: bytes) -> bool:
    """Whether a file is called a text, and is one."""
    return path.suffix.lower() == TEXT and bool(beginning) and not CONTROL.search(_written(beginning))


def _written(content: bytes) -> str:
    return decoded(content).replace(_PAGE, "\n")


def read_text(path: Path) -> Iterator[SourceParagraph]:
    """Each line is a paragraph; a form feed begins a page, a blank line parts those of one page."""
    pages = decoded(path.read_bytes()).split(_PAGE)
    number = 0
    for page, text in enumerate(pages, 1):
        apart = begun = False
        for line in text.splitlines():
            if line.strip():
                number += 1
                place = SourcePlace(page=page if len(pages) > 1 else 0, paragraph=number)
                yield SourceParagraph(line.strip(), place, apart=apart and begun)
                begun = True
            apart = not line.strip()

"""A Word document as lines of text, so that a diff can be read: one line per paragraph and per table row."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from jixiao.report.word.parts import DOCUMENT, STYLES
from jixiao.report.word.wordml import DRAWN, heading_levels, paragraph_style, parse, w

SIGNS = {w("tab"): "\t", w("br"): "⏎", w("cr"): "⏎"}


def projection(document: bytes) -> str:
    """Headers and footers first, then the body; headings behind # signs, table cells between bars."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        names = archive.namelist()
        levels = heading_levels(archive.read(STYLES) if STYLES in names else None)
        lines = []
        for name in sorted(names):
            if name.startswith(("word/header", "word/footer")):
                lines += [
                    f"[{name.removeprefix('word/')}] {line}" for line in _lines(archive.read(name), levels)
                ]
        lines += _lines(archive.read(DOCUMENT), levels)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _lines(part: bytes, levels: Mapping[str, int]) -> Iterator[str]:
    root = parse(part)
    body = root.find(w("body"))
    for element in root if body is None else body:
        if element.tag == w("p"):
            level = levels.get(paragraph_style(element), 0)
            yield ("#" * level + " " if level else "") + _text(element)
        elif element.tag == w("tbl"):
            for row in element.findall(w("tr")):
                yield "| " + " | ".join(_cell(cell) for cell in row.findall(w("tc"))) + " |"


def _cell(cell: etree._Element) -> str:
    return " / ".join(_text(paragraph) for paragraph in cell.findall(w("p")))


def _text(paragraph: etree._Element) -> str:
    pieces = []
    for child in paragraph:
        if child.tag == w("fldSimple"):
            pieces.append(f"‹{child.get(w('instr'), '').strip()}›")
        elif child.tag != w("pPr"):
            pieces += [_piece(part) for part in child.iter(*SIGNS, w("t"), DRAWN)]
    return "".join(pieces)


def _piece(part: etree._Element) -> str:
    """Text as it is, a sign for what Word keeps as an element, a picture or chart by its alternative text."""
    if part.tag == DRAWN:
        return f"‹图：{part.get('descr', '')}›"
    return SIGNS.get(str(part.tag), part.text or "")


def write_projection(template: Path) -> Path:
    """Write the projection of a template beside it, under the same name with .txt."""
    text = template.with_suffix(".txt")
    text.write_text(projection(template.read_bytes()), encoding="utf-8", newline="\n")
    return text


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        print(write_projection(Path(argument)))

"""A Word file opened for tests of its looks: styles as they work out, sections, tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from report.filled import PACK

from jixiao.report.language.style_file import load_style
from jixiao.report.word.wordml import parse, w

TEMPLATES = tuple(
    PACK.reports / outline.file for outline in load_style(PACK.reports, PACK.form.units.factors).outlines
)
TWIPS_PER_MM = 1440 / 25.4


class Opened:
    """The parts of a .docx as trees."""

    def __init__(self, source: Path | bytes) -> None:
        content = source if isinstance(source, bytes) else source.read_bytes()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.parts = {
                name: parse(archive.read(name)) for name in archive.namelist() if "xml" in name[-5:]
            }
        self.body = self.parts["word/document.xml"].find(w("body"))
        found = self.parts["word/styles.xml"].findall(w("style"))
        self.styles = {_value(style, "name"): style for style in found}
        self.ids = {style.get(w("styleId")): style for style in found}

    def style(self, name: str, path: str) -> str:
        """What a style says, or the one it is based on, or the defaults: `path` is rPr/sz, pPr/jc@val …"""
        path, _, attribute = path.partition("@")
        style = self.styles[name]
        while style is not None:
            found = style.find("/".join(map(w, path.split("/"))))
            if found is not None and (said := found.get(w(attribute or "val"))) is not None:
                return said
            if found is not None and not attribute:
                return "1"
            style = self.ids.get(_value(style, "basedOn"))
        default = self.parts["word/styles.xml"].find(
            f"{w('docDefaults')}/*/" + "/".join(map(w, path.split("/")))
        )
        return "" if default is None else default.get(w(attribute or "val"), "")

    def fonts(self, name: str) -> set[str]:
        """The fonts of a style for Chinese and for western characters."""
        return {self.style(name, f"rPr/rFonts@{script}") for script in ("eastAsia", "ascii", "hAnsi")}

    @property
    def sections(self) -> list[dict[str, int]]:
        """Page size and margins of each section, in twips."""
        sizes = []
        for section in self.body.iter(w("sectPr")):
            numbers = {**section.find(w("pgSz")).attrib, **section.find(w("pgMar")).attrib}
            sizes.append({etree.QName(key).localname: int(v) for key, v in numbers.items() if v.isdigit()})
        return sizes

    @property
    def tables_and_room(self) -> Iterator[tuple[etree._Element, int]]:
        """Each table with the width between the margins of its section."""
        waiting: list[etree._Element] = []
        rooms = [page["w"] - page["left"] - page["right"] for page in self.sections]
        for element in self.body:
            if element.tag == w("tbl"):
                waiting.append(element)
            if element.tag == w("sectPr") or element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
                room = rooms.pop(0)
                yield from ((table, room) for table in waiting)
                waiting = []

    @property
    def tables(self) -> list[etree._Element]:
        return self.body.findall(w("tbl"))

    def used_styles(self) -> set[str]:
        return {_value(properties, "pStyle") for properties in self.paragraph_properties()}

    def paragraph_properties(self) -> Iterator[etree._Element]:
        for name, part in self.parts.items():
            if name.startswith("word/") and name != "word/styles.xml":
                yield from part.iter(w("pPr"))


def _value(element: etree._Element, child: str) -> str:
    found = element.find(w(child))
    return "" if found is None else found.get(w("val"), "")

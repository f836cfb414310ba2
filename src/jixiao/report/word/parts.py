"""The parts of a Word file: how those that matter here are called, and which parts a part leads to."""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from jixiao.report.word.wordml import OFFICE, parse

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
TYPES = "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
# The parts in which the text of a document stands.
TEXT_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATION = f"{{{PACKAGE}/relationships}}Relationship"
CHART_RELATION = f"{OFFICE}/chart"


def relations_of(part: str) -> str:
    """The part that holds the relations of a part."""
    folder, file = posixpath.split(part)
    return f"{folder}/_rels/{file}.rels"


def target_of(relation: etree._Element, folder: str) -> str:
    """The part that a relation leads to; one that begins with a slash counts from the file's root."""
    return posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/")


def chart_parts(relations: bytes) -> dict[str, str]:
    """Id of a relation of the document -> the part of the chart that it leads to."""
    found = (one for one in parse(relations).iter(RELATION) if one.get("Type") == CHART_RELATION)
    return {one.get("Id", ""): target_of(one, "word") for one in found}

"""The charts of a template that a tag gives data to: taken out of its parts, drawn anew in each report."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping

import msgspec
from lxml import etree

from jixiao.report.charts.drawn import Pattern, pattern_of
from jixiao.report.wordml import OFFICE, parse

TYPES = "[Content_Types].xml"
RELATIONS = "word/_rels/document.xml.rels"
CHART_RELATION, BOOK_RELATION = f"{OFFICE}/chart", f"{OFFICE}/package"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = f"{{{_PACKAGE}/relationships}}Relationship"
_NO_RELATIONS = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()

Parts = dict[str, bytes]  # all or some of the file, in order


class Original(msgspec.Struct, frozen=True):
    """A chart as its author drew it: its part, the workbook in it, and the id by which it knows that."""

    chart: bytes
    book: bytes  # empty if the chart has none, and then Word cannot edit it
    book_id: str
    pattern: Pattern


class UnusualParts(Exception):  # noqa: N818 - becomes a TemplateError
    """The parts that name the charts are not written as Word writes them."""


def taken_out(
    members: Mapping[str, bytes], identities: Collection[str], others: Collection[str]
) -> tuple[Parts, dict[str, Original]]:
    """The parts without the charts of these relations and what goes with them; and the charts.

    What the relations of `others` lead to stays, too. Raises UnusualParts.
    """
    if not identities:
        return dict(members), {}
    relations = parse(members.get(RELATIONS, _NO_RELATIONS))
    originals: dict[str, Original] = {}
    gone: set[str] = set()
    for relation in list(relations.iter(_RELATION)):
        chart, identity = _target("word", relation), relation.get("Id", "")
        if identity in identities and relation.get("Type") == CHART_RELATION and chart in members:
            originals[identity], parts = _original(members, chart)
            if identity not in others:
                gone |= parts
                relations.remove(relation)
    for chart in [_target("word", relation) for relation in relations.iter(_RELATION)]:
        gone -= {chart, *_beside(members, chart)}
    kept = {name: content for name, content in members.items() if name not in gone}
    relations.text = relations.text or ""  # an empty one keeps its end tag, before which more can be put
    kept[RELATIONS] = _serialized(relations)
    kept[TYPES] = _without_types(members[TYPES], gone)
    if not kept[RELATIONS].endswith(b"</Relationships>") or not kept[TYPES].endswith(b"</Types>"):
        raise UnusualParts
    return kept, originals


def _beside(members: Mapping[str, bytes], chart: str) -> set[str]:
    """The relations of a chart, and the parts that they lead to."""
    relations = relations_of(chart)
    inner = parse(members.get(relations, _NO_RELATIONS)).iter(_RELATION)
    return {relations, *(_target(posixpath.dirname(chart), one) for one in inner)}


def chart_parts(relations: bytes) -> dict[str, str]:
    """Id of a relation of the document -> the part of the chart that it leads to."""
    found = (one for one in parse(relations).iter(_RELATION) if one.get("Type") == CHART_RELATION)
    return {one.get("Id", ""): _target("word", one) for one in found}


def _original(members: Mapping[str, bytes], chart: str) -> tuple[Original, set[str]]:
    """A chart, and the parts that are there for it alone: style1.xml, colors1.xml are for Word's dialogs."""
    inner = parse(members.get(relations_of(chart), _NO_RELATIONS)).iter(_RELATION)
    parts = {chart, *_beside(members, chart)}
    book = next((one for one in inner if one.get("Type") == BOOK_RELATION), None)
    pattern = pattern_of(members[chart])
    if book is None:
        return Original(members[chart], b"", "", pattern), parts
    content = members.get(_target(posixpath.dirname(chart), book), b"")
    return Original(members[chart], content, book.get("Id", ""), pattern), parts


def _target(folder: str, relation: etree._Element) -> str:
    """The part that a relation leads to; one that begins with a slash counts from the file's root."""
    return posixpath.normpath(posixpath.join(folder, relation.get("Target", ""))).lstrip("/")


def relations_of(part: str) -> str:
    """The part that holds the relations of a part."""
    folder, file = posixpath.split(part)
    return f"{folder}/_rels/{file}.rels"


def _without_types(types: bytes, gone: Collection[str]) -> bytes:
    root = parse(types)
    for one in list(_declarations(root)):
        if one.get("PartName", "").removeprefix("/") in gone:
            root.remove(one)
    return _serialized(root)


def _declarations(types: etree._Element) -> Iterator[etree._Element]:
    return types.iter(f"{{{_PACKAGE}/content-types}}Override")


def _serialized(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

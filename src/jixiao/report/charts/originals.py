"""The charts of a template that a tag gives data to: taken out of its parts, drawn anew in each report."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping

import msgspec
from lxml import etree

from jixiao.report.charts.pattern import Pattern, pattern_of
from jixiao.report.word.parts import (
    CHART_RELATION,
    PACKAGE,
    RELATION,
    RELATIONS,
    TYPES,
    relations_of,
    target_of,
)
from jixiao.report.word.wordml import OFFICE, parse

BOOK_RELATION = f"{OFFICE}/package"
_NO_RELATIONS = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()

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
    for relation in list(relations.iter(RELATION)):
        chart, identity = target_of(relation, "word"), relation.get("Id", "")
        if identity in identities and relation.get("Type") == CHART_RELATION and chart in members:
            originals[identity], parts = _original(members, chart)
            if identity not in others:
                gone |= parts
                relations.remove(relation)
    for chart in [target_of(relation, "word") for relation in relations.iter(RELATION)]:
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
    inner = parse(members.get(relations, _NO_RELATIONS)).iter(RELATION)
    return {relations, *(target_of(one, posixpath.dirname(chart)) for one in inner)}


def _original(members: Mapping[str, bytes], chart: str) -> tuple[Original, set[str]]:
    """A chart, and the parts that are there for it alone: style1.xml, colors1.xml are for Word's dialogs."""
    inner = parse(members.get(relations_of(chart), _NO_RELATIONS)).iter(RELATION)
    parts = {chart, *_beside(members, chart)}
    book = next((one for one in inner if one.get("Type") == BOOK_RELATION), None)
    pattern = pattern_of(members[chart])
    if book is None:
        return Original(members[chart], b"", "", pattern), parts
    content = members.get(target_of(book, posixpath.dirname(chart)), b"")
    return Original(members[chart], content, book.get("Id", ""), pattern), parts


def _without_types(types: bytes, gone: Collection[str]) -> bytes:
    root = parse(types)
    for one in list(_declarations(root)):
        if one.get("PartName", "").removeprefix("/") in gone:
            root.remove(one)
    return _serialized(root)


def _declarations(types: etree._Element) -> Iterator[etree._Element]:
    return types.iter(f"{{{PACKAGE}/content-types}}Override")


def _serialized(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

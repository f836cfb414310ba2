"""The part of a Word file that holds what its comments say, declared where it is new."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Protocol

from lxml import etree

from jixiao.report.word.parts import DOCUMENT, RELATION, TYPES, relations_of, target_of
from jixiao.report.word.wordml import MAIN, OFFICE, parse, w

COMMENTS = "word/comments.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = f"{OFFICE}/comments"
_EMPTY = f'<w:comments xmlns:w="{MAIN}"/>'.encode()
_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_NO_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # that no XML can hold


class CommentWords(Protocol):
    """What a comment says, and who says it when."""

    @property
    def lines(self) -> tuple[str, ...]: ...
    @property
    def author(self) -> str: ...
    @property
    def initials(self) -> str: ...
    @property
    def date(self) -> str: ...


def comments_part(members: Mapping[str, bytes], document: str = DOCUMENT) -> str:
    """The part that holds the comments, or would hold them."""
    relations = relations_of(document)
    for one in parse(members[relations]).iter(RELATION) if relations in members else ():
        target = target_of(one, posixpath.dirname(document))
        if one.get("Type") == _RELATION and target in members:
            return target
    return COMMENTS


def next_number(members: Mapping[str, bytes], document: str = DOCUMENT) -> int:
    """The first number that no comment has."""
    part = members.get(comments_part(members, document), _EMPTY)
    numbers = (one.get(w("id"), "") for one in parse(part).iter(w("comment")))
    return max((int(number) for number in numbers if number.isdecimal()), default=-1) + 1


def with_remarks(
    members: Mapping[str, bytes], remarks: Iterable[tuple[int, CommentWords]], document: str = DOCUMENT
) -> dict[str, bytes]:
    """The parts with further comments; those that are there stay. Raises what parsing a part may raise."""
    part = comments_part(members, document)
    root = parse(members.get(part, _EMPTY))
    for number, remark in remarks:
        root.append(etree.fromstring(_comment(number, remark)))
    declared = dict(members) if part in members else _declared(members, part, document)
    return declared | {part: etree.tostring(root, encoding="UTF-8", standalone=True)}


def _declared(members: Mapping[str, bytes], part: str, document: str) -> dict[str, bytes]:
    """The part is named among the content types and the relations of the document."""
    types = parse(members.get(TYPES, _NO_TYPES))
    etree.SubElement(types, _beside(types, "Override"), {"PartName": f"/{part}", "ContentType": _TYPE})
    file = relations_of(document)
    relations = parse(members.get(file, _NO_RELATIONS))
    target = posixpath.relpath(part, posixpath.dirname(document))
    said = {"Id": "rIdJixiaoComments", "Type": _RELATION, "Target": target}
    etree.SubElement(relations, _beside(relations, "Relationship"), said)
    changed = {TYPES: types, file: relations}
    return {
        **members,
        **{name: etree.tostring(root, encoding="UTF-8", standalone=True) for name, root in changed.items()},
    }


def _beside(root: etree._Element, name: str) -> str:
    """A name in the namespace of the root."""
    return f"{{{etree.QName(root).namespace}}}{name}"


def _comment(number: int, remark: CommentWords) -> str:
    lines = "".join(
        f"<w:p><w:r>{'<w:annotationRef/>' if index == 0 else ''}"
        f'<w:t xml:space="preserve">{_safe(line)}</w:t></w:r></w:p>'
        for index, line in enumerate(remark.lines)
    )
    when = f' w:date="{_safe(remark.date)}"' if remark.date else ""
    who = f'w:author="{_safe(remark.author)}" w:initials="{_safe(remark.initials)}"'
    return f'<w:comment xmlns:w="{MAIN}" w:id="{number}" {who}{when}>{lines}</w:comment>'


def _safe(text: str) -> str:
    return escape(_CONTROLS.sub("?", text))

"""A report carries its document as it was made, so that what people have changed since can be told anywhere.

It lies there compressed as the text of a custom XML part, which Word and LibreOffice keep when they save; the
document is compressed once for both places. (A whole document there, LibreOffice would read, and fail.)
A part that is gone only means that changes are not carried over.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping

import msgspec

from jixiao.archives import Member, Packed, content_of, stored
from jixiao.report.word.parts import DOCUMENT, RELATIONS, TEXT_PART, TYPES
from jixiao.report.word.wordml import DAMAGED, OFFICE, parse

PART = "customXml/item90.xml"  # LibreOffice keeps only what is called so and has properties
_ABOUT, _ABOUT_RELATIONS = "customXml/itemProps90.xml", "customXml/_rels/item90.xml.rels"
_RELATION = f'<Relationship Id="rIdJixiaoMade" Type="{OFFICE}/customXml" Target="../{PART}"/></Relationships>'
_TYPE = (
    f'<Override PartName="/{_ABOUT}" ContentType="application/vnd.openxmlformats-officedocument.'
    'customXmlProperties+xml"/></Types>'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPERTIES = (
    f'{_HEAD}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"'
    ' ds:itemID="{A3C5D2B0-5A0E-4C7B-9F43-6A69786961F0}"><ds:schemaRefs/></ds:datastoreItem>'
)
_LEADS_THERE = (
    f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/customXmlProps" Target="itemProps90.xml"/></Relationships>'
)
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]+)</w:t>")
_DIGITS = re.compile(rb"[\d\s]")
_PARTS = re.compile(r"customXml/[^/]+\.xml")
_NO_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
SPACE_OF_OURS = "urn:jixiao:report-as-made"
_BEGIN, _END = f'{_HEAD}<made xmlns="{SPACE_OF_OURS}" others="', b"</made>"
MOST = 50 * 2**20  # bytes of a part that is looked into


def with_made_part(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """Declare the part among the relations of the document; rendering writes it."""
    if PART in members:
        return dict(members)
    relations = members.get(RELATIONS, _NO_RELATIONS)
    return {
        **members,
        TYPES: members[TYPES].replace(b"</Types>", _TYPE.encode()),
        RELATIONS: relations.replace(b"</Relationships>", _RELATION.encode()),
        PART: b"",
        _ABOUT: _PROPERTIES.encode(),
        _ABOUT_RELATIONS: _LEADS_THERE.encode(),
    }


class MadeReport(msgspec.Struct, frozen=True):
    """A report as it was made: its document, and a sum of the words of its headers, footers and notes."""

    document: bytes
    others: str


def made_part(document: Packed, members: Mapping[str, Member]) -> Packed:
    """The content of the part, from the parts as they go into the file."""
    begin = f'{_BEGIN}{sum_of_others(members)}">'.encode()
    return stored(b"".join((begin, b64encode(document.raw), _END)))


def sum_of_others(members: Mapping[str, Member]) -> str:
    """What tells whether somebody has changed a word outside the document, whatever the parts are called.

    Digits are left out: page numbers change by themselves.
    """
    texts = (
        _DIGITS.sub(b"", b"".join(_TEXT.findall(content_of(member))))
        for name, member in members.items()
        if name != DOCUMENT and TEXT_PART.fullmatch(name)
    )
    return f"{zlib.crc32(b'|'.join(sorted(set(texts)))):08x}"


def made_report(report: bytes) -> MadeReport | None:
    """The report as it was made, whatever programs have called the part since; None if it is gone."""
    try:
        with zipfile.ZipFile(io.BytesIO(report)) as archive:
            for info in archive.infolist():
                if _PARTS.fullmatch(info.filename) and info.file_size <= MOST:
                    content = archive.read(info)
                    if SPACE_OF_OURS.encode() in content:
                        root = parse(content)
                        document = _unpacked("".join(map(str, root.itertext())))
                        return None if document is None else MadeReport(document, root.get("others", ""))
    except DAMAGED:
        return None
    return None


def _unpacked(text: str) -> bytes | None:
    inflate = zlib.decompressobj(wbits=-15)
    document = inflate.decompress(b64decode(text), MOST)
    return document if inflate.eof else None


def others_of(report: bytes) -> str:
    """The sum of the words outside the document as they read now. Raises what DAMAGED lists."""
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        names = filter(TEXT_PART.fullmatch, archive.namelist())
        return sum_of_others({name: archive.read(name) for name in names})


def document_of(report: bytes) -> bytes:
    """The document as it reads now. Raises what DAMAGED lists, and KeyError."""
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        if archive.getinfo(DOCUMENT).file_size > MOST:
            raise ValueError("the document is too large")
        return archive.read(DOCUMENT)

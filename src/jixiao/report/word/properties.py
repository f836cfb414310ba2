"""Document properties: no clock in them, and a hash of the document by which a hand edit is noticed."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html import escape  # xml.sax.saxutils takes 20 ms to import

from lxml.etree import tostring

from jixiao.archives import Member, content_of, zipped
from jixiao.report.word.parts import DOCUMENT, STYLES, TEXT_PART, TYPES
from jixiao.report.word.wordml import DAMAGED, parse

APP = "docProps/app.xml"
CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"
HASH = "jixiao.document.sha256"
MADE = "jixiao.made.sha256"  # the same as it was before people's changes were carried over into it
BOOK = "jixiao.book"  # a digest of the workbook's name: a report goes to people whom that does not concern
_OURS = "jixiao."  # how the names of these begin
_LARGEST = 200 * 2**20  # bytes, unpacked
_DRAWN = ("word/charts/", "word/embeddings/")

_RELATIONS = "_rels/.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPERTIES = f"{_OFFICE}/custom-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one property set Word shows
_DATES = re.compile(
    r"<(dcterms:created|dcterms:modified|cp:lastModifiedBy|cp:lastPrinted|cp:revision)\b[^>]*?(?:/>|>.*?</\1>)",
    re.DOTALL,
)


def without_dates(core: bytes) -> str:
    """Core properties that say nothing about when and by whom the template was saved."""
    return _DATES.sub("", core.decode("utf-8"))


def with_custom_part(members: dict[str, bytes]) -> dict[str, bytes]:
    """Declare the part for custom properties; rendering writes it."""
    if CUSTOM in members:
        return members
    kind = f'<Override PartName="/{CUSTOM}" ContentType="{_CUSTOM_TYPE}"/></Types>'
    relation = (
        f'<Relationship Id="rIdJixiaoCustom" Type="{_OFFICE}/relationships/custom-properties"'
        f' Target="{CUSTOM}"/></Relationships>'
    )
    types = members[TYPES].replace(b"</Types>", kind.encode())
    relations = members[_RELATIONS].replace(b"</Relationships>", relation.encode())
    return members | {TYPES: types, _RELATIONS: relations, CUSTOM: b""}


def custom_part(properties: Mapping[str, str], own: bytes = b"") -> bytes:
    """Custom properties as text values, in the order given, behind those that a template has of its `own`."""
    values = [*_own_properties(own), *((name, _text_value(value)) for name, value in properties.items())]
    items = "".join(_property(number, *each) for number, each in enumerate(values, 2))
    spaces = f'xmlns="{_PROPERTIES}" xmlns:vt="{_OFFICE}/docPropsVTypes"'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<Properties {spaces}>{items}</Properties>".encode()


def _own_properties(part: bytes) -> Iterator[tuple[str, str]]:
    """Names and values as they are written, without those that an earlier report of ours has left."""
    try:
        root = parse(part) if part else None
    except DAMAGED:
        return
    for each in [] if root is None else root.iterchildren(f"{{{_PROPERTIES}}}property"):
        if not (name := each.get("name", "")).startswith(_OURS):
            yield name, "".join(tostring(value, encoding="unicode", with_tail=False) for value in each)


def _text_value(value: str) -> str:
    return f"<vt:lpwstr>{escape(value)}</vt:lpwstr>"


def _property(number: int, name: str, value: str) -> str:
    return f'<property fmtid="{_FORMAT}" pid="{number}" name="{escape(name)}">{value}</property>'


def stamp(members: Mapping[str, Member]) -> str:
    """What a report says about its own texts, styles and charts, so that a change by hand shows."""
    return _digest(members, lambda name: name == STYLES or TEXT_PART.fullmatch(name) is not None)


def _stamps(members: Mapping[str, Member]) -> Iterator[str]:
    """The stamp, and that of reports made before headers, footers, notes and styles counted."""
    yield stamp(members)
    yield _digest(members, lambda name: name == DOCUMENT)


def _digest(members: Mapping[str, Member], counts: Callable[[str], bool]) -> str:
    digest = hashlib.sha256()
    for name in sorted(name for name in members if counts(name) or name.startswith(_DRAWN)):
        digest.update(content_of(members[name]))
    return digest.hexdigest()


def stamp_of(report: bytes) -> str:
    """The stamp of a file. Raises what wordml.DAMAGED lists, and KeyError."""
    return stamp(_members(report))


def _members(report: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(report)) as archive:
        _refuse_swollen(archive)
        return {name: archive.read(name) for name in archive.namelist()}


def _refuse_swollen(archive: zipfile.ZipFile) -> None:
    """Raises BadZipFile for what unpacks to more than any report of ours."""
    if sum(member.file_size for member in archive.infolist()) > _LARGEST:
        raise zipfile.BadZipFile


def with_property(report: bytes, name: str, value: str) -> bytes:
    """A report of ours with one custom property more."""
    members = _members(report)
    number = members[CUSTOM].count(b"<property ") + 2
    item = _property(number, name, _text_value(value))
    members[CUSTOM] = members[CUSTOM].replace(b"</Properties>", f"{item}</Properties>".encode())
    return zipped(members)


def properties_of(report: bytes) -> dict[str, str]:
    """What a report says about itself, whoever has saved it since; empty if it says nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(report)) as archive:
            _refuse_swollen(archive)
            root = parse(archive.read(CUSTOM))
    except (*DAMAGED, KeyError):
        return {}
    named = (each for each in root.iterchildren("*") if each.get("name", "").startswith(_OURS))
    return {each.get("name", ""): "".join(map(str, each.itertext())) for each in named}


def edited(report: bytes) -> bool:
    """True if a report of ours reads otherwise than it was made, whoever has changed it."""
    about = properties_of(report)
    try:
        return HASH in about and about.get(MADE, about[HASH]) not in _stamps(_members(report))
    except (*DAMAGED, KeyError):
        return False


def _as_we_end_it(report: bytes) -> bool:
    """A zip with nothing before, behind or said about it: what is appended is somebody's."""
    return report.startswith(b"PK\3\4") and report[-22:-18] == b"PK\5\6" and report.endswith(bytes(2))


def untouched(report: bytes) -> bool:
    """True if the file is a report of ours exactly as we wrote it."""
    try:
        if not _as_we_end_it(report):
            return False
        members = _members(report)
        return any(each.encode() in members[CUSTOM] for each in _stamps(members))
    except (*DAMAGED, KeyError):
        return False

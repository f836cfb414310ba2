"""Filled workbooks, and what people, programs and accidents do to them."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from struct import unpack_from
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree
from msgspec.structs import replace
from shared import made_once

from jixiao.archives import add_packed, packed_member
from jixiao.building.workbook import built
from jixiao.inspection import Inspection
from jixiao.model.fact import Fact
from jixiao.model.filling import Entry, Filling
from jixiao.pack.filling import read_filling
from jixiao.pack.framework import Framework
from jixiao.pack.loading import data_folder, load_pack
from jixiao.pack.pack import Pack
from jixiao.pack.sections import RelationsSection, RowRelationsSection
from jixiao.pipeline import inspect
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.source import SavedBook
from jixiao.workbook.file.structure import BookStructure, read_structure
from jixiao.workbook.live.colours import COLOUR_SHEET
from jixiao.workbook.live.draft import DRAFT_SHEET
from jixiao.workbook.reading.filled_workbook import Reading, read_facts
from jixiao.workbook.written.build import build_workbook
from jixiao.write_back import workbook_with_results

REAL, BALANCED = "leiyang-2022", "leiyang-2022-balanced"
LIVE_SHEETS = ("勾稽关系", "逐行核对", DRAFT_SHEET, COLOUR_SHEET)
_NOTHING = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
)
_CELLS = re.compile(rb"(?<=<sheetData>).*(?=</sheetData>)", re.DOTALL)


@dataclass(frozen=True)
class Raw:
    """A cell as it stands in the file: its attributes but the address, and what is inside."""

    attributes: str
    inside: str


Typed = str | int | Decimal | Raw


@cache
def pack() -> Pack:
    return load_pack()


@cache
def sample(name: str = REAL) -> bytes:
    return made_once(f"{name}.xlsm", lambda: _sample(pack(), name))


@cache
def silent_sample(name: str = REAL) -> bytes:
    """The sample without live sheets."""
    return made_once(f"{name}-silent.xlsm", lambda: _sample(silent_pack(), name))


def _sample(of: Pack, name: str) -> bytes:
    """Made by the real function, also for those who ask while it is replaced: they are not the last."""
    filling = read_filling(data_folder("samples") / f"{name}.toml", of)
    return build_workbook(of, of.framework(of.form.framework), filling)


def book_with(entries: Mapping[str, Entry], groups: Mapping[str, tuple[Filling, ...]] | None = None) -> bytes:
    """A new workbook with some cells filled; without live sheets, at which no reader looks."""
    return built(silent_pack(), pack().form.framework, Filling(entries, groups or {}))


def silent_pack() -> Pack:
    return silent(pack())


@cache
def silent(of: Pack) -> Pack:
    """The pack without live sheets, at which no reader looks: its workbooks are built four times as fast."""
    live = (RelationsSection, RowRelationsSection)
    sheets = (s for s in of.form.sheets if not any(isinstance(section, live) for section in s.sections))
    return replace(of, form=replace(of.form, sheets=tuple(sheets)))


@contextmanager
def silently() -> Iterator[None]:
    """Whatever makes workbooks meanwhile, a command or a button, makes them without live sheets."""

    def build(of: Pack, framework: Framework | None, filling: Filling | None = None) -> bytes:
        return build_workbook(silent(of), framework, filling)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("jixiao.workbook.written.build.build_workbook", build)
        yield


def typed(book: bytes, cells: Mapping[str, Typed]) -> bytes:
    """The workbook after somebody typed into cells; the key is a name, with #2 for its second cell."""
    structure, roots = structure_of(book), {}
    for key, content in cells.items():
        name, _, number = key.partition("#")
        area = structure.names[name]
        part = structure.parts[area.sheet]
        root = roots.setdefault(part, etree.fromstring(package_of(book).part(part)))
        _type(root, f"{area.column}{area.first + int(number or 1) - 1}", content)
    return with_members(book, {part: etree.tostring(root) for part, root in roots.items()})


def _type(root: etree._Element, address: str, content: Typed) -> None:
    cell = root.find(f".//{{*}}c[@r='{address}']")
    raw = _raw(content)
    namespace = etree.QName(root).namespace
    new = etree.fromstring(f'<c xmlns="{namespace}" r="{address}" {raw.attributes}>{raw.inside}</c>')
    if cell.get("s"):
        new.set("s", cell.get("s"))
    cell.getparent().replace(cell, new)


def _raw(content: Typed) -> Raw:
    if isinstance(content, Raw):
        return content
    if isinstance(content, str):
        holder = etree.Element("t")
        holder.text = content
        return Raw('t="inlineStr"', f"<is>{etree.tostring(holder, encoding='unicode')}</is>")
    return Raw("", f"<v>{content}</v>")


def with_members(book: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """The file with members replaced, added, or (None) left out."""
    target = BytesIO()
    with ZipFile(BytesIO(book)) as source, ZipFile(target, "w", ZIP_DEFLATED) as out:
        for item in source.infolist():
            if item.filename not in changes:
                member = packed_member(book, item)  # as it lies there: quick
                item.flag_bits &= ~0x08
                add_packed(out, item, member)
            elif (content := changes[item.filename]) is not None:
                out.writestr(item, content, compresslevel=1)
        for name in changes.keys() - source.NameToInfo.keys():
            out.writestr(name, changes[name])
    return target.getvalue()


def with_text(book: bytes, member: str, old: str, new: str) -> bytes:
    """The file with a text of one member replaced; the text must be there."""
    content = package_of(book).part(member).decode()
    assert old in content
    return with_members(book, {member: content.replace(old, new).encode()})


def with_cells_of(book: bytes, *sheets: str) -> bytes:
    """The workbook with the cells of these sheets alone: openpyxl takes a second for all of them."""
    others = [part for sheet, part in structure_of(book).parts.items() if sheet not in sheets]
    return with_members(book, {part: _CELLS.sub(b"", package_of(book).part(part)) for part in others})


def with_only(book: bytes, *sheets: str) -> bytes:
    """The same without anything on the other sheets: merged cells, rules and looks take openpyxl as long."""
    others = [part for sheet, part in structure_of(book).parts.items() if sheet not in sheets]
    return with_members(book, dict.fromkeys(others, _NOTHING))


def without_live_cells(book: bytes) -> bytes:
    """The workbook without what its live sheets compute, which are six sevenths of it."""
    sheets = structure_of(book).parts
    return with_cells_of(book, *(sheet for sheet in sheets if sheet not in LIVE_SHEETS))


def raw_members(book: bytes) -> dict[str, bytes]:
    """Name of each member -> its compressed bytes as they stand in the file."""
    with ZipFile(BytesIO(book)) as archive:
        return {
            item.filename: _compressed(book, item.header_offset, item.compress_size)
            for item in archive.filelist
        }


def _compressed(book: bytes, offset: int, size: int) -> bytes:
    name, extra = unpack_from("<HH", book, offset + 26)
    start = offset + 30 + name + extra
    return book[start : start + size]


def package_of(book: bytes) -> Package:
    return Package(Path("book.xlsm"), book, ZipFile(BytesIO(book)))


def structure_of(book: bytes) -> BookStructure:
    return read_structure(package_of(book))


def part_of(book: bytes, sheet: str) -> str:
    return structure_of(book).parts[sheet]


def read(book: bytes) -> Reading:
    return read_facts(SavedBook(package_of(book)), pack())


def fact(book: bytes, term: str) -> Fact:
    return read(book).record.fields[term]


def saved(folder: Path, book: bytes, name: str = "工作簿.xlsm") -> Path:
    path = folder / name
    path.write_bytes(book)
    return path


def inspected(folder: Path, book: bytes) -> Inspection:
    return inspect(saved(folder, book), pack())


def after_run(folder: Path, book: bytes) -> bytes:
    """The workbook with its results written back."""
    return workbook_with_results(inspected(folder, book))


def cell_xml(book: bytes, sheet: str, address: str) -> etree._Element | None:
    root = etree.fromstring(package_of(book).part(part_of(book, sheet)))
    return root.find(f".//{{*}}c[@r='{address}']")


@lru_cache(maxsize=8)  # a column after the other is asked for
def shown(book: bytes, sheet: str) -> dict[str, str]:
    """What a sheet shows, cell by cell, as openpyxl reads it."""
    from openpyxl import load_workbook

    cells = load_workbook(BytesIO(with_only(book, sheet)), data_only=True)[sheet]
    return {cell.coordinate: str(cell.value) for row in cells for cell in row if cell.value is not None}

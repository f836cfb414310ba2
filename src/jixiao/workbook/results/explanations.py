"""The explanations beside findings: read from a workbook, or last year's offered in a new one."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import TypeVar

from jixiao.model.written_explanation import WrittenExplanation
from jixiao.pack.form import Form
from jixiao.pack.pack import Pack
from jixiao.pack.sections import FindingsSection, Held, ScorecardSection
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.patching import CellValue, SheetPatch, patch_sheet
from jixiao.workbook.file.row_height import text_height
from jixiao.workbook.file.saving import with_parts
from jixiao.workbook.file.source import CellSource
from jixiao.workbook.file.structure import Area, BookStructure, read_structure
from jixiao.workbook.reading.facts import as_shown

T = TypeVar("T", FindingsSection, ScorecardSection)

_SUM = "#"
STRAY = "未对应"  # key of an explanation that stands beside no finding; it is kept all the same
HEADING = (
    "上年的审核说明，供参考。问题今年再次出现时会移到它旁边；今年仍属实的，删去开头的“上年说明：”才算数。"
)


def read_explanations(source: CellSource, form: Form) -> dict[str, WrittenExplanation]:
    """What the accountant typed beside findings: key of the finding -> explanation."""
    section = section_of(form, FindingsSection)
    areas = areas_of(section, source.structure)
    typed, keys = areas.get("explanation"), areas.get("key")
    if typed is None or keys is None:
        return {}
    columns = [keys, areas["figures"]] if "figures" in areas else [keys]
    beside = (typed.beside(area.column).cells for area in columns)
    cells = source.cells(typed.sheet, typed.cells.union(*beside))
    found: dict[str, WrittenExplanation] = {}
    for row in sorted(map(typed.row, typed.cells & cells.keys())):
        shown = as_shown(cells[f"{typed.column}{row}"], source.is_date, source.structure.epoch_1904)
        text = shown.strip()
        key, *kept = (cells.get(f"{area.column}{row}") for area in columns)
        if text:
            figures = _figures(text, kept[0].text) if kept and kept[0] else ""
            found[key.text if key else f"{STRAY}{len(found) + 1}"] = WrittenExplanation(text, figures)
    return found


def keeps_figures(structure: BookStructure, form: Form) -> bool:
    """True if the sheet can keep an explanation with its figures: it is there, with all its columns."""
    return {"key", "explanation", "figures"} <= areas_of(section_of(form, FindingsSection), structure).keys()


def kept_figures(written: WrittenExplanation) -> str:
    """As a hidden cell keeps them, with a check sum that tells whether the text is still the same."""
    return f"{written.figures}{_SUM}{_check_sum(written.text)}" if written.figures else ""


def _figures(text: str, kept: str) -> str:
    """The figures of a text; none if it was written since they were kept."""
    figures, _, check_sum = kept.rpartition(_SUM)
    return figures if check_sum == _check_sum(text) else ""


def _check_sum(text: str) -> str:
    return f"{zlib.crc32(''.join(text.split()).encode()):08x}"


def with_offered(book: bytes, pack: Pack, explanations: Mapping[str, str]) -> bytes:
    """The new workbook with one row for each explanation, beside the key of its finding."""
    form = pack.form
    package = Package(pack.workbook, book, zipfile.ZipFile(BytesIO(book)))
    structure = read_structure(package)
    section = section_of(form, FindingsSection)
    areas = areas_of(section, structure)
    rows: list[dict[Held, str]] = [{"message": HEADING}]
    titles = {check.data.id: check.data.title for check in pack.checks}
    rows += [
        {"key": key, "message": titles.get(key.partition("@")[0], ""), "explanation": text}
        for key, text in explanations.items()
    ]
    widths = {column.holds: column.width for column in section.columns}
    cells = tuple(tuple(row.get(held) for held in areas) for row in rows)
    heights = tuple(max(text_height(text, widths[held]) for held, text in row.items()) for row in rows)
    patch = _patch(areas, cells, heights)
    part = structure.parts[areas["key"].sheet]
    return with_parts(package, {part: patch_sheet(package.sheet(part), patch)})


def _patch(
    areas: Mapping[Held, Area], rows: tuple[tuple[CellValue, ...], ...], heights: tuple[float, ...]
) -> SheetPatch:
    columns = tuple(area.column for area in areas.values())
    return SheetPatch(columns=columns, first=areas["key"].first, rows=rows, heights=heights)


def section_of(form: Form, kind: type[T]) -> T:
    """The one section of this kind; a result sheet has no second."""
    return next(section for sheet in form.sheets for section in sheet.sections if isinstance(section, kind))


def areas_of(section: FindingsSection | ScorecardSection, structure: BookStructure) -> dict[Held, Area]:
    """The columns that are still there: what a column holds -> its area."""
    found = {column.holds: structure.area(f"{section.name}.{column.label}") for column in section.columns}
    return {held: area for held, area in found.items() if area is not None}

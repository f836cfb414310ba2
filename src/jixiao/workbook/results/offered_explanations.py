"""Last year's explanations, offered in the result sheet of a new workbook."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from jixiao.pack.pack import Pack
from jixiao.pack.sections import FindingsSection, Held
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.patching import SheetPatch, patch_sheet
from jixiao.workbook.file.repacking import with_parts
from jixiao.workbook.file.row_height import text_height
from jixiao.workbook.file.structure import Area, read_structure
from jixiao.workbook.file.written_value import CellValue
from jixiao.workbook.results.result_areas import areas_of, section_of

HEADING = (
    "上年的审核说明，供参考。问题今年再次出现时会移到它旁边；今年仍属实的，删去开头的“上年说明：”才算数。"
)


def with_offered(book: bytes, pack: Pack, explanations: Mapping[str, str]) -> bytes:
    """The new workbook with one row for each explanation, beside the key of its finding."""
    form = pack.form
    package = Package(pack.workbook, book, zipfile.ZipFile(BytesIO(book)))
    structure = read_structure(package)
    section = section_of(form, FindingsSection)
    areas = areas_of(section, structure, pack)
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

"""The workbook with its result sheets patched: what else that makes untrue goes, all other parts stay."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from jixiao.pack.pack import Pack
from jixiao.workbook.file.calculation_flag import calculated_on_load, is_calculated_on_load
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.patching import SheetPatch, patch_sheet
from jixiao.workbook.file.print_areas import with_print_areas
from jixiao.workbook.file.relations import is_signed, main_part
from jixiao.workbook.file.repacking import with_parts
from jixiao.workbook.file.structure import BookStructure


def with_results(
    package: Package,
    structure: BookStructure,
    pack: Pack,
    patches: Mapping[str, SheetPatch],
    areas: Mapping[str, str],
) -> bytes:
    """The file with the patches applied to its sheets, and their print areas set.

    Every other part is byte for byte as it was, but for what the change makes untrue: signatures, and the
    list of formulas if one of them was written over.
    """
    main = main_part(package)
    book = package.part(main)
    if not is_calculated_on_load(book) and _needs_calculation(package, structure, pack, patches):
        book = calculated_on_load(book)
    parts: dict[str, bytes | None] = {}
    chained = False
    for sheet, patch in patches.items():
        part = structure.parts[sheet]
        root = package.sheet(part)
        formulas = _formulas(root)
        parts[part] = patch_sheet(root, patch)
        chained = chained or (formulas > 0 and _formulas(root) < formulas)
    return with_parts(package, {**_untrue(package, chained), **parts, main: with_print_areas(book, areas)})


def _formulas(root: etree._Element) -> int:
    data = root.find("{*}sheetData")
    return 0 if data is None else sum(1 for _ in data.iter("{*}f"))


def _needs_calculation(
    package: Package, structure: BookStructure, pack: Pack, patches: Mapping[str, SheetPatch]
) -> bool:
    from jixiao.workbook.results.recalculation import needs_calculation  # a new workbook says so itself

    return needs_calculation(package, structure, pack, patches)


def _untrue(package: Package, chained: bool) -> dict[str, bytes | None]:
    """`chained`: a cell has lost its formula."""
    if not chained and not is_signed(package):
        return {}
    from jixiao.workbook.file.dropping import without_untrue  # few files need it

    return without_untrue(package, chain=chained)

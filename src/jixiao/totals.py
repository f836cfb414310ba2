"""Blank totals that their parts make out: typed into a workbook, and marked there until somebody looked."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import msgspec
from msgspec.structs import replace

from jixiao.checks.offered_totals import OfferedTotal
from jixiao.checks.total_findings import marked
from jixiao.inspection import Inspection
from jixiao.model.errors import UnusableInput
from jixiao.model.fact import Kind
from jixiao.pack.pack import Pack
from jixiao.pipeline import inspect, inspect_source
from jixiao.workbook.file.cells import formula_cells
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.patching import SheetPatch
from jixiao.workbook.file.saving import Saved, save_results
from jixiao.workbook.file.source import SavedBook
from jixiao.workbook.file.written_value import CellValue
from jixiao.workbook.results.explanations import keeps_figures
from jixiao.workbook.results.patched_book import with_results
from jixiao.write_back import workbook_with_results

NO_RESULTS = "“校验结果”表不见了或被改动过，代填的数没有地方标明，没有代填。请从备份中找回这张表。"


class FilledTotals(msgspec.Struct, frozen=True):
    """`inspection` is of the workbook as it is now; `filled` is what was typed, and `saved` where."""

    inspection: Inspection
    filled: tuple[OfferedTotal, ...]
    saved: Saved


def fill_totals(path: Path, pack: Pack | None = None, rules: Iterable[Path] = ()) -> FilledTotals:
    """Type the totals that `inspect` offers into their blank cells; what anybody has typed stays.

    The result sheets are written anew and say which figures are the tool's.
    Raises UnusableInput if the workbook cannot be worked on, OSError if it cannot be written.
    """
    rules = tuple(rules)
    before = inspect(path, pack, rules)
    offers = tuple(_writable(before))
    if not offers:
        return FilledTotals(before, (), Saved(path))
    if not keeps_figures(before.source.structure, before.pack):
        raise UnusableInput(NO_RESULTS)
    typed = _reopened(before.package, _typed(before, offers))
    now = inspect_source(typed, pack, rules)
    told = replace(now, explanations={**now.explanations, **marked(offers, now.explanations)})
    after = inspect_source(_reopened(before.package, workbook_with_results(told)), pack, rules)
    saved = save_results(before.package, workbook_with_results(after), path.parent)
    return FilledTotals(after, offers, saved)


def _writable(inspection: Inspection) -> Iterator[OfferedTotal]:
    """Those whose cells hold nothing at all: a formula that shows nothing was typed by somebody."""
    formulas: dict[str, set[str]] = {}
    for offer in inspection.offered:
        place = offer.fact.place
        if place is None:
            continue
        if place.sheet not in formulas:
            part = inspection.reading.structure.parts[place.sheet]
            formulas[place.sheet] = formula_cells(inspection.package, part)
        if place.cell not in formulas[place.sheet]:
            yield offer


def _typed(inspection: Inspection, offers: Iterable[OfferedTotal]) -> bytes:
    factor = inspection.reading.unit.factor
    sheets: dict[str, dict[str, CellValue]] = {}
    for offer in offers:
        assert offer.fact.place is not None
        value = offer.value / factor if offer.fact.kind is Kind.AMOUNT else offer.value
        sheets.setdefault(offer.fact.place.sheet, {})[offer.fact.place.cell] = value
    patches = {sheet: SheetPatch(cells) for sheet, cells in sheets.items()}
    return with_results(inspection.package, inspection.reading.structure, inspection.pack, patches, {})


def _reopened(package: Package, content: bytes) -> SavedBook:
    """The workbook as it would be read from its file."""
    return SavedBook(Package(package.path, content, zipfile.ZipFile(BytesIO(content))))

"""An inspection -> its results in the workbook: what is written where, what is printed; for pipeline.py."""

from __future__ import annotations

from jixiao.inspection import Inspection
from jixiao.workbook.file.patching import SheetPatch
from jixiao.workbook.results.patched_book import with_results
from jixiao.workbook.results.print_areas import print_areas
from jixiao.workbook.results.result_sheets import Results, last_run, result_patches


def workbook_with_results(inspection: Inspection) -> bytes:
    """The workbook with its result sheets filled, its line about the last run, and what is to be printed."""
    structure = inspection.reading.structure
    patches = last_run(inspection.source, inspection.pack, _results(inspection)) | patches_of(inspection)
    return with_results(inspection.package, structure, inspection.pack, patches, print_areas_of(inspection))


def print_areas_of(inspection: Inspection) -> dict[str, str]:
    """What is to be printed of the sheets, by their names."""
    return print_areas(inspection.reading, inspection.pack)


def patches_of(inspection: Inspection) -> dict[str, SheetPatch]:
    """What is to be written into the result sheets, by the sheets' names."""
    return result_patches(inspection.source, inspection.pack, _results(inspection))


def _results(inspection: Inspection) -> Results:
    return Results(
        findings=inspection.findings,
        others=inspection.others,
        counts=inspection.counts,
        scorecard=inspection.scorecard,
        explanations=inspection.explanations,
    )

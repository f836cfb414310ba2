"""What other programs have loaded and saved again is read like the workbook that they were given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from workbook import programs
from workbook.books import inspected, pack, silent_sample
from workbook.excel_saved import saved_by_excel

from jixiao.inspection import Inspection
from jixiao.pipeline import inspect, run

pytestmark = [
    pytest.mark.exhaustive,
    pytest.mark.filterwarnings("ignore:.* extension is not supported"),  # says openpyxl, and drops it
]
needs_node = pytest.mark.skipif(not programs.has_node(), reason="no Node with exceljs and SheetJS")
needs_wolfxl = pytest.mark.skipif(not programs.has_wolfxl(), reason="wolfxl is not installed")
PROGRAMS = [
    programs.by_openpyxl,
    programs.by_pandas,
    pytest.param(programs.by_wolfxl, marks=needs_wolfxl),
    pytest.param(programs.by_exceljs, marks=needs_node),
    pytest.param(programs.by_sheetjs, marks=needs_node),
]


def told(inspection: Inspection) -> list[tuple[str, str]]:
    """What is said of the figures; programs may lose what only the looks of the file need."""
    return [(finding.id, finding.message) for finding in inspection.findings if finding.id[:6] != "RESULT"]


def held(path: Path) -> None:
    """The file gives the same facts and findings, and a run writes its results into it."""
    before, after = inspected(path.parent, silent_sample()), inspect(path, pack())
    assert after.record == before.record
    assert told(after) == told(before)
    assert run(path, pack()).workbook == path
    assert told(inspect(path, pack())) == told(before)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.__name__)
@pytest.mark.parametrize("book", [silent_sample, saved_by_excel], ids=["new", "saved by Excel"])
def test_a_round_trip_changes_nothing_that_counts(
    program: Callable[[Path, Path], None], book: Callable[[], bytes], tmp_path: Path
) -> None:
    source, target = tmp_path / "原.xlsx", tmp_path / "某局2022.xlsx"
    source.write_bytes(book())
    program(source, target)
    held(target)


def test_so_does_a_round_trip_through_libreoffice(office: ModuleType, tmp_path: Path) -> None:
    source = tmp_path / "某局2022.xlsm"
    source.write_bytes(saved_by_excel())
    (target,) = office.recalculate([source], tmp_path / "out")
    held(target)

"""The macros: their source, and the VBA project that the built workbook carries."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

EXTENSION = ".bas"


def sources() -> dict[str, str]:
    """Name of a module -> its source as it lies in macros/: ASCII, line ends of Unix."""
    folder = files("jixiao.workbook.written") / "macros"
    found = sorted(file.name for file in folder.iterdir() if file.name.endswith(EXTENSION))
    return {name.removesuffix(EXTENSION): (folder / name).read_text(encoding="ascii") for name in found}


@cache
def vba_project(sheets: int) -> bytes:
    """vbaProject.bin for a workbook with that many sheets, whose code names are Sheet1, Sheet2 …

    It depends on nothing else, so the same sources give the same bytes.
    """
    from pyopenvba import ExcelFile

    with TemporaryDirectory(prefix="jixiao-") as folder:
        blank = Path(folder, "blank.xlsm")
        _write_blank(blank, sheets)
        with ExcelFile(blank) as book:
            project = book.add_vba_project()
            for name, source in sources().items():
                project.add_module(name, source.replace("\n", "\r\n"))
            book.save(blank.with_stem("macros"))
        with ExcelFile(blank.with_stem("macros")) as book:
            return bytes(book.vba_project_bytes())


def _write_blank(path: Path, sheets: int) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
        for _ in range(sheets):
            book.add_worksheet()

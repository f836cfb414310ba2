"""The macros: their source, and the VBA project that the built workbook carries."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

EXTENSION = ".bas"
REVIEWER = "reviewer"  # the folder of the macros that only the reviewer's workbook has
_SHARED = ("JixiaoAnswer", "JixiaoFiles", "JixiaoJob", "JixiaoSheets", "JixiaoWords")
NOT_COMPILED = bytes.fromhex("CC61FFFF000000")  # all of the stream _VBA_PROJECT


def sources(kind: str = "") -> dict[str, str]:
    """Name of a module -> its source as it lies in macros/: ASCII, line ends of Unix.

    Of another kind of workbook those in a folder of its own, and what all kinds share.
    """
    if kind:
        shared = {name: source for name, source in sources().items() if name in _SHARED}
        return dict(sorted({**shared, **_lying_in(kind)}.items()))
    return _lying_in("")


def _lying_in(kind: str) -> dict[str, str]:
    folder = files("jixiao.workbook.written") / "macros" / kind
    found = sorted(file.name for file in folder.iterdir() if file.name.endswith(EXTENSION))
    return {name.removesuffix(EXTENSION): (folder / name).read_text(encoding="ascii") for name in found}


@cache
def vba_project(sheets: int, kind: str = "") -> bytes:
    """vbaProject.bin for a workbook with that many sheets, whose code names are Sheet1, Sheet2 …

    It depends on nothing else, so the same sources give the same bytes.
    """
    from pyopenvba import ExcelFile

    with TemporaryDirectory(prefix="jixiao-") as folder:
        blank = Path(folder, "blank.xlsm")
        _write_blank(blank, sheets)
        with ExcelFile(blank) as book:
            project = book.add_vba_project()
            for name, source in sources(kind).items():
                project.add_module(name, source.replace("\n", "\r\n"))
            book.save(blank.with_stem("macros"))
        with ExcelFile(blank.with_stem("macros")) as book:
            return _source_alone(book)


def _source_alone(book: Any) -> bytes:
    """The project without a trace of compiled code: Excel compiles what it opens, whatever its version is.

    Source: MS-OVBA 2.3.4.1 (a version of FFFF has no cache) and 2.3.4.3 (the source begins at the offset).
    """
    from pyopenvba.cfb import CFB
    from pyopenvba.vba import compress, rebuild_module_stream, serialize_dir_stream

    project = book.vba_project()
    compound = CFB.from_bytes(bytes(book.vba_project_bytes()))
    for module in project.modules:
        stream = rebuild_module_stream(module, project.code_page)
        compound.write_stream_in_storage("VBA", module.stream_name, stream)
        module.text_offset = 0
    compound.write_stream_in_storage("VBA", "dir", compress(serialize_dir_stream(project)))
    compound.write_stream_in_storage("VBA", "_VBA_PROJECT", NOT_COMPILED)
    return bytes(compound.to_bytes())


def _write_blank(path: Path, sheets: int) -> None:
    import xlsxwriter

    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for _ in range(sheets):
            book.add_worksheet()
    path.write_bytes(content.getvalue())  # a full disk is told as such: xlsxwriter has an error of its own

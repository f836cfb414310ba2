"""The least that reading a workbook can take with lxml."""

import zipfile
from pathlib import Path

from lxml import etree

from jixiao.inspection import Inspection


def entry_sheets(inspection: Inspection) -> frozenset[str]:
    """The parts of the sheets that people fill in: only there can a fact stand."""
    sheets = {term.sheet for term in inspection.pack.vocabulary.values()}
    return frozenset(inspection.reading.structure.parts[sheet] for sheet in sheets)


def bare_pass(book: Path, parts: frozenset[str] = frozenset()) -> int:
    """The floor of reading: unpack, parse and ask every filled cell for address, type, formula and value.

    Of all sheets, or of some parts alone.
    """
    cells = {}
    with zipfile.ZipFile(book) as archive:
        strings = _shared_strings(archive)
        for name in archive.namelist():
            if name in parts or (not parts and name.startswith("xl/worksheets/sheet")):
                for cell in FILLED(etree.fromstring(archive.read(name))):
                    cells[name, cell.get("r")] = _bare_cell(cell, strings)
        for defined in etree.fromstring(archive.read("xl/workbook.xml")).iterfind(
            "{*}definedNames/{*}definedName"
        ):
            cells[defined.get("name"), ""] = defined.text
    return len(cells)


SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FILLED = etree.XPath("x:sheetData/x:row/x:c[*]", namespaces={"x": SPREADSHEET})


def _bare_cell(cell: etree._Element, strings: list[str]) -> tuple[str | None, ...]:
    kind, formula, value = cell.get("t"), None, None
    for child in cell:
        if child.tag.endswith("}v"):
            value = child.text
        elif child.tag.endswith("}f"):
            formula = child.text
        else:
            value = "".join(child.itertext())
    if kind == "s" and value:
        value = strings[int(value)]
    return kind, formula, value


def _shared_strings(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.NameToInfo:
        return []
    items = etree.fromstring(archive.read("xl/sharedStrings.xml"))
    return ["".join(item.itertext()) for item in items]

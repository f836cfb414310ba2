"""Must Excel calculate anew after results were written? Then it asks to save when the file is closed.

It must where a formula reads what was written and no value was written for it, or has no value at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from jixiao.pack.pack import Pack
from jixiao.pack.sections import FindingsSection, RowRelationsSection, ScorecardSection
from jixiao.workbook.file.package import Package
from jixiao.workbook.file.patching import SheetPatch
from jixiao.workbook.file.structure import BookStructure

_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)(.*?)</(?:\w+:)?c>", re.DOTALL
)
_ADDRESS = re.compile(rb"""\br\s*=\s*["']([A-Z]+[0-9]+)["']""")
_TEXT = re.compile(rb"""\bt\s*=\s*["']str["']""")
_VALUE = re.compile(rb"<(?:\w+:)?v>[^<]")
_HERE = re.compile(r"(?<![!\w.$])\$?[A-Z]{1,3}\$?[0-9]+\b")  # a cell of the same sheet
_QUOTED = re.compile('"[^"]*"')


def needs_calculation(
    package: Package, structure: BookStructure, pack: Pack, patches: Mapping[str, SheetPatch]
) -> bool:
    """Whether a formula of the workbook shows something else than what was written makes of it."""
    own, line = _result_sheets(structure, pack), structure.area(_line(pack))
    for sheet, patch in patches.items():
        if sheet not in own and (line is None or sheet != line.sheet or {*patch.cells} != {line.cell}):
            return True  # entries of the form were filled in
    words = _words(own, pack)
    reading = re.compile(f"(?:{'|'.join(map(re.escape, words))})['!.]")
    for sheet in _looked_at(structure, pack):
        part, patch = package.part(structure.parts[sheet]), patches.get(sheet, SheetPatch())
        if not _is_of_the_form(sheet, pack) and not any(word.encode() in part for word in words):
            continue
        for address, formula, valued in _formulas(part):
            said = _QUOTED.sub("", formula)
            reads = reading.search(said) or (sheet in own and _HERE.search(said))
            if address not in patch.cells and (reads or not valued):
                return True
    return False


def _result_sheets(structure: BookStructure, pack: Pack) -> set[str]:
    names = tuple(f"{section.name}." for section in _sections(pack))
    areas = (area for name, area in structure.names.items() if name.startswith(names) and name != _line(pack))
    return {area.sheet for area in areas if area.sheet in structure.parts}


def _sections(pack: Pack) -> Iterator[FindingsSection | ScorecardSection]:
    for sheet in pack.form.sheets:
        yield from (s for s in sheet.sections if isinstance(s, FindingsSection | ScorecardSection))


def _line(pack: Pack) -> str:
    """The name of the first sheet's line about the last run."""
    found = next(section for section in _sections(pack) if isinstance(section, FindingsSection))
    return f"{found.name}.{found.last_run}"


def _words(sheets: set[str], pack: Pack) -> list[str]:
    """How what is written is called in formulas: by its sheets, or by names that begin like its sections."""
    names = {section.name for section in _sections(pack)} | {sheet.replace("'", "''") for sheet in sheets}
    return sorted(names)


def _looked_at(structure: BookStructure, pack: Pack) -> Iterator[str]:
    """All sheets but the largest, on which nothing but our own formulas stands, which read no results."""
    sections = ((sheet.name, section) for sheet in pack.form.sheets for section in sheet.sections)
    rows = {name for name, section in sections if isinstance(section, RowRelationsSection)}
    return (sheet for sheet in structure.parts if sheet not in rows)


def _is_of_the_form(sheet: str, pack: Pack) -> bool:
    return any(sheet == known.name for known in pack.form.sheets)


def _formulas(part: bytes) -> Iterator[tuple[str, str, bool]]:
    """Address, formula, and whether it has a value; of an empty text none is stored."""
    for match in _CELL.finditer(part):
        attributes, formula, behind = match.groups()
        address = _ADDRESS.search(attributes)
        valued = _TEXT.search(attributes) is not None or _VALUE.search(behind) is not None
        yield address[1].decode() if address else "", unescape((formula or b"").decode()), valued

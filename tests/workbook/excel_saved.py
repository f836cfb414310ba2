"""A workbook as Excel saves it: with all that Excel adds, and a new workbook of ours does not have."""

from __future__ import annotations

import re
from functools import cache

from workbook.books import package_of, part_of, silent_sample, with_members

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
TYPES, BOOK, BOOK_RELATIONS = "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
SHEET = "单位概况"  # the sheet with printer settings and comments that are threads
COMPATIBLE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" '
    f'xmlns:x14ac="{MICROSOFT}/spreadsheetml/2009/9/ac" '
    f'xmlns:xr="{MICROSOFT}/spreadsheetml/2014/revision" '
)
_FORMULA = re.compile(r'<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)</f>')
EXTENSION = (
    '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" '
    f'xmlns:x14="{MICROSOFT}/spreadsheetml/2009/9/main"><x14:sparklineGroups '
    f'xmlns:xm="{MICROSOFT}/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline>'
    "<xm:f>收支总表!B6:B8</xm:f><xm:sqref>Z1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup>"
    "</x14:sparklineGroups></ext></extLst>"
)
THREAD = "threadedComments/threadedComment1.xml"
THREADS = (
    f'<ThreadedComments xmlns="{MICROSOFT}/spreadsheetml/2018/threadedcomments"><threadedComment ref="B3" '
    'dT="2024-05-10T08:00:00.00" personId="{AAAAAAAA-0000-0000-0000-000000000001}" '
    'id="{BBBBBBBB-0000-0000-0000-000000000001}"><text>请核对名称</text></threadedComment></ThreadedComments>'
)
PERSONS = (
    f'<personList xmlns="{MICROSOFT}/spreadsheetml/2018/threadedcomments"><person displayName="会计" '
    'id="{AAAAAAAA-0000-0000-0000-000000000001}" userId="会计" providerId="None"/></personList>'
)


@cache
def saved_by_excel() -> bytes:
    """The sample after Excel has saved it: another spelling of the same cells, and further parts."""
    book = silent_sample()
    package = package_of(book)
    sheets = [name for name in package.names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
    texts = {name: _as_excel_writes(package.part(name).decode()) for name in sheets}
    own = part_of(book, SHEET)
    texts[own] = texts[own].replace("<pageSetup ", '<pageSetup r:id="rIdPrinter" ')
    beside = f"xl/worksheets/_rels/{own.rpartition('/')[2]}.rels"
    texts[beside] = _related(
        package.part(beside).decode(),
        ("rIdPrinter", f"{OFFICE}/printerSettings", "../printerSettings/printerSettings1.bin"),
        ("rIdThreads", f"{MICROSOFT}/2017/10/relationships/threadedComment", f"../{THREAD}"),
    )
    texts[BOOK] = package.part(BOOK).decode().replace(' fullCalcOnLoad="1"', "").replace("124519", "191029")
    texts[BOOK_RELATIONS] = _related(
        package.part(BOOK_RELATIONS).decode(),
        ("rIdChain", f"{OFFICE}/calcChain", "calcChain.xml"),
        ("rIdPersons", f"{MICROSOFT}/2017/10/relationships/person", "persons/person.xml"),
    )
    texts[TYPES] = _typed(package.part(TYPES).decode())
    chain = "".join(
        f'<c r="{cell}" i="{number}"/>'
        for number, name in enumerate(sheets, 1)
        for cell in re.findall(r'<c r="([A-Z]+\d+)"[^>]*><f', texts[name])
    )
    texts["xl/calcChain.xml"] = f'<calcChain xmlns="{MAIN}">{chain}</calcChain>'
    texts[f"xl/{THREAD}"], texts["xl/persons/person.xml"] = THREADS, PERSONS
    parts = {name: text.encode() for name, text in texts.items()}
    return with_members(book, parts | {"xl/printerSettings/printerSettings1.bin": b"\0P\0r\0i\0n\0t"})


def _as_excel_writes(sheet: str) -> str:
    """Rows say how far their text descends, and formulas below each other are shared."""
    sheet = sheet.replace("<worksheet ", f"<worksheet {COMPATIBLE}", 1)
    sheet = re.sub(r'<row r="(\d+)"', r'<row r="\1" x14ac:dyDescent="0.15"', sheet)
    sheet = re.sub(r"</worksheet>$", f"{EXTENSION}</worksheet>", sheet)
    alike: dict[str, list[str]] = {}  # formula with its row left out -> the cells that have it
    found: dict[str, str] = dict(_FORMULA.findall(sheet))
    for cell, formula in found.items():
        row = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        alike.setdefault(cell.removesuffix(row) + formula.replace(row, "#"), []).append(cell)
    numbered = enumerate(cells for cells in alike.values() if len(cells) > 2)
    shared = {cell: (number, cells) for number, cells in numbered for cell in cells}

    def written(match: re.Match[str]) -> str:
        number, cells = shared.get(match[1], (0, []))
        if not cells:
            return match[0]
        head, _, formula = match[0].partition("<f>")
        first = f' ref="{cells[0]}:{cells[-1]}" si="{number}">{formula}'
        return (
            f'{head}<f t="shared"{first}' if match[1] == cells[0] else f'{head}<f t="shared" si="{number}"/>'
        )

    return _FORMULA.sub(written, sheet)


def _related(relations: str, *new: tuple[str, str, str]) -> str:
    added = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{target}"/>' for i, kind, target in new)
    return relations.replace("</Relationships>", f"{added}</Relationships>")


def _typed(types: str) -> str:
    spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    added = (
        '<Override PartName="/xl/printerSettings/printerSettings1.bin" '
        f'ContentType="{spreadsheet}.printerSettings"/>'
        f'<Override PartName="/xl/calcChain.xml" ContentType="{spreadsheet}.calcChain+xml"/>'
        f'<Override PartName="/xl/{THREAD}" '
        'ContentType="application/vnd.ms-excel.threadedcomments+xml"/>'
        '<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/>'
    )
    return types.replace("</Types>", f"{added}</Types>")

"""A small workbook of another program, with tables that somebody else has made."""

from __future__ import annotations

import io
import zipfile

from attack.sample_book import BOOK, MAIN, STRINGS


def foreign(rows: str, *, strings: str = "", extra: str = "", sheets: int = 1, about: str = "") -> bytes:
    """A small workbook of another program, with these rows on each sheet."""
    target = io.BytesIO()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    numbers = range(1, sheets + 1)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        out.writestr("[Content_Types].xml", f'<Types xmlns="{package}/content-types"/>')
        listed = "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
        out.writestr(BOOK, f'<workbook {MAIN} xmlns:r="{office}"><sheets>{listed}</sheets>{about}</workbook>')
        links = "".join(
            f'<Relationship Id="r{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n in numbers
        )
        out.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}/relationships">{links}</Relationships>',
        )
        for n in numbers:
            out.writestr(
                f"xl/worksheets/sheet{n}.xml",
                f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{extra}</worksheet>",
            )
        if strings:
            out.writestr(STRINGS, f"<sst {MAIN}>{strings}</sst>")
    return target.getvalue()


def text_cell(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def table(rows: int, columns: int, cell: str = '<c r="{0}{1}"><v>{1}</v></c>') -> str:
    letters = [_letters(number) for number in range(1, columns + 1)]
    return "".join(
        f'<row r="{n}">{"".join(cell.format(letter, n) for letter in letters)}</row>'
        for n in range(1, rows + 1)
    )


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

"""Workbooks with too much of something."""
# ruff: noqa: E501

from __future__ import annotations

import re
from random import Random

from attack.foreign_book import table
from attack.kinds import some
from attack.sample_book import BOOK, SHEET, STRINGS, STYLES, books, changed, inserted, part


@books.kind
def a_part_of_blanks(random: Random) -> bytes:
    return changed({random.choice((SHEET, BOOK, STRINGS)): b" " * some(random, 190_000_000)})


@books.kind
def noise_before_a_sheet(random: Random) -> bytes:
    noise = random.randbytes(some(random, 20_000_000)).hex()
    return inserted(random.choice((SHEET, BOOK, STRINGS)), "</", f"<!--{noise}-->")


@books.kind
def sheet_of_numbers(random: Random) -> bytes:
    rows = table(some(random, 60_000), 20).replace('<row r="', '<row r="9')
    return inserted(SHEET, "</sheetData>", rows)


@books.kind
def a_million_blank_rows(random: Random) -> bytes:
    style = random.choice(('s="1" customFormat="1"', 'spans="1:3" ht="14.25"', ""))
    rows = "".join(f'<row r="{n}" {style}/>' for n in range(1000, some(random, 1_048_000)))
    return inserted(SHEET, "</sheetData>", rows)


@books.kind
def millions_of_blank_cells(random: Random) -> bytes:
    rows = table(some(random, 400), 5000, '<c r="{0}{1}" s="1"/>').replace('<row r="', '<row r="9')
    return inserted(SHEET, "</sheetData>", rows)


@books.kind
def one_row_of_everything(random: Random) -> bytes:
    cells = "<c><v>1</v></c>" * some(random, 4_000_000)
    return inserted(
        SHEET, "</sheetData>", random.choice(("<row>{}</row>", '<row r="99">{}</row>')).format(cells)
    )


@books.kind
def hundreds_of_thousands_of_names(random: Random) -> bytes:
    sheet = random.choice(("收支总表", "无"))
    names = (
        f'<definedName name="名{n}">{sheet}!$A${n % 9000 + 1}:$A${n % 9000 + 900}</definedName>'
        for n in range(some(random, 400_000))
    )
    return inserted(BOOK, "</definedNames>", "".join(names))


@books.kind
def millions_of_strings(random: Random) -> bytes:
    return inserted(STRINGS, "</sst>", "<si><t>甲</t></si>" * some(random, 4_000_000))


@books.kind
def one_endless_string(random: Random) -> bytes:
    text = "长" * some(random, 9_000_000)
    return changed(
        {STRINGS: re.sub(r"<si><t[^>]*>[^<]*</t></si>", f"<si><t>{text}</t></si>", part(STRINGS), count=1)}
    )


@books.kind
def a_string_of_many_runs(random: Random) -> bytes:
    runs = "<r><rPr><b/></rPr><t>长</t></r>" * some(random, 1_500_000)
    return changed({STRINGS: part(STRINGS).replace("</si>", f"{runs}</si>", 1)})


@books.kind
def the_same_long_text_everywhere(random: Random) -> bytes:
    text = "长" * random.choice((30_000, 300_000))
    filled = rf'\1 t="inlineStr"><is><t>{text}</t></is></c>'
    names = [f"xl/worksheets/sheet{n}.xml" for n in (2, 3, 4, 5, 7, 16)]
    found = {name: part(name) for name in random.sample(names, 3)}
    return changed(
        {name: re.sub(r'(<c r="[A-Z]+\d+"[^>]*?)/>', filled, said, count=150) for name, said in found.items()}
    )


@books.kind
def hyperlinks(random: Random) -> bytes:
    links = "".join(
        f'<hyperlink ref="A{n}" location="收支总表!A{n}" display="x"/>' for n in range(some(random, 600_000))
    )
    return changed(
        {SHEET: part(SHEET).replace("</sheetData>", f"</sheetData><hyperlinks>{links}</hyperlinks>")}
    )


@books.kind
def merged_cells(random: Random) -> bytes:
    merges = "".join(f'<mergeCell ref="A{n}:C{n}"/>' for n in range(1000, some(random, 900_000) + 1000))
    return changed(
        {SHEET: part(SHEET).replace("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>")}
    )


@books.kind
def formats_and_rules_of_cells(random: Random) -> bytes:
    rule = '<conditionalFormatting sqref="A{0}"><cfRule type="expression" priority="{0}"><formula>A{0}=1</formula></cfRule></conditionalFormatting>'
    rules = "".join(rule.format(n) for n in range(1, some(random, 400_000)))
    return changed({SHEET: part(SHEET).replace("</sheetData>", f"</sheetData>{rules}")})


@books.kind
def cell_styles(random: Random) -> bytes:
    look = '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    return inserted(STYLES, "</cellXfs>", look * some(random, 900_000))


@books.kind
def thousands_of_sheets(random: Random) -> bytes:
    number = some(random, 100_000)
    return inserted(
        BOOK,
        "</sheets>",
        "".join(f'<sheet name="表{n}" sheetId="{n + 99}" r:id="rId3"/>' for n in range(number)),
    )


@books.kind
def relations(random: Random) -> bytes:
    more = "".join(
        f'<Relationship Id="x{n}" Type="x" Target="a/../b{n}.xml"/>' for n in range(some(random, 900_000))
    )
    return inserted("xl/_rels/workbook.xml.rels", "</Relationships>", more)


@books.kind
def tens_of_thousands_of_members(random: Random) -> bytes:
    return changed({f"x/{n}.xml": "" for n in range(some(random, 60_000))})


@books.kind
def endless_attributes(random: Random) -> bytes:
    many = random.choice((True, False))
    said = (
        " ".join(f'a{n}="1"' for n in range(some(random, 500_000)))
        if many
        else f'a="{"x" * some(random, 9_000_000)}"'
    )
    return changed({SHEET: part(SHEET).replace("<sheetData", f"<sheetData {said}", 1)})


@books.kind
def endless_formulas(random: Random) -> bytes:
    formula = "A1" + "+A1" * some(random, 3_000_000)
    return inserted(SHEET, "</sheetData>", f'<row r="999"><c r="A999"><f>{formula}</f><v>1</v></c></row>')

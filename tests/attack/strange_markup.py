"""Workbooks whose markup is none, or says what no program says."""

from __future__ import annotations

import re
from random import Random

from attack.kinds import some
from attack.sample_book import BOOK, SHEET, STRINGS, STYLES, books, changed, inserted, part


@books.kind
def elements_in_elements(random: Random) -> bytes:
    deep = some(random, 200_000)
    return inserted(random.choice((SHEET, BOOK, STRINGS)), "</", "<a>" * deep + "</a>" * deep)


@books.kind
def entities(random: Random) -> bytes:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    outside = '<!ENTITY l11 SYSTEM "file:///etc/passwd">'
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "ha">{random.choice((lol, outside))}]>'
    name = random.choice((SHEET, BOOK, STRINGS, "xl/_rels/workbook.xml.rels"))
    head, _, rest = part(name).partition("?>")
    return changed({name: f"{head}?>{doctype}{rest.replace('</', '&l11;</', 1)}"})


@books.kind
def another_encoding(random: Random) -> bytes:
    name, encoding = (
        random.choice((SHEET, BOOK, STRINGS)),
        random.choice(("utf-16", "gb18030", "utf-7", "utf-8-sig")),
    )
    text = part(name).replace("UTF-8", random.choice((encoding, "UTF-8", "x-none")), 1)
    return changed({name: text.encode(encoding)})


@books.kind
def characters_that_are_none(random: Random) -> bytes:
    name = random.choice((SHEET, BOOK, STRINGS))
    content = bytearray(part(name).encode())
    for _ in range(random.randint(1, 9)):
        content[random.randrange(len(content))] = random.choice((0, 1, 11, 0xC0, 0xFF, 0xED))
    return changed({name: bytes(content)})


@books.kind
def another_namespace(random: Random) -> bytes:
    name = random.choice((SHEET, BOOK, STRINGS))
    other = random.choice(("", "urn:x", "http://purl.oclc.org/ooxml/spreadsheetml/main"))
    return changed(
        {name: part(name).replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", other)}
    )


@books.kind
def elements_exchanged(random: Random) -> bytes:
    name = random.choice((SHEET, BOOK, STRINGS, STYLES))
    words = list(set(re.findall(r"<(\w+)", part(name))))
    one, other = random.choice(words), random.choice(words)
    return changed({name: re.sub(rf"(</?){one}\b", rf"\1{other}", part(name))})


@books.kind
def attributes_of_nonsense(random: Random) -> bytes:
    name = random.choice((SHEET, BOOK, STRINGS, STYLES, "xl/_rels/workbook.xml.rels"))
    strange = random.choice(("", "-1", "9" * 5000, "A0", "#REF!", "甲", "1e9", "&#x10ffff;", "../" * 99))
    pieces = re.split(r'(="[^"]*")', part(name))
    for at in random.sample(range(1, len(pieces), 2), min(5, len(pieces) // 2)):
        pieces[at] = f'="{strange}"'
    return changed({name: "".join(pieces)})


@books.kind
def numbers_of_nonsense(random: Random) -> bytes:
    strange = (
        "1e308",
        "1e999999",
        "-1e-999999",
        "9" * 30,
        "9" * 100_000,
        "NaN",
        "1_000",
        "１２",
        "0x10",
        "1e+",
        "--1",
        " ",
    )
    return changed(
        {
            f"xl/worksheets/sheet{n}.xml": re.sub(
                r"<v>[^<]*</v>",
                lambda _: f"<v>{random.choice(strange)}</v>",
                part(f"xl/worksheets/sheet{n}.xml").replace(' t="s"', ""),
            )
            for n in random.sample((2, 3, 4, 5, 6, 7, 9, 10, 12), 3)
        }
    )


@books.kind
def strings_that_are_not_there(random: Random) -> bytes:
    if random.choice((True, False)):
        return changed({STRINGS: None})
    return changed(
        {
            SHEET: re.sub(
                r't="s"><v>\d+', f't="s"><v>{random.choice(("-1", "999999", "9" * 40, "x"))}', part(SHEET)
            )
        }
    )


@books.kind
def addresses_of_nonsense(random: Random) -> bytes:
    strange = ("XFE1048577", "A0", "a1", "AAAA1", "1A", "", "A99999999999", "R1C1", "$A$1")
    return changed(
        {SHEET: re.sub(r'<c r="[^"]*"', lambda _: f'<c r="{random.choice(strange)}"', part(SHEET))}
    )


@books.kind
def the_same_cells_again(random: Random) -> bytes:
    rows = part(SHEET).partition("<sheetData>")[2].partition("</sheetData>")[0]
    return inserted(SHEET, "</sheetData>", rows * some(random, 3000))


@books.kind
def names_that_lead_astray(random: Random) -> bytes:
    areas = (
        "#REF!",
        "收支总表!$A$1:$XFD$1048576",
        "'无'!$A$1",
        "校验结果!$A$1",
        "9" * 9999,
        "收支总表!$A$0",
        "",
        "[1]收支总表!$A$1",
    )
    return changed(
        {
            BOOK: re.sub(
                r"(<definedName [^>]*>)[^<]*",
                lambda m: m[1] + random.choice(areas) if random.random() < 0.2 else m[0],
                part(BOOK),
            )
        }
    )

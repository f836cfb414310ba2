"""Files that no accountant has made: sixty kinds, each anew for every seed."""
# ruff: noqa: E501

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from random import Random
from typing import TypeAlias

from jixiao.archives import add_packed, packed_member
from jixiao.building import samples

Kind: TypeAlias = Callable[[Random], bytes]
BOOKS = ("check", "run", "new --from", "framework read")
FOREIGN = ("framework read", "new --from", "import")

KINDS: dict[str, tuple[str, Kind, tuple[str, ...]]] = {}  # name -> ending, maker, commands


def kind(ending: str, commands: tuple[str, ...]) -> Callable[[Kind], Kind]:
    """Put a maker of files on the list, under the name of its function."""

    def listed(maker: Kind) -> Kind:
        KINDS[maker.__name__.replace("_", " ").strip()] = (ending, maker, commands)
        return maker

    return listed


def sample() -> bytes:
    """The filled workbook that is shipped."""
    return next(each.workbook for each in samples() if each.values.stem == "leiyang-2022").read_bytes()


def part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(sample())) as archive:
        return archive.read(name).decode()


def changed(changes: Mapping[str, bytes | str | None]) -> bytes:
    """The shipped workbook with parts replaced, added or (None) left out."""
    book, target = sample(), io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for item in source.infolist():
            if item.filename not in changes:
                add_packed(out, item, packed_member(book, item))
        for name, content in changes.items():
            if content is not None:
                out.writestr(name, content, compresslevel=1)
    return target.getvalue()


SHEET, STRINGS, BOOK, STYLES = (
    "xl/worksheets/sheet3.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def inserted(name: str, before: str, text: str) -> bytes:
    """The shipped workbook with something put into a part."""
    content = part(name)
    assert before in content, (name, before)
    head, mark, tail = content.partition(before)
    return changed({name: f"{head}{text}{mark}{tail}"})


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


def some(random: Random, number: int) -> int:
    """About as many, sometimes half."""
    return random.randint(number // 2, number)


# ---- damaged bytes


@kind("xlsm", BOOKS)
def cut_off(random: Random) -> bytes:
    return sample()[: random.randrange(len(sample()))]


@kind("xlsm", BOOKS)
def bytes_overwritten(random: Random) -> bytes:
    content = bytearray(sample())
    for _ in range(random.randint(1, 400)):
        content[random.randrange(len(content))] = random.randrange(256)
    return bytes(content)


@kind("xlsm", BOOKS)
def a_block_of_zeros(random: Random) -> bytes:
    content, size = bytearray(sample()), random.choice((512, 4096, 65536))
    at = random.randrange(len(content) - size)
    content[at : at + size] = bytes(size)
    return bytes(content)


@kind("xlsm", BOOKS)
def directory_overwritten(random: Random) -> bytes:
    content = bytearray(sample())
    at = content.rfind(b"PK\x01\x02") - random.randrange(2000)
    content[at : at + 40] = random.randbytes(40)
    return bytes(content)


@kind("xlsm", BOOKS)
def something_before_or_behind(random: Random) -> bytes:
    rubbish = random.choice((b"\r\n", b"\xef\xbb\xbf", random.randbytes(5000), bytes(70_000)))
    return random.choice((rubbish + sample(), sample() + rubbish))


@kind("xlsm", BOOKS)
def nothing_but_a_beginning(random: Random) -> bytes:
    return random.choice((b"", b"PK", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"PK\x05\x06" + b"\xff" * 18))


@kind("xlsm", BOOKS)
def sizes_that_lie(random: Random) -> bytes:
    """The directory says that a part is small, and it is large."""
    book = changed({SHEET: part(SHEET) + " " * random.choice((10, 80_000_000))})
    content = bytearray(book)
    for found in re.finditer(rb"PK\x01\x02", book):
        name = content[found.start() + 46 : found.start() + 46 + len(SHEET)]
        if bytes(name) == SHEET.encode():
            content[found.start() + 24 : found.start() + 28] = random.choice((5000, 0, 2**31)).to_bytes(
                4, "little"
            )
    return bytes(content)


@kind("xlsm", BOOKS)
def checksums_that_lie(random: Random) -> bytes:
    content = bytearray(sample())
    for found in re.finditer(rb"PK\x01\x02", sample()):
        if random.random() < 0.3:
            content[found.start() + 16 : found.start() + 20] = random.randbytes(4)
    return bytes(content)


@kind("xlsm", BOOKS)
def unknown_packing(random: Random) -> bytes:
    method, content = random.choice((1, 9, 12, 14, 93, 99)), bytearray(sample())
    for found in re.finditer(rb"PK\x01\x02", sample()):
        content[found.start() + 10 : found.start() + 12] = method.to_bytes(2, "little")
    return bytes(content)


@kind("xlsm", BOOKS)
def said_to_be_encrypted(random: Random) -> bytes:
    content = bytearray(sample())
    for found in re.finditer(rb"PK\x01\x02", sample()):
        content[found.start() + 8] |= random.choice((0, 1))
    return bytes(content)


@kind("xlsx", (*BOOKS, "import"))
def parts_packed_otherwise(random: Random) -> bytes:
    """bzip2 and lzma, which pack a gigabyte of blanks into nothing."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", random.choice((zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA))) as out:
        for name in (BOOK, "xl/_rels/workbook.xml.rels", SHEET):
            out.writestr(name, part(name) + " " * some(random, 90_000_000))
    return target.getvalue()


# ---- too much of something


@kind("xlsm", BOOKS)
def a_part_of_blanks(random: Random) -> bytes:
    return changed({random.choice((SHEET, BOOK, STRINGS)): b" " * some(random, 190_000_000)})


@kind("xlsm", BOOKS)
def noise_before_a_sheet(random: Random) -> bytes:
    noise = random.randbytes(some(random, 20_000_000)).hex()
    return inserted(random.choice((SHEET, BOOK, STRINGS)), "</", f"<!--{noise}-->")


@kind("xlsm", BOOKS)
def sheet_of_numbers(random: Random) -> bytes:
    rows = table(some(random, 60_000), 20).replace('<row r="', '<row r="9')
    return inserted(SHEET, "</sheetData>", rows)


@kind("xlsm", BOOKS)
def a_million_blank_rows(random: Random) -> bytes:
    style = random.choice(('s="1" customFormat="1"', 'spans="1:3" ht="14.25"', ""))
    rows = "".join(f'<row r="{n}" {style}/>' for n in range(1000, some(random, 1_048_000)))
    return inserted(SHEET, "</sheetData>", rows)


@kind("xlsm", BOOKS)
def millions_of_blank_cells(random: Random) -> bytes:
    rows = table(some(random, 400), 5000, '<c r="{0}{1}" s="1"/>').replace('<row r="', '<row r="9')
    return inserted(SHEET, "</sheetData>", rows)


@kind("xlsm", BOOKS)
def one_row_of_everything(random: Random) -> bytes:
    cells = "<c><v>1</v></c>" * some(random, 4_000_000)
    return inserted(
        SHEET, "</sheetData>", random.choice(("<row>{}</row>", '<row r="99">{}</row>')).format(cells)
    )


@kind("xlsm", BOOKS)
def hundreds_of_thousands_of_names(random: Random) -> bytes:
    sheet = random.choice(("收支总表", "无"))
    names = (
        f'<definedName name="名{n}">{sheet}!$A${n % 9000 + 1}:$A${n % 9000 + 900}</definedName>'
        for n in range(some(random, 400_000))
    )
    return inserted(BOOK, "</definedNames>", "".join(names))


@kind("xlsm", BOOKS)
def millions_of_strings(random: Random) -> bytes:
    return inserted(STRINGS, "</sst>", "<si><t>甲</t></si>" * some(random, 4_000_000))


@kind("xlsm", BOOKS)
def one_endless_string(random: Random) -> bytes:
    text = "长" * some(random, 9_000_000)
    return changed(
        {STRINGS: re.sub(r"<si><t[^>]*>[^<]*</t></si>", f"<si><t>{text}</t></si>", part(STRINGS), count=1)}
    )


@kind("xlsm", BOOKS)
def a_string_of_many_runs(random: Random) -> bytes:
    runs = "<r><rPr><b/></rPr><t>长</t></r>" * some(random, 1_500_000)
    return changed({STRINGS: part(STRINGS).replace("</si>", f"{runs}</si>", 1)})


@kind("xlsm", BOOKS)
def the_same_long_text_everywhere(random: Random) -> bytes:
    text = "长" * random.choice((30_000, 300_000))
    filled = rf'\1 t="inlineStr"><is><t>{text}</t></is></c>'
    names = [f"xl/worksheets/sheet{n}.xml" for n in (2, 3, 4, 5, 7, 16)]
    found = {name: part(name) for name in random.sample(names, 3)}
    return changed(
        {name: re.sub(r'(<c r="[A-Z]+\d+"[^>]*?)/>', filled, said, count=150) for name, said in found.items()}
    )


@kind("xlsm", BOOKS)
def hyperlinks(random: Random) -> bytes:
    links = "".join(
        f'<hyperlink ref="A{n}" location="收支总表!A{n}" display="x"/>' for n in range(some(random, 600_000))
    )
    return changed(
        {SHEET: part(SHEET).replace("</sheetData>", f"</sheetData><hyperlinks>{links}</hyperlinks>")}
    )


@kind("xlsm", BOOKS)
def merged_cells(random: Random) -> bytes:
    merges = "".join(f'<mergeCell ref="A{n}:C{n}"/>' for n in range(1000, some(random, 900_000) + 1000))
    return changed(
        {SHEET: part(SHEET).replace("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>")}
    )


@kind("xlsm", BOOKS)
def formats_and_rules_of_cells(random: Random) -> bytes:
    rule = '<conditionalFormatting sqref="A{0}"><cfRule type="expression" priority="{0}"><formula>A{0}=1</formula></cfRule></conditionalFormatting>'
    rules = "".join(rule.format(n) for n in range(1, some(random, 400_000)))
    return changed({SHEET: part(SHEET).replace("</sheetData>", f"</sheetData>{rules}")})


@kind("xlsm", BOOKS)
def cell_styles(random: Random) -> bytes:
    look = '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    return inserted(STYLES, "</cellXfs>", look * some(random, 900_000))


@kind("xlsm", BOOKS)
def thousands_of_sheets(random: Random) -> bytes:
    number = some(random, 100_000)
    return inserted(
        BOOK,
        "</sheets>",
        "".join(f'<sheet name="表{n}" sheetId="{n + 99}" r:id="rId3"/>' for n in range(number)),
    )


@kind("xlsm", BOOKS)
def relations(random: Random) -> bytes:
    more = "".join(
        f'<Relationship Id="x{n}" Type="x" Target="a/../b{n}.xml"/>' for n in range(some(random, 900_000))
    )
    return inserted("xl/_rels/workbook.xml.rels", "</Relationships>", more)


@kind("xlsm", BOOKS)
def tens_of_thousands_of_members(random: Random) -> bytes:
    return changed({f"x/{n}.xml": "" for n in range(some(random, 60_000))})


@kind("xlsm", BOOKS)
def endless_attributes(random: Random) -> bytes:
    many = random.choice((True, False))
    said = (
        " ".join(f'a{n}="1"' for n in range(some(random, 500_000)))
        if many
        else f'a="{"x" * some(random, 9_000_000)}"'
    )
    return changed({SHEET: part(SHEET).replace("<sheetData", f"<sheetData {said}", 1)})


@kind("xlsm", BOOKS)
def endless_formulas(random: Random) -> bytes:
    formula = "A1" + "+A1" * some(random, 3_000_000)
    return inserted(SHEET, "</sheetData>", f'<row r="999"><c r="A999"><f>{formula}</f><v>1</v></c></row>')


# ---- markup that is none, or more


@kind("xlsm", BOOKS)
def elements_in_elements(random: Random) -> bytes:
    deep = some(random, 200_000)
    return inserted(random.choice((SHEET, BOOK, STRINGS)), "</", "<a>" * deep + "</a>" * deep)


@kind("xlsm", BOOKS)
def entities(random: Random) -> bytes:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    outside = '<!ENTITY l11 SYSTEM "file:///etc/passwd">'
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "ha">{random.choice((lol, outside))}]>'
    name = random.choice((SHEET, BOOK, STRINGS, "xl/_rels/workbook.xml.rels"))
    head, _, rest = part(name).partition("?>")
    return changed({name: f"{head}?>{doctype}{rest.replace('</', '&l11;</', 1)}"})


@kind("xlsm", BOOKS)
def another_encoding(random: Random) -> bytes:
    name, encoding = (
        random.choice((SHEET, BOOK, STRINGS)),
        random.choice(("utf-16", "gb18030", "utf-7", "utf-8-sig")),
    )
    text = part(name).replace("UTF-8", random.choice((encoding, "UTF-8", "x-none")), 1)
    return changed({name: text.encode(encoding)})


@kind("xlsm", BOOKS)
def characters_that_are_none(random: Random) -> bytes:
    name = random.choice((SHEET, BOOK, STRINGS))
    content = bytearray(part(name).encode())
    for _ in range(random.randint(1, 9)):
        content[random.randrange(len(content))] = random.choice((0, 1, 11, 0xC0, 0xFF, 0xED))
    return changed({name: bytes(content)})


@kind("xlsm", BOOKS)
def another_namespace(random: Random) -> bytes:
    name = random.choice((SHEET, BOOK, STRINGS))
    other = random.choice(("", "urn:x", "http://purl.oclc.org/ooxml/spreadsheetml/main"))
    return changed(
        {name: part(name).replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", other)}
    )


@kind("xlsm", BOOKS)
def elements_exchanged(random: Random) -> bytes:
    name = random.choice((SHEET, BOOK, STRINGS, STYLES))
    words = list(set(re.findall(r"<(\w+)", part(name))))
    one, other = random.choice(words), random.choice(words)
    return changed({name: re.sub(rf"(</?){one}\b", rf"\1{other}", part(name))})


@kind("xlsm", BOOKS)
def attributes_of_nonsense(random: Random) -> bytes:
    name = random.choice((SHEET, BOOK, STRINGS, STYLES, "xl/_rels/workbook.xml.rels"))
    strange = random.choice(("", "-1", "9" * 5000, "A0", "#REF!", "甲", "1e9", "&#x10ffff;", "../" * 99))
    pieces = re.split(r'(="[^"]*")', part(name))
    for at in random.sample(range(1, len(pieces), 2), min(5, len(pieces) // 2)):
        pieces[at] = f'="{strange}"'
    return changed({name: "".join(pieces)})


@kind("xlsm", BOOKS)
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


@kind("xlsm", BOOKS)
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


@kind("xlsm", BOOKS)
def addresses_of_nonsense(random: Random) -> bytes:
    strange = ("XFE1048577", "A0", "a1", "AAAA1", "1A", "", "A99999999999", "R1C1", "$A$1")
    return changed(
        {SHEET: re.sub(r'<c r="[^"]*"', lambda _: f'<c r="{random.choice(strange)}"', part(SHEET))}
    )


@kind("xlsm", BOOKS)
def the_same_cells_again(random: Random) -> bytes:
    rows = part(SHEET).partition("<sheetData>")[2].partition("</sheetData>")[0]
    return inserted(SHEET, "</sheetData>", rows * some(random, 3000))


@kind("xlsm", BOOKS)
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


# ---- parts


@kind("xlsm", BOOKS)
def a_part_left_out(random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(sample())) as archive:
        names = archive.namelist()
    return changed(dict.fromkeys(random.sample(names, random.randint(1, 8))))


@kind("xlsm", BOOKS)
def a_part_in_place_of_another(random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(sample())) as archive:
        one, other = random.sample(
            [name for name in archive.namelist() if name.endswith((".xml", ".rels"))], 2
        )
        return changed({one: archive.read(other)})


@kind("xlsm", BOOKS)
def a_part_twice(random: Random) -> bytes:
    target = io.BytesIO(sample())
    with zipfile.ZipFile(target, "a") as out:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            out.writestr(
                random.choice((SHEET, BOOK, STRINGS)), random.choice((b"", b"<a/>", part(SHEET).encode()))
            )
    return target.getvalue()


@kind("xlsm", BOOKS)
def paths_out_of_the_file(random: Random) -> bytes:
    return changed(
        {
            random.choice(
                ("../../a.xml", "/etc/passwd", "C:\\a.xml", "xl\\..\\..\\a.xml", "a\0b", "x" * 60_000)
            ): "<a/>"
        }
    )


@kind("xlsm", BOOKS)
def relations_that_lead_astray(random: Random) -> bytes:
    name = "xl/_rels/workbook.xml.rels"
    strange = random.choice(
        (
            "../../../etc/passwd",
            "http://127.0.0.1:1/a.xml",
            "",
            "workbook.xml",
            "/xl/workbook.xml",
            "file:///etc/passwd",
            "worksheets/sheet3.xml",
        )
    )
    return changed(
        {
            name: re.sub(
                r'Target="[^"]*"',
                lambda m: f'Target="{strange}"' if random.random() < 0.4 else m[0],
                part(name),
            )
        }
    )


@kind("xlsm", BOOKS)
def another_kind_of_file(random: Random) -> bytes:
    ods = io.BytesIO()
    with zipfile.ZipFile(ods, "w") as out:
        out.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        out.writestr("content.xml", "<a/>")
    xlsb = io.BytesIO()
    with zipfile.ZipFile(xlsb, "w") as out:
        out.writestr("xl/workbook.bin", b"x")
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.randbytes(5000)
    return random.choice(
        (
            ods.getvalue(),
            xlsb.getvalue(),
            old,
            b"\x89PNG" + random.randbytes(999),
            b"{}",
            b"a,b\n1,2",
            "甲\t1".encode("gbk"),
            b"<?xml version='1.0'?><a/>",
            bytes(9999),
            b"%PDF-1.4",
            b"{\\rtf1}",
        )
    )


@kind("xlsm", BOOKS)
def an_archive_in_an_archive(random: Random) -> bytes:
    inner = zlib.compress(bytes(some(random, 100_000_000)))
    return changed({"xl/embeddings/a.zip": inner, "xl/media/image1.bmp": bytes(some(random, 100_000_000))})


# ---- foreign tables


HEADER = ("一级指标", "二级指标", "三级指标", "分值", "评分标准", "指标值", "得分")


def header(row: int = 1) -> str:
    cells = "".join(text_cell(f"{letter}{row}", text) for letter, text in zip("ABCDEFG", HEADER, strict=True))
    return f'<row r="{row}">{cells}</row>'


@kind("xlsx", FOREIGN)
def sixty_thousand_rows(random: Random) -> bytes:
    return foreign(table(some(random, 60_000), random.choice((12, 20, 30))))


@kind("xlsx", FOREIGN)
def texts_without_end(random: Random) -> bytes:
    cell = random.choice(
        (
            '<c r="{0}{1}" t="s"><v>0</v></c>',
            '<c r="{0}{1}" t="inlineStr"><is><t>' + "长" * 30_000 + "</t></is></c>",
        )
    )
    rows = table(some(random, 900 if "inlineStr" in cell else 9000), 1 if "inlineStr" in cell else 10, cell)
    return foreign(rows, strings=f"<si><t>{'长' * some(random, 2_000_000)}</t></si>")


@kind("xlsx", FOREIGN)
def a_score_table_without_end(random: Random) -> bytes:
    standard = random.choice(
        ("每降低1个百分点扣0.5分，", "完成得满分，否则按比例得分；", "(1)a 得1分；", "≥90%且＜95%，")
    )
    rows = "".join(
        f'<row r="{n}">{text_cell(f"A{n}", "产出")}{text_cell(f"C{n}", f"指标{n}")}<c r="D{n}"><v>1</v></c>'
        f"{text_cell(f'E{n}', standard * random.choice((1, 50, 1500)))}</row>"
        for n in range(2, some(random, 990))
    )
    return foreign(header() + rows)


@kind("xlsx", FOREIGN)
def tables_of_headers(random: Random) -> bytes:
    rows = "".join(header(n) for n in range(1, some(random, 990)))
    merges = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, some(random, 5000)))
    return foreign(rows, extra=f"<mergeCells>{merges}</mergeCells>", sheets=random.choice((1, 20)))


@kind("xlsx", FOREIGN)
def a_thousand_sheets(random: Random) -> bytes:
    return foreign(table(20, 10), sheets=some(random, 1900))


@kind("xlsx", FOREIGN)
def published_tables_without_end(random: Random) -> bytes:
    words = ("收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表")
    rows = (
        f'<row r="1">{text_cell("A1", random.choice(words))}</row><row r="2">'
        + "".join(
            text_cell(f"{letter}2", text)
            for letter, text in zip(
                "ABCDEF",
                ("功能分类科目编码", "科目名称", "本年收入合计", "财政拨款收入", "事业收入", "其他收入"),
                strict=True,
            )
        )
        + "</row>"
    )
    rows += "".join(
        f'<row r="{n}">{text_cell(f"A{n}", str(2010101 + n % 900))}{text_cell(f"B{n}", "行政运行")}'
        f'<c r="C{n}"><v>1.01</v></c><c r="D{n}"><v>1.01</v></c></row>'
        for n in range(3, some(random, 30_000))
    )
    return foreign(rows)


@kind("xls", FOREIGN)
def pages_called_xls(random: Random) -> bytes:
    what = random.randrange(7)
    cell = "<td>1</td>" * 20
    body = (
        lambda: f"<table>{f'<tr>{cell}</tr>' * some(random, 60_000)}</table>",
        lambda: "<table>" * 5000 + "<tr><td>1" + "</table>" * 5000,
        lambda: "<div>" * some(random, 100_000) + "<table><tr><td>1</td></tr></table>",
        lambda: f"<table>{'<tr><td colspan=256 rowspan=999999>1</td></tr>' * some(random, 60_000)}</table>",
        lambda: f"<table><tr><td>{'长' * some(random, 9_000_000)}</td></tr></table>",
        lambda: "<table><tr><td>1</td></tr></table>" * some(random, 90_000),
        lambda: f"<p>{'<br>' * some(random, 3_000_000)}</p><table><tr><td>&#{'9' * 99999};</td></tr></table>",
    )[what]()
    return f"<html><body>{body}</body></html>".encode(random.choice(("utf-8", "gbk", "utf-16")))


@kind("xls", FOREIGN)
def old_workbooks(random: Random) -> bytes:
    import xlwt

    book, target = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("表")
    for row in range(some(random, 400)):
        for column in range(30):
            sheet.write(row, column, random.choice((row, "甲" * 90)))
    book.save(target)
    content = bytearray(target.getvalue())
    for _ in range(random.choice((0, 1, 30, 3000))):
        content[random.randrange(len(content))] = random.randrange(256)
    return bytes(content[: random.choice((len(content), len(content) // 2))])


FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@kind("docx", (*FOREIGN, "verify"))
def word_documents(random: Random) -> bytes:
    cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="9999"/></w:tcPr><w:p/></w:tc>'
    body = random.choice(
        (
            lambda: "<w:p><w:r><w:t>1</w:t></w:r></w:p>" * some(random, 400_000),
            lambda: f"<w:tbl>{f'<w:tr>{cell * 20}</w:tr>' * some(random, 20_000)}</w:tbl>",
            lambda: "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60,
            lambda: f"<w:tbl>{f'<w:tr>{wide * 60}</w:tr>' * some(random, 9000)}</w:tbl>",
            lambda: f"<w:p><w:r><w:t>{'长1' * some(random, 9_000_000)}</w:t></w:r></w:p>",
            lambda: f"<w:p>{'<w:r><w:t>1</w:t></w:r>' * some(random, 900_000)}</w:p>",
            lambda: f"<w:p>{FIELD * some(random, 300_000)}</w:p>",
            lambda: "<w:p>" * 200_000,
            lambda: "".join(
                f"<w:p><w:r><w:t>收入{n}.{n}万元，支出{n}元。</w:t></w:r></w:p>"
                for n in range(some(random, 60_000))
            ),
        )
    )()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        out.writestr("[Content_Types].xml", "<a/>")
        out.writestr("_rels/.rels", "<a/>")
        out.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
    return target.getvalue()


@kind("pdf", FOREIGN)
def pdf_files(random: Random) -> bytes:
    drawn = random.choice(
        (
            b"BT /F1 9 Tf 1 1 Td (1) Tj ET\n" * some(random, 300_000),
            b"0 0 m 9 9 l S\n" * some(random, 900_000),
            b"q\n" * some(random, 900_000),
            b"/X Do\n" * some(random, 9_000),
            b" " * some(random, 90_000_000),
        )
    )
    packed = zlib.compress(drawn)
    pages = random.choice((1, 1, 1900, 100_000))
    kids = " ".join(["3 0 R"] * pages)
    content = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        + f"2 0 obj<</Type/Pages/Count {pages}/Kids[{kids}]>>endobj\n".encode()
        + b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources<</XObject<</X 4 0 R>>"
        b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
        + f"4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode/Length {len(packed)}>>stream\n".encode()
        + packed
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    return content[: random.choice((len(content), len(content), random.randrange(len(content))))]


@kind("txt", FOREIGN)
def texts(random: Random) -> bytes:
    return random.choice(
        (
            lambda: "长".encode() * some(random, 15_000_000),
            lambda: b"1\n" * some(random, 9_000_000),
            lambda: b"\x0c1" * some(random, 900_000),
            lambda: bytes(some(random, 40_000_000)),
            lambda: "一、1.2万元（三）".encode("gbk") * some(random, 900_000),
        )
    )()


def drawn(count: int, seed: int, only: str = "") -> Iterator[tuple[str, str, bytes, str]]:
    """Name of the kind, ending, content and one of its commands: all kinds in turn, all commands in turn."""
    names = [name for name in KINDS if only in name]
    for number in range(count):
        name = names[number % len(names)]
        ending, maker, commands = KINDS[name]
        random = Random(f"{seed}:{number}")
        yield name, ending, maker(random), commands[(number // len(names)) % len(commands)]

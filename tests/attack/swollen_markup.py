"""Workbooks and documents whose beside-parts have no end: validations, formats, notes, escapes, circles."""
# ruff: noqa: E501

from __future__ import annotations

import io
import re
import zipfile
from random import Random

from attack.foreign_papers import WORD, documents
from attack.kinds import Maker, some
from attack.long_texts import escaped, word
from attack.sample_book import BOOK, SHEET, STRINGS, STYLES, books, changed, inserted, part


def behind_the_rows(markup: str) -> bytes:
    return changed({SHEET: part(SHEET).replace("</sheetData>", f"</sheetData>{markup}", 1)})


@books.kind
def rules_for_cells(random: Random) -> bytes:
    one = random.choice(
        (
            '<dataValidation type="list" sqref="A{0}"><formula1>"甲,乙"</formula1></dataValidation>',
            '<dataValidation type="list" sqref="A1:A{0} C1:C{0} E1:E{0}"/>',
            '<dataValidation type="custom" sqref="A{0}:XFD1048576"><formula1>A1=1</formula1></dataValidation>',
        )
    )
    return behind_the_rows(
        f"<dataValidations>{''.join(one.format(n) for n in range(1, some(random, 900_000)))}</dataValidations>"
    )


@books.kind
def what_else_stands_behind_the_rows(random: Random) -> bytes:
    kind, one = random.choice(
        (
            ("protectedRanges", '<protectedRange sqref="A{0}" name="r{0}"/>'),
            ("ignoredErrors", '<ignoredError sqref="A{0}" numberStoredAsText="1"/>'),
            ("rowBreaks", '<brk id="{0}" max="16383" man="1"/>'),
            ("autoFilter", '<filterColumn colId="{0}"><filters><filter val="{0}"/></filters></filterColumn>'),
            ("tableParts", '<tablePart xmlns:r="x" r:id="t{0}"/>'),
            ("extLst", '<ext uri="{0}"><a/></ext>'),
        )
    )
    return behind_the_rows(f"<{kind}>{''.join(one.format(n) for n in range(some(random, 900_000)))}</{kind}>")


@books.kind
def columns_without_end(random: Random) -> bytes:
    one = random.choice(
        ('<col min="1" max="16384" hidden="1" width="9"/>', '<col min="1" max="99999999999999999999"/>')
    )
    cols = f"<cols>{one * some(random, 900_000)}</cols>"
    return changed({SHEET: re.sub(r"<cols>.*?</cols>|(?=<sheetData)", cols, part(SHEET), count=1)})


@books.kind
def number_formats(random: Random) -> bytes:
    long = escaped(word(random, random.choice((2_000, 200_000)))).replace('"', "&quot;")
    code = random.choice(
        (long, "[" * 200_000, "&quot;" * 100_001, "\\" * 100_001, "yyyy" * 90_000, ";" * 200_000)
    )
    formats = f'<numFmt numFmtId="164" formatCode="{code}"/>' * random.choice((1, 5))
    many = "".join(
        f'<numFmt numFmtId="{n}" formatCode="yyyy/m/{n}"/>' for n in range(165, some(random, 200_000))
    )
    said = re.sub(r"<numFmts.*?</numFmts>", "", part(STYLES), flags=re.DOTALL)
    said = said.replace('numFmtId="0"', 'numFmtId="164"')
    return changed(
        {
            STYLES: re.sub(r"(<styleSheet[^>]*>)", rf"\1<numFmts>{'@'}</numFmts>", said, count=1).replace(
                "@", random.choice((formats, many)), 1
            )
        }
    )


@books.kind
def escapes(random: Random) -> bytes:
    one = random.choice(
        ("_x0041_", "_x005F_", "&#65;", "&#x10FFFF;", "<![CDATA[甲]]>", "<?甲 乙?>", "<!--甲-->", "\n")
    )
    text = one * some(random, 900_000)
    return changed({STRINGS: part(STRINGS).replace("</t></si>", f"{text}</t></si>", 1)})


@books.kind
def strings_of_small_runs(random: Random) -> bytes:
    run = random.choice(
        ('<r><rPr><b/><sz val="9"/></rPr><t>长</t></r>', "<r><t/></r>", '<rPh sb="0" eb="1"><t>长</t></rPh>')
    )
    runs = f"<si>{run * 30_000}</si>" * random.choice((1, 40))
    return changed({STRINGS: part(STRINGS).replace("<si>", f"{runs}<si>", 1)})


@books.kind
def names_of_sheets(random: Random) -> bytes:
    name = random.choice(
        (escaped(word(random, 30_000)), "&#10;", "\u202e甲", "'" * 9_000, "!" * 9_000, "a&#9;b")
    )
    return changed({BOOK: part(BOOK).replace("收支总表", name.replace('"', "&quot;"))})


@books.kind
def figures_of_all_kinds(random: Random) -> bytes:
    figure = random.choice(
        (
            "1E+400",
            "NaN",
            "INF",
            "-0",
            "1e-400",
            "1_000",
            "１２",
            "9" * 30_000,
            "0." + "1" * 900_000,
            "1e99999999999",
            " 1 ",
            "0x10",
        )
    )
    return changed(
        {
            name: re.sub(r'(<c r="[A-Z]+\d+"(?: s="\d+")?)/>', rf"\1><v>{figure}</v></c>", part(name))
            for name in (SHEET, "xl/worksheets/sheet4.xml", "xl/worksheets/sheet5.xml")
        }
    )


@books.kind
def notes_beside_cells(random: Random) -> bytes:
    note = '<comment ref="A{0}" authorId="0"><text><t>注</t></text></comment>'
    notes = "".join(note.format(n) for n in range(1, some(random, 600_000)))
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    link = f'<Relationship Id="n1" Type="{kind}" Target="../comments1.xml"/>'
    rels = "xl/worksheets/_rels/sheet3.xml.rels"
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return changed(
        {
            "xl/comments1.xml": f"<comments {space}><commentList>{notes}</commentList></comments>",
            rels: f"{head}{link}</Relationships>",
        }
    )


@books.kind
def deep_formulas(random: Random) -> bytes:
    deep = some(random, 60_000)
    formula = random.choice(
        (lambda: "(" * deep + "1" + ")" * deep, lambda: "IF(1," * deep, lambda: "-" * deep + "1")
    )()
    said = (
        f'<row r="999"><c r="A999"><f t="shared" si="0" ref="A999:A1048576">{formula}</f><v>1</v></c></row>'
    )
    return inserted(SHEET, "</sheetData>", said)


@documents.kind
def documents_of_odd_markup(random: Random) -> bytes:
    number = some(random, 200_000)
    text = "<w:r><w:t>收入1万元</w:t></w:r>"
    body, parts = random.choice(
        (
            lambda: (
                "<w:p>" + "<w:sdt><w:sdtContent>" * 900 + text + "</w:sdtContent></w:sdt>" * 900 + "</w:p>",
                {},
            ),
            lambda: (f"<w:p>{f'<w:ins>{text}</w:ins><w:del>{text}</w:del>' * (number // 9)}</w:p>", {}),
            lambda: (
                "".join(
                    f'<w:p><w:bookmarkStart w:id="{n}" w:name="b{n}"/><w:bookmarkEnd w:id="{n}"/></w:p>'
                    for n in range(number // 3)
                ),
                {},
            ),
            lambda: (
                f"<w:p>{'<w:fldSimple w:instr=&quot;=1&quot;>'.replace('&quot;', chr(34)) * 300}{text}{'</w:fldSimple>' * 300}</w:p>",
                {},
            ),
            lambda: (
                '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr>' + text + "</w:p>",
                {"word/styles.xml": _styles(number, random)},
            ),
            lambda: (
                '<w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr>'
                + text
                + "</w:p>",
                {
                    "word/numbering.xml": f"<w:numbering {WORD}>{f'<w:num w:numId={chr(34)}1{chr(34)}/>' * number}</w:numbering>"
                },
            ),
            lambda: (f"<w:p><w:r>{'<w:tab/><w:br/>' * number}</w:r></w:p>", {}),
            lambda: (f"<w:p><w:r><w:t xml:space='preserve'>{' ' * 900_000}</w:t></w:r></w:p>", {}),
            lambda: ("<w:p>" + "<w:hyperlink>" * 900 + text + "</w:hyperlink>" * 900 + "</w:p>", {}),
            lambda: (
                "<w:p><w:r>"
                + "<w:txbxContent><w:p><w:r>" * 200
                + "<w:t>1</w:t>"
                + "</w:r></w:p></w:txbxContent>" * 200
                + "</w:r></w:p>",
                {},
            ),
            lambda: (
                f"<w:p>{text}</w:p>",
                {
                    "word/footnotes.xml": f"<w:footnotes {WORD}>{f'<w:footnote w:id={chr(34)}1{chr(34)}><w:p>{text}</w:p></w:footnote>' * (number // 4)}</w:footnotes>"
                },
            ),
        )
    )()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        out.writestr("[Content_Types].xml", "<a/>")
        out.writestr("_rels/.rels", "<a/>")
        out.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            out.writestr(name, content)
    return target.getvalue()


def _styles(number: int, random: Random) -> str:
    circle = random.choice((number // 4, 2, 1))
    one = '<w:style w:type="paragraph" w:styleId="s{0}"><w:basedOn w:val="s{1}"/></w:style>'
    return (
        f"<w:styles {WORD}>{''.join(one.format(n, (n + 1) % circle) for n in range(number // 4))}</w:styles>"
    )


LISTED: tuple[Maker, ...] = (rules_for_cells, documents_of_odd_markup)

"""Word templates that would fill time or memory, or that lead out of the file."""
# ruff: noqa: E501, UP031

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from random import Random

from attack.kinds import Content, Kinds, some

from jixiao.pack.loading import load_pack

templates = Kinds("docx", ("run --template", "template lint"))
DOCUMENT, TYPES, ROOT, LINKS = (
    "word/document.xml",
    "[Content_Types].xml",
    "_rels/.rels",
    "word/_rels/document.xml.rels",
)
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def part(name: str) -> str:
    with zipfile.ZipFile(load_pack().reports / "report.docx") as archive:
        return archive.read(name).decode()


def changed(changes: Mapping[str, str | bytes | None]) -> bytes:
    """The shipped template with parts replaced, added or (None) left out."""
    target = io.BytesIO()
    with zipfile.ZipFile(load_pack().reports / "report.docx") as source:
        parts: dict[str, str | bytes | None] = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for name, content in (parts | dict(changes)).items():
            if content is not None:
                out.writestr(name, content)
    return target.getvalue()


def body(inside: str, more: Mapping[str, str | bytes | None] | None = None) -> bytes:
    return changed(
        {DOCUMENT: f"<w:document {SPACE}><w:body>{inside}</w:body></w:document>"} | dict(more or {})
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def related(kind: str, target: str, external: bool = False, of: str = LINKS) -> dict[str, str]:
    mode = ' TargetMode="External"' if external else ""
    link = f'<Relationship Id="x99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return {of: part(of).replace("</Relationships>", f"{link}</Relationships>")}


@templates.kind
def braces_without_end(random: Random) -> Content:
    sign = random.choice(("{{", "{#", "{%", "}}", "{", "{ {", "｛｛", "{{%", "{{ 甲", "{#}", "{{}", "%}"))
    return body(paragraph(sign * some(random, 100_000)))


@templates.kind
def braces_in_many_paragraphs(random: Random) -> Content:
    return body(paragraph(random.choice(("{{", "{#", "{%p", "{{ 支出.合计", "}}"))) * some(random, 49_000))


@templates.kind
def blank_paragraphs(random: Random) -> Content:
    return body(random.choice(("<w:p/>", "<w:p></w:p>", "<w:r/>", "<w:tbl/>")) * some(random, 2_000_000))


@templates.kind
def endless_tags(random: Random) -> Content:
    inner = random.choice(
        ("(" * 900, "-" * 1900, "[" * 900, "not " * 400, "1+" * 900, "a|" * 900, ".甲" * 900, "'" * 1900)
    )
    return body(paragraph("{{ " + inner + "1 }}") * some(random, 900))


@templates.one_of(
    "1e999",
    "-1e999",
    "1e-999",
    "9" * 1500,
    "1/0",
    "1%0",
    "1//0",
    "9999999999*9999999999*1.5",
    "0.0/0.0",
    "1e308*10",
    "1e999-1e999",
    "(1e999)|整数",
)
def numbers_beyond_reason(said: str) -> Content:
    return body(paragraph(f"合计{{{{ {said} }}}}万元"))


@templates.kind
def loops(random: Random) -> Content:
    depth = random.randint(3, 14)
    begins = "".join(f"{{% for 行{level} in 功能分类 %}}" for level in range(depth))
    return body(paragraph(begins + random.choice(("x", "", "{{ 行1.名称 }}")) + "{% endfor %}" * depth))


@templates.one_of("甲 + 甲", "甲 * 甲", "功能分类|列举('名称', '', 甲)", "甲 ~ 甲")
def texts_that_grow(step: str) -> Content:
    return body(paragraph("{% set 甲 = 单位.名称 %}" + f"{{% set 甲 = {step} %}}" * 40 + "{{ 甲 }}"))


@templates.kind
def many_tags(random: Random) -> Content:
    return body(paragraph("{{ 支出.合计 }}" * some(random, 1200)) * random.choice((1, 5, 40)))


@templates.kind
def split_tags(random: Random) -> Content:
    runs = "".join(f"<w:r><w:t>{sign}</w:t></w:r>" for sign in "{{ 支出.合计 }}") * some(random, 1000)
    return body(f"<w:p>{runs}</w:p>")


@templates.kind
def fields_that_fetch(random: Random) -> Content:
    words = (
        "INCLUDETEXT",
        "INCLUDEPICTURE",
        "DATABASE",
        "DDEAUTO",
        "LINK",
        "RD",
        "IMPORT",
        "EMBED",
        "HYPERLINK",
    )
    target = random.choice(("c:\\\\a.docx", "{{ 单位.简称 }}", "file:///etc/passwd", "\\\\\\\\host\\\\a"))
    told = f"{random.choice(words)} &quot;{target}&quot;"
    pieces = [told[:at] for at in (3,)] + [told[3:]]
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    begin, end = ('<w:r><w:fldChar w:fldCharType="%s"/></w:r>' % each for each in ("begin", "end"))
    return body(
        random.choice((f"<w:p>{begin}{runs}{end}</w:p>", f'<w:p><w:fldSimple w:instr="{told}"/></w:p>'))
    )


@templates.one_of(
    "INCLUDE{{ &quot;TEXT&quot;|固定 }} a",
    "{{ &quot;DDEAUTO&quot;|固定 }} a",
    "{% if true %}LINK{% endif %} a",
    "{{ 单位.简称 }}",
    "HYPERLINK {{ 单位.简称 }}",
)
def fields_made_by_tags(told: str) -> Content:
    begin, end = ('<w:r><w:fldChar w:fldCharType="%s"/></w:r>' % each for each in ("begin", "end"))
    return body(f"<w:p>{begin}<w:r><w:instrText>{told}</w:instrText></w:r>{end}</w:p>")


@templates.kind
def relations_out_of_the_file(random: Random) -> Content:
    which = random.choice(
        ("image", "oleObject", "hyperlink", "attachedTemplate", "frame", "subDocument", "aFChunk", "x")
    )
    target = random.choice(
        ("file:///c:/a.exe", "http://127.0.0.1:1/a", "\\\\\\\\host\\\\a.dotm", "javascript:alert(1)", "a.png")
    )
    return changed(related(which, target, external=True))


@templates.kind
def objects(random: Random) -> Content:
    which, name = random.choice(
        (
            ("oleObject", "embeddings/o.bin"),
            ("control", "activeX/a.xml"),
            ("vbaProject", "media/image1.png"),
            ("aFChunk", "a.html"),
            ("package", "embeddings/a.xlsx"),
            ("subDocument", "b.docx"),
        )
    )
    return changed(related(which, name) | {f"word/{name}": random.choice((b"x", b"<a/>"))})


@templates.kind
def texts_under_other_names(random: Random) -> Content:
    text = f"<w:hdr {SPACE}>{paragraph('{{ 支出.合计 }}')}</w:hdr>"
    main = {ROOT: part(ROOT).replace("word/document.xml", "word/other.xml"), "word/other.xml": part(DOCUMENT)}
    return changed(random.choice((related("header", "header1.bin") | {"word/header1.bin": text}, main)))


@templates.kind
def attached_templates(random: Random) -> Content:
    settings = "word/_rels/settings.xml.rels"
    link = f"<r:Relationship TargetMode='External' Target='file:///c:/a.dotm' Type='{OFFICE}/attachedTemplate' Id='r1'/>"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return changed({settings: f"<r:Relationships xmlns:r='{space}'>{link}</r:Relationships>"})


@templates.kind
def paths(random: Random) -> Content:
    return changed(
        {
            random.choice(
                ("../../a.xml", "..\\a.xml", "C:\\a.xml", "c:a", "/a.xml", "word/../../a.xml", "a" * 60_000)
            ): "<a/>"
        }
    )


@templates.kind
def macros(random: Random) -> Content:
    kinds = ("application/vnd.ms-word.document.macroEnabled.main+xml", "application/vnd.ms-office.vbaProject")
    return changed(
        {
            TYPES: part(TYPES).replace(
                "</Types>", f'<Default Extension="bin" ContentType="{random.choice(kinds)}"/></Types>'
            )
        }
    )


@templates.kind
def damaged(random: Random) -> Content:
    content = bytearray(changed({}))
    for _ in range(random.randint(1, 300)):
        content[random.randrange(len(content))] = random.randrange(256)
    return bytes(content[: random.choice((len(content), random.randrange(len(content))))])


@templates.one_of(b"", b"PK", b"x" * 9999, b"\xd0\xcf\x11\xe0" * 999, b"<html>", b"{{ }}")
def no_document_at_all(content: Content) -> Content:
    return content


@templates.kind
def swollen(random: Random) -> Content:
    return changed(
        {
            random.choice((DOCUMENT, "word/styles.xml", "word/media/a.bmp", "docProps/app.xml")): bytes(
                some(random, 90_000_000)
            )
        }
    )


@templates.kind
def entities(random: Random) -> Content:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return changed(
        {
            random.choice(
                (DOCUMENT, "word/styles.xml", TYPES, ROOT)
            ): f'<!DOCTYPE x [<!ENTITY l0 "ha">{lol}]><x>&l11;</x>'
        }
    )


@templates.kind
def deep_markup(random: Random) -> Content:
    what = random.choice(("w:tbl", "w:sdt", "w:p"))
    deep = random.choice((100, 240, 5000))
    return body(f"<{what}>" * deep + paragraph("{{ 支出.合计 }}") + f"</{what}>" * deep)


@templates.kind
def wide_tables(random: Random) -> Content:
    cell = "<w:tc><w:p><w:r><w:t>{{ 支出.合计 }}</w:t></w:r></w:p></w:tc>"
    return body(f"<w:tbl>{f'<w:tr>{cell * 60}</w:tr>' * some(random, 80)}</w:tbl>")


@templates.kind
def rows_in_rows(random: Random) -> Content:
    row = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    level = random.choice(("tr", "p", "tc", "r"))
    rows = (f"{{%{level} for 行 in 功能分类 %}}", "{{ 行.名称|合并 }}", f"{{%{level} endfor %}}")
    return body(f"<w:tbl>{''.join(map(row.format, rows)) * some(random, 500)}</w:tbl>")


@templates.kind
def signs_beside_tags(random: Random) -> Content:
    text = random.choice(
        (
            "{ 收入.合计 }",
            "{{ 收入.合计 }",
            "{{收入.合计}}}",
            "｛｛ 收入.合计 ｝｝",
            "{{ 收入 . 合计 }}",
            "{" + " " * 19_000 + "}",
            "{{" + "\t" * 9000 + "}}",
        )
    )
    return body(paragraph(text) * some(random, 60))

"""Word templates whose parts are written in strange signs, or with tags where nobody fills them."""

from __future__ import annotations

from random import Random

from attack.hostile_templates import OFFICE, SPACE, body, changed, paragraph, part, templates
from attack.kinds import Content, some

ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-7", "gbk", "utf-32", "latin-1", "cp500")
PARTS = (
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "docProps/core.xml",
    "docProps/app.xml",
    "word/styles.xml",
    "word/header1.xml",
    "[Content_Types].xml",
    "_rels/.rels",
)
TAG = "{{ 支出.合计 }}"


@templates.kind
def other_encodings(random: Random) -> Content:
    name, encoding = random.choice(PARTS), random.choice(ENCODINGS)
    text = part(name).replace("UTF-8", random.choice((encoding, "UTF-8", "no-such-code")))
    return changed({name: text.encode(encoding, "xmlcharrefreplace")})


@templates.kind
def parts_of_nothing(random: Random) -> Content:
    said = random.choice(
        (b"", b"\0", b"x", b"<", b"<a/>", b"\xff\xfe", b"\xef\xbb\xbf", b" " * 999, b"<a>{{ x }}")
    )
    return changed(
        {random.choice((*PARTS, "word/footnotes.xml", "word/comments.xml", "docProps/custom.xml")): said}
    )


@templates.kind
def many_parts(random: Random) -> Content:
    tags = random.choice((TAG, "{{ 1" + "+1" * 400 + " }}", "{{", "{# ", "{{ }}"))
    header = f"<w:hdr {SPACE}>{paragraph(tags * some(random, 30))}</w:hdr>"
    return changed({f"word/header{number}.xml": header for number in range(9, some(random, 900))})


@templates.kind
def tags_that_nobody_fills(random: Random) -> Content:
    tag = random.choice((TAG, "{" * 90_000, "{{" + "a" * 1990, "{% if 草稿 %}", "%7B%7B甲%7D%7D" * 9000))
    names = ("word/comments.xml", "word/diagrams/data1.xml", "customXml/item1.xml", "word/charts/drawn1.xml")
    attributes = "".join(f'<b c="{tag}"/>' for _ in range(40))
    xml = random.choice((f"<a>{tag * some(random, 40)}</a>", f'<a b="{tag}"/>', f"<a>{attributes}</a>"))
    return changed({random.choice(names): xml})


@templates.kind
def tags_that_are_lost(random: Random) -> Content:
    binding = f"<w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{paragraph(TAG)}</w:sdtContent>"
    deep = random.choice((1, 100, 230))
    merged = '<w:tcPr><w:gridSpan w:val="{}"/><w:vMerge/></w:tcPr>'.format(
        random.choice((1, 999999, -1, "x"))
    )
    row = f"<w:tr>{f'<w:tc>{merged}{paragraph(TAG)}</w:tc>' * 60}</w:tr>"
    field = f'<w:fldSimple w:instr="DATE">{paragraph(TAG)[5:-6]}</w:fldSimple>'
    return body(
        random.choice(
            (
                f"{'<w:sdt><w:sdtContent>' * deep}<w:sdt>{binding}</w:sdt>{'</w:sdtContent></w:sdt>' * deep}",
                f"<w:tbl>{row * some(random, 60)}</w:tbl>",
                f"<w:p>{field * some(random, 4000)}</w:p>",
            )
        )
    )


@templates.kind
def relations_written_otherwise(random: Random) -> Content:
    kind = random.choice(
        ("attached&#84;emplate", "ATTACHEDTEMPLATE", "attachedTemplate", "ole&#79;bject", "fr&#97;me")
    )
    name = random.choice(
        ("word/_rels/settings.xml.rels", "word/_rels/settings.xml.RELS", "word/_rels/a.bin.rels")
    )
    link = f'<Relationship Id="r1" TargetMode="External" Target="file:///c:/a.dotm" Type="{OFFICE}/{kind}"/>'
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    before = random.choice(("", " ", "\t", "\r\n"))
    text = f'{before}<Relationships xmlns="{space}">{link}</Relationships>'
    return changed({name: text.encode(random.choice(("utf-8", "utf-16", "utf-16-le")))})

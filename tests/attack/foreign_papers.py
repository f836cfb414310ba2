"""Documents of others that have no end, or draw without one: .docx, .pdf, .txt."""
# ruff: noqa: E501

from __future__ import annotations

import io
import zipfile
import zlib
from random import Random

from attack.foreign_tables import FOREIGN
from attack.kinds import Kinds, some

documents, pdfs, plain = (
    Kinds("docx", (*FOREIGN, "verify", "audit")),
    Kinds("pdf", (*FOREIGN, "audit")),
    Kinds("txt", FOREIGN),
)

FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@documents.kind
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
    return document(body)


def document(body: str) -> bytes:
    """A Word file with nothing but this body."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        out.writestr("[Content_Types].xml", "<a/>")
        out.writestr("_rels/.rels", "<a/>")
        out.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
    return target.getvalue()


@pdfs.kind
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


@plain.kind
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

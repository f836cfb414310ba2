"""A page that draws without end is found before a library draws it; what reports draw is not."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

import pytest

from jixiao.documents.pdf.drawn import A_CALL, MOST_DRAWN
from jixiao.documents.pdf.streams import is_swollen
from jixiao.documents.reading import read_document
from jixiao.model.errors import UnusableInput


def form(number: int, draws: bytes, names: bytes = b"", filters: bytes = b"") -> bytes:
    head = b"%d 0 obj<</Subtype/Form/Resources<</XObject<<%b>>>>%b>>" % (number, names, filters)
    return head + b"stream\n" + draws + b"\nendstream\nendobj\n"


def forms_in_forms(times: int) -> bytes:
    called = (form(n, b"/X Do\n" * times, b"/X %d 0 R" % (n + 1)) for n in range(4, 9))
    return b"".join(called) + form(9, b"0 0 m 9 9 l S")


ENDLESS = b"/X Do\n" * (MOST_DRAWN // A_CALL + 1)


@pytest.mark.parametrize(
    "content",
    [
        forms_in_forms(10),
        form(4, b"/X Do", b"/X 5 0 R") + form(5, b"/Y Do", b"/Y 4 0 R"),
        form(4, b"/#58 Do", b"/X 4 0 R"),
        form(4, b"", b"/Contents 5 0 R") + form(5, zlib.compress(b"(1)'\n" * (MOST_DRAWN // 24))),
        b"3 0 obj<</Contents[%b]>>" % (b"4 0 R " * 40) + form(4, bytes(2**20)),
        b"5 0 obj<</Type/ObjStm/First 4>>stream\n6 0 <</X 4 0 R>>\nendstream\n"
        + b"4 0 obj<</Subtype/Form>>stream\n/X Do\nendstream",
        form(4, zlib.compress(ENDLESS)),
        form(4, base64.a85encode(zlib.compress(ENDLESS)) + b"~>", filters=b"/Filter[/A85/Fl]"),
        form(4, ENDLESS.hex().encode() + b">", filters=b"/Filter/ASCIIHexDecode"),
        form(4, b"\x05/X Do\n" * (len(ENDLESS) // 6) + b"\x80", filters=b"/Filter/RunLengthDecode"),
    ],
)
def test_what_draws_without_end_is_found(content: bytes):
    assert is_swollen(content)


@pytest.mark.parametrize(
    "content",
    [
        forms_in_forms(3),
        form(4, b"/X Do " * 500, b"/X 5 0 R") + form(5, b"/X Do", b"/X 6 0 R") + form(6, bytes(2000)),
        b"3 0 obj<</Contents[4 0 R 5 0 R]>>" + form(4, bytes(2**20)) + form(5, bytes(2**20)),
        b"3 0 obj<</FontFile2 4 0 R>>" + form(4, b")" * (MOST_DRAWN // 20)),
    ],
)
def test_what_reports_draw_is_not(content: bytes):
    assert not is_swollen(content)


def test_pages_that_take_long_and_say_nothing_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from jixiao.documents.pdf import pdf_document

    monkeypatch.setattr(pdf_document, "MOST_IDLE", -1)
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    pages = b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
    catalog = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    (tmp_path / "a.pdf").write_bytes(
        b"%PDF-1.4\n" + catalog + pages + page + b"trailer<</Root 1 0 R>>\n%%EOF"
    )
    with pytest.raises(UnusableInput, match=r"“a\.pdf”里的文字或单元格太多"):
        read_document(tmp_path / "a.pdf")

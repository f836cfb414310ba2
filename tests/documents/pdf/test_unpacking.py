"""The ways in which a stream of a PDF may be packed, each undone; examples of the PDF reference."""

from __future__ import annotations

import zlib

import pytest

from jixiao.documents.pdf.unpacking import unpacked

LZW = bytes((0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01))  # ISO 32000-1, 7.4.4.2


@pytest.mark.parametrize(
    ("head", "packed", "held"),
    [
        (b"", b"q Q", b"q Q"),
        (b"", zlib.compress(zlib.compress(b"q Q")), b"q Q"),
        (b"<</Filter/FlateDecode>>", zlib.compress(b"q Q"), b"q Q"),
        (b"<</Filter/FlateDecode>>", b"\x78no", b"\x78no"),
        (b"<</Filter [/ASCIIHexDecode /Fl]>>", zlib.compress(b"q Q").hex().encode() + b">", b"q Q"),
        (b"<</Filter/ASCIIHexDecode>>", b"71 2>", b"q "),
        (b"<</Filter/ASCII85Decode>>", b"<~E<~>", b"q"),
        (b"<</Filter/RunLengthDecode>>", b"\x01ab\xffc\x80d", b"abcc"),
        (b"<</Filter/LZWDecode>>", LZW, bytes((45, 45, 45, 45, 45, 65, 45, 45, 45, 66))),
        (b"<</Filter/DCTDecode>>", b"y", b"y"),
    ],
)
def test_a_stream_is_unpacked(head: bytes, packed: bytes, held: bytes):
    assert unpacked(head, packed) == held

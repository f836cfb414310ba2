"""A small file that unpacks to a huge one is refused before it is unpacked."""

from __future__ import annotations

import time
import zlib
from pathlib import Path

import pytest

from jixiao.documents.pdf.streams import MOST_UNPACKED, is_swollen
from jixiao.documents.reading import read_document
from jixiao.model.errors import UnusableInput


def stream(content: bytes, head: bytes = b"<</Filter/FlateDecode>>") -> bytes:
    return b"4 0 obj\n" + head + b"stream\n" + content + b"\nendstream\nendobj\n"


BOMB = zlib.compress(bytes(MOST_UNPACKED + 1), 9)


def test_a_stream_that_swells_is_found_also_behind_others_and_packed_twice():
    assert is_swollen(stream(b"0 0 m") + stream(BOMB))
    assert is_swollen(stream(zlib.compress(BOMB)))


def test_many_streams_are_too_much_together():
    large = stream(zlib.compress(bytes(MOST_UNPACKED)))
    assert not is_swollen(large)
    assert is_swollen(large * 7)


@pytest.mark.parametrize(
    "content",
    [stream(BOMB, b"<</Subtype/Image>>"), stream(b"\x78" + BOMB[5:]), b"stream\n", b"", stream(bytes(10**6))],
)
def test_pictures_and_what_is_not_packed_swell_not(content: bytes):
    assert not is_swollen(content)


def test_a_file_that_swells_is_refused_at_once(tmp_path: Path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + stream(BOMB))
    start = time.perf_counter()
    with pytest.raises(UnusableInput, match=r"“a\.pdf”里的文字或单元格太多"):
        read_document(tmp_path / "a.pdf")
    assert time.perf_counter() - start < 5

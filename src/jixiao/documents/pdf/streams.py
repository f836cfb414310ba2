"""What is packed in a PDF is bearable: looked at before a library unpacks it, which knows no bounds."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

MOST_UNPACKED = 32 * 2**20  # of a stream that is drawn or read; pictures are never unpacked here
MOST_IN_ALL = 200 * 2**20
_DEEPEST = 3  # packed streams within packed streams
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_HEAD = 1000  # bytes before a stream in which its dictionary stands
_PICTURE = b"/Image"
_PACKED = b"\x78"  # begins what zlib has packed


def is_swollen(content: bytes) -> bool:
    """Whether a stream of the file, or all of them, unpack to more than any report holds."""
    total = 0
    for packed in _streams(content):
        size = _unpacked(packed)
        total += size
        if size > MOST_UNPACKED or total > MOST_IN_ALL:
            return True
    return False


def _streams(content: bytes) -> Iterator[bytes]:
    for match in _STREAM.finditer(content):
        head = content[max(match.start() - _HEAD, 0) : match.start()]
        if _PICTURE not in head[head.rfind(b"obj") :]:
            end = content.find(b"endstream", match.end())
            yield content[match.end() : end if end >= 0 else len(content)]


def _unpacked(packed: bytes) -> int:
    """The size of what a stream holds, as far as the bound; of one that is not packed, its own."""
    for _ in range(_DEEPEST):
        if not packed.startswith(_PACKED):
            break
        try:
            packed = zlib.decompressobj().decompress(packed, MOST_UNPACKED + 1)
        except zlib.error:
            break
    return len(packed)

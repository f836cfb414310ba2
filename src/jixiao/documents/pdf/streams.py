"""What is packed in a PDF is bearable: looked at before a library draws it, which knows no bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.documents.pdf.drawn import DrawnStream, drawing, is_overdrawn
from jixiao.documents.pdf.unpacking import MOST_UNPACKED, OLD, unpacked

MOST_IN_ALL = 200 * 2**20  # of all streams; pictures are never unpacked here
MOST_OLD = 4 * 2**20  # of all streams packed in ways that programs of this century do not use
MOST_OBJECTS = 16 * 2**20  # of all that is no stream; a hundred pages have one
MOST_STREAMS = 60_000  # beginnings and ends; two thousand pages have some 20,000
_BEGINNING = b"stream"
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_HEAD = 20_000  # bytes before a stream in which its dictionary stands
_PICTURE, _DRAWING = b"/Image", b"/Form"
_OBJECTS = re.compile(rb"/ObjStm\b")  # objects that are no streams, packed together
MOST_HEADS = 1_000_000  # bytes at the beginning of such a stream that tell where its objects are
_FIRST = re.compile(rb"/First\s+(\d{1,9})")


def is_swollen(content: bytes) -> bool:
    """Whether a stream of the file, all of them, or a page is more than any report holds."""
    if content.count(_BEGINNING) > MOST_STREAMS:
        return True
    total = old = 0
    drawings: dict[int, list[DrawnStream]] = {}
    texts = list(_between(content))
    for head, packed in _streams(content):
        old += len(packed) if OLD.search(head) else 0
        inside = unpacked(head, packed) if old <= MOST_OLD else b""
        total += len(inside)
        if old > MOST_OLD or len(inside) > MOST_UNPACKED or total > MOST_IN_ALL:
            return True
        if _OBJECTS.search(head):
            texts.append(_objects(head, inside))
        number, found = drawing(head, inside)
        drawings.setdefault(number, []).append(found)
    return sum(map(len, texts)) > MOST_OBJECTS or is_overdrawn(drawings, texts)


def _streams(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What stands before each stream, and what it holds, without pictures."""
    behind = 0
    for match in _STREAM.finditer(content):
        head = content[max(match.start() - _HEAD, behind) : match.start()]
        own = head[head.rfind(b"obj") :]
        end = content.find(b"endstream", match.end())
        if _PICTURE not in own or _DRAWING in own:
            yield head, content[match.end() : end if end >= 0 else len(content)]
        behind = end if end >= 0 else len(content)


def _between(content: bytes) -> Iterator[bytes]:
    """What of the file is no stream."""
    at = 0
    for match in _STREAM.finditer(content):
        if match.start() >= at:
            yield content[at : match.start()]
            end = content.find(b"endstream", match.end())
            at = end if end >= 0 else len(content)
    yield content[at:]


def _objects(head: bytes, inside: bytes) -> bytes:
    """The objects of a stream written as they would stand in the file."""
    first = int((_FIRST.findall(head) or [b"0"])[-1])
    words = [
        int(word) for word in inside[: min(first, MOST_HEADS)].split() if len(word) < 10 and word.isdigit()
    ]
    numbers, starts = words[::2], [first + start for start in words[1::2]]
    if starts != sorted(starts):
        return inside
    pieces = (inside[start:end] for start, end in pairwise([*starts, len(inside)]))
    return b"".join(b"%d 0 obj %b\n" % found for found in zip(numbers, pieces, strict=False))

"""A stream of a PDF unpacked, as far as a bound, by all the ways in which one may be packed."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Callable

MOST_UNPACKED = 32 * 2**20  # of a stream that is drawn or read
_FILTER = re.compile(rb"/(?:Filter|DecodeParms)\s*(\[[^\]]{0,999}\]|/\w+)")
OLD = re.compile(rb"/(?:RunLengthDecode|RL|LZWDecode|LZW)\b")  # unpacked here, not by a library
_NAMES = re.compile(rb"/(\w+)")
_ZLIB = range(0x08, 0x79, 0x10)  # begins what zlib has packed
_CLEAR, _END = 256, 257  # codes of LZW


def unpacked(head: bytes, packed: bytes) -> bytes:
    """What a stream holds; of one that is not packed, or in a way that nobody knows, itself.

    `head`: its dictionary. The result is longer than the bound if the stream holds more.
    """
    said = [name.decode() for each in _FILTER.findall(head) for name in _NAMES.findall(each)]
    for name in (*said, *["FlateDecode"] * 3):  # what a head says may be hidden
        packed = _WAYS.get(name, bytes)(packed)
        if len(packed) > MOST_UNPACKED:
            break
    return packed


def _flate(packed: bytes) -> bytes:
    if not packed or packed[0] not in _ZLIB:
        return packed
    try:
        return zlib.decompressobj().decompress(packed, MOST_UNPACKED + 1)
    except zlib.error:
        return packed


def _ascii85(packed: bytes) -> bytes:
    try:
        return base64.a85decode(packed.partition(b"~>")[0].removeprefix(b"<~"))
    except ValueError:
        return packed


def _hexadecimal(packed: bytes) -> bytes:
    digits = b"".join(packed.partition(b">")[0].split())
    try:
        return binascii.unhexlify(digits + b"0" * (len(digits) % 2))
    except ValueError:
        return packed


def _runs(packed: bytes) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while at < len(packed) and packed[at] != 128:
        length = packed[at]
        if length < 128:
            pieces.append(packed[at + 1 : at + length + 2])
            at += length + 2
        else:
            pieces.append(packed[at + 1 : at + 2] * (257 - length))
            at += 2
    return b"".join(pieces)


def _lzw(packed: bytes) -> bytes:
    known = [bytes([code]) for code in range(256)] + [b"", b""]
    pieces: list[bytes] = []
    before, width, held, bits, size = b"", 9, 0, 0, 0
    for byte in packed:
        held, bits = (held << 8 | byte) & 0xFFFFFF, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & (1 << width) - 1
        if code == _END or size > MOST_UNPACKED or code > len(known):
            break
        if code == _CLEAR:
            del known[258:]
            before, width = b"", 9
            continue
        piece = known[code] if code < len(known) else before + before[:1]
        if before and len(known) < 4096:
            known.append(before + piece[:1])
        pieces.append(piece)
        before, size = piece, size + len(piece)
        width = max(9, min((len(known) + 1).bit_length(), 12))
    return b"".join(pieces)


_WAYS: dict[str, Callable[[bytes], bytes]] = {
    "FlateDecode": _flate,
    "Fl": _flate,
    "ASCII85Decode": _ascii85,
    "A85": _ascii85,
    "ASCIIHexDecode": _hexadecimal,
    "AHx": _hexadecimal,
    "RunLengthDecode": _runs,
    "RL": _runs,
    "LZWDecode": _lzw,
    "LZW": _lzw,
}

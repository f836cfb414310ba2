"""Marks in a file that say that we have made it: the author whom a table names, also when it was saved since,
and a hash of all the rest, which says that nobody has.

In a zip the hash is the comment of the archive, in a PDF a comment in front of its last lines, in a page one
behind all; office programs and browsers pass over them, and write none when they save.
"""

from __future__ import annotations

import hashlib
from datetime import datetime

AUTHOR = "jixiao"
MADE = datetime(1980, 1, 1)  # no clock in a file
_SAID = b"jixiao.made.sha256="
_HEX = 64
_LENGTH = len(_SAID) + _HEX
_END_OF_ZIP, _NO_COMMENT = b"PK\x05\x06", b"\x00\x00"
_PAGE, _BEFORE, _BEHIND = b"<!doctype html>", b"<!--", b"-->\n"
_END_OF_PDF = b"startxref"


def marked(content: bytes) -> bytes:
    """A zip, a PDF or a page with its mark; anything else as it is."""
    if content[-22:-18] == _END_OF_ZIP and content.endswith(_NO_COMMENT):
        return content[:-2] + _LENGTH.to_bytes(2, "little") + _mark(content)
    if content.startswith(b"%PDF") and (at := content.rfind(_END_OF_PDF)) > 0:
        return content[:at] + b"%" + _mark(content) + b"\n" + content[at:]
    if content.startswith(_PAGE):
        return content + _BEFORE + _mark(content) + _BEHIND
    return content


def bears_mark(content: bytes) -> bool:
    """True for a file exactly as `marked` has given it; also for one in which there is nothing at all."""
    at = content.rfind(_SAID)
    if at < 0:
        return not content
    mark, behind = content[at : at + _LENGTH], content[at + _LENGTH :]
    if content.startswith(b"%PDF"):
        return mark == _mark(content[: at - 1] + behind[1:])
    if content.startswith(_PAGE):
        return behind == _BEHIND and mark == _mark(content[: at - len(_BEFORE)])
    return not behind and mark == _mark(content[: at - 2] + _NO_COMMENT)


def _mark(content: bytes) -> bytes:
    return _SAID + hashlib.sha256(content).hexdigest().encode()

"""An examined workbook as a worker sends it and the store keeps it: to pass it on, nobody need open it."""

from __future__ import annotations

import zlib
from typing import Any

import msgspec

from jixiao.desk.examined import BookTrouble, EarlierRound, ExaminedBook
from jixiao.desk.results_owner import owner_of

_LEVEL = 1  # of zlib: the higher ones take three times as long for a tenth of the size


class SealedBook(msgspec.Struct, frozen=True):
    """`content` holds all of it; beside it stands what is asked of every workbook.

    `owner`: as owner_of() says it. Of one that counts without its results trouble and sentence say so.
    """

    book: str
    digest: str
    code: int
    trouble: BookTrouble | None
    sentence: str
    owner: str
    content: bytes

    def opened(self) -> ExaminedBook:
        """The whole."""
        return opened(self.content)


def sealed(one: ExaminedBook) -> SealedBook:
    """Of names of files that are no text, in sentences and paths, the bytes are spelt out."""
    try:
        packed = msgspec.msgpack.encode(one)
    except UnicodeEncodeError:
        one = msgspec.convert(_spelt(msgspec.to_builtins(one)), ExaminedBook)
        packed = msgspec.msgpack.encode(one)
    content = zlib.compress(packed, _LEVEL)
    trouble = BookTrouble.NOT_WRITTEN if one.unwritten else one.trouble
    said = one.unwritten or one.sentence
    return SealedBook(one.book, one.digest, one.code, trouble, said, owner_of(one), content)


def opened(content: bytes) -> ExaminedBook:
    """The workbook that was sealed."""
    return msgspec.msgpack.decode(zlib.decompress(content), type=ExaminedBook)


def is_sealed(content: object) -> bool:
    """Whether it is a workbook that was sealed, and not damaged since: the packing has a sum of its own."""
    try:
        return isinstance(content, bytes) and bool(zlib.decompress(content))
    except zlib.error:
        return False


class _Head(msgspec.Struct, frozen=True):
    """As much of a workbook as most people want; the figures are passed over."""

    book: str
    digest: str
    saved: str = ""
    trouble: BookTrouble | None = None
    sentence: str = ""
    document: dict[str, Any] | None = None
    remarks: tuple[str, ...] = ()
    subject: str = ""
    before: EarlierRound | None = None
    replies: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    replaced: bool = False
    heard: tuple[str, ...] | None = None
    amounts: str = ""
    unwritten: str = ""


def head_of(content: bytes) -> ExaminedBook:
    """The same without its figures, which take most of the time."""
    head = msgspec.msgpack.decode(zlib.decompress(content), type=_Head)
    return ExaminedBook(**msgspec.structs.asdict(head))


def _spelt(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, dict):
        return {_spelt(key): _spelt(one) for key, one in value.items()}
    return [_spelt(one) for one in value] if isinstance(value, list | tuple) else value

"""Figures of ten thousand units at a time: each in a few kilobytes, unpacked whenever they are asked for."""

from __future__ import annotations

import zlib
from decimal import Decimal

import msgspec

from jixiao.desk.rollup.implied import ImpliedCells
from jixiao.desk.rollup.total import Total


class _Packed(msgspec.Struct, frozen=True, array_like=True):
    """A total with numbers for the names of its terms and tables, which are the same in all units."""

    figures: dict[int, Decimal]
    texts: dict[int, str]
    groups: dict[int, list[_Packed]]


_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(_Packed)


class PackedTotal(msgspec.Struct, frozen=True):
    """A unit's figures."""

    content: bytes
    packing: Packing

    @property
    def unpacked(self) -> Total:
        """Made anew each time: who goes through all units has one of them at a time."""
        return self.packing.unpacked(self.content)


class Packing:
    """What the units of a sum share: names, and what cells left empty say, which all units decide."""

    def __init__(self, implied: ImpliedCells) -> None:
        self._implied = implied
        self._numbers: dict[str, int] = {}
        self._names: list[str] = []

    def packed(self, total: Total) -> PackedTotal:
        """One unit more."""
        self._implied.note(total)
        return PackedTotal(zlib.compress(_ENCODER.encode(self._numbered(total)), 1), self)

    def unpacked(self, content: bytes) -> Total:
        """With what its empty cells say; once all units are packed."""
        return self._implied.completed(self._named(_DECODER.decode(zlib.decompress(content))))

    def _number(self, name: str) -> int:
        if name not in self._numbers:
            self._numbers[name] = len(self._names)
            self._names.append(name)
        return self._numbers[name]

    def _numbered(self, total: Total) -> _Packed:
        return _Packed(
            {self._number(term): value for term, value in total.figures.items()},
            {self._number(term): text for term, text in total.texts.items()},
            {self._number(name): [*map(self._numbered, rows)] for name, rows in total.groups.items()},
        )

    def _named(self, packed: _Packed) -> Total:
        names = self._names
        return Total(
            {names[number]: value for number, value in packed.figures.items()},
            {names[number]: text for number, text in packed.texts.items()},
            {names[number]: tuple(map(self._named, rows)) for number, rows in packed.groups.items()},
        )

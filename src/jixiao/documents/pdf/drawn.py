"""How much there is to draw in a PDF, drawings within drawings as often as they are called.

The library that reads pages follows each call of a drawing (`/X Do`): ten drawings of a few bytes that call
each other ten times are ten thousand million. So the calls are counted before it sees the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

import msgspec

MOST_DRAWN = 32 * 2**20  # bytes for one page: the library needs some seconds for them
A_TEXT = 20  # bytes that take as long as a text that is shown
A_CALL = 2000  # bytes that take as long as a drawing that is called and holds nothing
_DEEPEST = 100  # drawings within drawings
_ENDLESS = 2 * MOST_DRAWN
_NAME = rb"/([^\s/<>\[\](){}%]{1,127})\s{1,99}+"
_CALL = re.compile(_NAME + rb"Do\b")
_ANY_CALL = re.compile(rb"\bDo\b")
_REFERENCE = re.compile(_NAME + rb"(\d{1,9})\s{1,99}+\d{1,5}\s{1,99}+R\b")
_ARRAY = re.compile(rb"\[((?:\s{0,99}+\d{1,9}\s{1,99}+\d{1,5}\s{1,99}+R\b)+)")
_LISTED = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+R")
_OBJECT = re.compile(rb"\b(\d{1,9})\s{1,99}+\d{1,5}\s{1,99}+obj\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_RESOURCES = (b"Resources", b"XObject")

Names = dict[bytes, set[int]]  # what a drawing is called -> the streams that may be meant


class DrawnStream(msgspec.Struct):
    """A stream of the file: its size and what it calls; its head may say what these names mean."""

    head: bytes
    size: int
    calls: Counter[bytes]
    any_calls: int


def drawing(head: bytes, unpacked: bytes) -> tuple[int, DrawnStream]:
    """The number of a stream, and what it draws. `head`: what stands before it."""
    begun = [*_OBJECT.finditer(head)][-1:]
    number = int(begun[0][1]) if begun else -1
    own = _plain(head[begun[0].end() :] if begun else head)
    about = unpacked.count(b"Do")
    if about * A_CALL > MOST_DRAWN:
        return number, DrawnStream(own, _ENDLESS, Counter(), about)
    calls = Counter(_plain(match[1]) for match in _CALL.finditer(unpacked if about else b""))
    size = len(unpacked) + A_TEXT * (unpacked.count(b")") + unpacked.count(b">"))
    return number, DrawnStream(own, size, calls, len(_ANY_CALL.findall(unpacked)) if about else 0)


def is_overdrawn(drawings: Mapping[int, Collection[DrawnStream]], texts: Collection[bytes]) -> bool:
    """Whether a page, or a drawing on it, is more than any page of a report.

    `drawings` by their numbers, of which one may stand for several versions; `texts`: all of the file that is
    no stream, where drawings get their names.
    """
    reckoned = _Reckoned(drawings, texts)
    if any(reckoned.size(number) > MOST_DRAWN for number in reckoned.drawn):
        return True
    arrays = chain.from_iterable(map(_ARRAY.finditer, texts))
    return any(sum(map(reckoned.size, _numbers(array[1]))) > MOST_DRAWN for array in arrays)


def _numbers(references: bytes) -> Iterator[int]:
    return (int(match[1]) for match in _LISTED.finditer(references))


class _Reckoned:
    """What each stream comes to with all that it calls; of those with one name the largest is meant."""

    def __init__(self, drawings: Mapping[int, Collection[DrawnStream]], texts: Iterable[bytes]) -> None:
        self._drawings = drawings
        self._objects: dict[int, bytes] = {}
        self._named: Names = {}
        for text in chain(map(_plain, texts), (each.head for each in chain.from_iterable(drawings.values()))):
            _add(self._named, text)
            begun = [*_OBJECT.finditer(text)]
            ends = [*(match.start() for match in begun[1:]), len(text)]
            for match, end in zip(begun, ends, strict=bool(begun)):
                self._objects[int(match[1])] = text[match.end() : end]
        calling = (n for n, versions in drawings.items() if any(each.any_calls for each in versions))
        self.drawn = {*calling, *self._named.get(b"Contents", ())}  # fonts, too, are streams
        self._sizes: dict[int, int] = {}
        self._around: set[int] = set()

    def size(self, number: int) -> int:
        if number not in self._drawings:
            return 0
        if number in self._around or len(self._around) > _DEEPEST:
            return _ENDLESS  # a drawing within itself
        if number not in self._sizes:
            self._around.add(number)
            self._sizes[number] = max(map(self._drawn, self._drawings[number]))
            self._around.discard(number)
        return self._sizes[number]

    def _drawn(self, one: DrawnStream) -> int:
        names = self._names_of(one) if one.calls else {}
        sizes = [(times, A_CALL + self._largest(names.get(name, ()))) for name, times in one.calls.items()]
        unnamed = max(one.any_calls - one.calls.total(), 0)
        largest = max((size for _, size in sizes), default=A_CALL)
        return min(one.size + sum(times * size for times, size in sizes) + unnamed * largest, _ENDLESS)

    def _largest(self, numbers: Iterable[int]) -> int:
        return max(map(self.size, numbers), default=0)

    def _names_of(self, one: DrawnStream) -> Names:
        """As the drawing says itself; else as any page of the file does."""
        if b"/Resources" not in one.head:
            return self._named
        said: Names = {}
        waiting, seen = [one.head], set[int]()
        while waiting:
            found = _add(said, waiting.pop())
            for number in chain.from_iterable(found.get(key, ()) for key in _RESOURCES):
                if number not in seen and number in self._objects:
                    seen.add(number)
                    waiting.append(self._objects[number])
        return said


def _add(names: Names, text: bytes) -> Names:
    for match in _REFERENCE.finditer(text):
        names.setdefault(_plain(match[1]), set()).add(int(match[2]))
    return names


def _plain(name: bytes) -> bytes:
    """Names as they are meant: /#58 is /X."""
    return _ESCAPED.sub(lambda match: bytes.fromhex(match[1].decode()), name) if b"#" in name else name

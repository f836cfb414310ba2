"""Lines or paragraphs of a report beside those of another: which line has become which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Protocol, TypeVar

ALIKE = 0.4  # lines less alike than this are not taken for one another
# Up to here each line of a stretch of changes is compared with each other one, for a second at the most.
MOST_PAIRS = 4000  # of lines
MOST_CHARACTERS = 100_000_000  # of the one side times those of the other


class KeyedLine(Protocol):
    """What can be aligned: it says by which pieces."""

    @property
    def keys(self) -> tuple[str, ...]: ...


K = TypeVar("K", bound=KeyedLine)


def aligned(wanted: Sequence[K], found: Sequence[K]) -> Iterator[tuple[K | None, K | None]]:
    """Each line with the one it has become; a line that is new or gone is alone."""
    keys = [line.keys for line in wanted], [line.keys for line in found]
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(wanted[i1:i2], found[j1:j2], strict=True)
        else:
            yield from _alike(wanted[i1:i2], found[j1:j2])


def _alike(wanted: Sequence[K], found: Sequence[K]) -> Iterator[tuple[K | None, K | None]]:
    if len(wanted) * len(found) > MOST_PAIRS or _characters(wanted) * _characters(found) > MOST_CHARACTERS:
        yield from _by_position(wanted, found)
        return
    rest = list(found)
    for line in wanted:
        best = _most_alike(line, rest)
        if best is not None:
            rest.remove(best)
        yield line, best
    for other in rest:
        yield None, other


def _characters(lines: Sequence[KeyedLine]) -> int:
    return sum(len(key) for line in lines for key in line.keys)


def _most_alike(line: K, others: Sequence[K]) -> K | None:
    """The first of the lines most like it; None if none is alike. Only what can still win is reckoned out."""
    best, likeness = None, 0.0
    for other in others:
        matcher = _matcher(line, other)
        enough = max(ALIKE, likeness)
        if matcher.real_quick_ratio() >= enough and matcher.quick_ratio() >= enough:
            ratio = matcher.ratio()
            if ratio >= ALIKE and ratio > likeness:
                best, likeness = other, ratio
    return best


def _by_position(wanted: Sequence[K], found: Sequence[K]) -> Iterator[tuple[K | None, K | None]]:
    """For stretches too large for more: the first with the first, by the letters that they share."""
    for one, other in zip_longest(wanted, found):
        if one and other and _matcher(one, other).quick_ratio() < ALIKE:
            yield one, None
            yield None, other
        else:
            yield one, other


def _matcher(one: KeyedLine, other: KeyedLine) -> SequenceMatcher[str]:
    return SequenceMatcher(None, "".join(one.keys), "".join(other.keys), autojunk=False)

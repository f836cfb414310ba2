"""What each row of a table looks for, so that a key can be asked which rows look for it.

COUNTIF over the patterns of all rows would need them as an array, which not every spreadsheet program takes:
so they stand in a column of the draft, and the key is counted there.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jixiao.pack.check import Check
from jixiao.pack.pack import Pack
from jixiao.relation.functions.traits import Read
from jixiao.relation.patterns import split
from jixiao.relation.reads import reads
from jixiao.relation.syntax import Expression, Name, walk


class RowPattern(msgspec.Struct, frozen=True):
    """The pattern that a check over `path` looks up among `keys`: `fixed`, and `signs` “?” behind it.

    `signs` is None for a pattern that has its wildcards elsewhere; `fixed` is then all of it.
    """

    path: tuple[str, ...]
    keys: str
    fixed: Expression
    signs: int | None

    @property
    def shortest(self) -> int:
        """How long a key must be to be found: a blank one never is."""
        return self.signs or 1


def row_pattern(read: Read, path: tuple[str, ...]) -> RowPattern | None:
    """None for cells that are not looked up, or by the same pattern whatever the row."""
    pattern = read.pattern
    if pattern is None or not any(isinstance(part, Name) for part in walk(pattern)):
        return None
    head, fixed, tail = split(pattern) or ("*", pattern, "")
    if head or tail.strip("?"):
        return RowPattern(path, read.keys, pattern, None)
    return RowPattern(path, read.keys, fixed, len(tail))


def row_patterns(pack: Pack) -> tuple[RowPattern, ...]:
    """Those of all checks that run over the rows of a table."""
    return tuple(dict.fromkeys(found for check in pack.checks for found in _patterns(check, pack)))


def _patterns(check: Check, pack: Pack) -> Iterator[RowPattern]:
    if check.path and not pack.groups[check.path[-1]].repeat:
        for read in reads(check.relation.expression, pack.vocabulary):
            if found := row_pattern(read, check.path):
                yield found

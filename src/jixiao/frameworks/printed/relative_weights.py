"""Weights that are shares of the level above, 20% × 50% × 60%: what they come to in points of the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

import msgspec

from jixiao.frameworks.printed.printed_rows import LevelWeight, PrintedRow
from jixiao.frameworks.printed.sums import ZERO, Points, points_of
from jixiao.frameworks.wording.names import Weight

_HUNDRED = Decimal(100)
Path = tuple[str, ...]


class AbsoluteWeights(msgspec.Struct, frozen=True):
    """Rows and levels in points of the whole; `told`: whether they were shares."""

    rows: tuple[PrintedRow, ...]
    levels: tuple[LevelWeight, ...]
    told: tuple[str, ...] = ()


def absolute_weights(
    rows: Sequence[PrintedRow], levels: Sequence[LevelWeight], headed: bool
) -> AbsoluteWeights:
    """Multiplied, if the shares below each level come to the whole of it; else as they are."""
    points = points_of([row.weight for row in rows if row.weight], headed)
    levels = () if _count(levels) else levels
    said = {level.levels: points.of(level.weight) or ZERO for level in levels}
    given = [points.of(row.weight) or ZERO for row in rows]
    groups = _groups(rows, given, said)
    firsts = [value for path, value in said.items() if len(path) == 1]
    whole = all(sum(each) == _HUNDRED for each in (firsts, *groups.values()))
    if len(firsts) < 2 or not whole or sum(given) == _HUNDRED or not all(given):
        return AbsoluteWeights(tuple(rows), tuple(levels))
    of_level = {path: _come_to(path, said) for path in said}
    return AbsoluteWeights(
        tuple(_scaled(row, of_level[_above(row, said)], points) for row in rows),
        tuple(LevelWeight(path, Weight(value)) for path, value in of_level.items()),
        ("分值是占上一级的比例，已逐级相乘折算成总分100分中的分值，请核对",),
    )


def _count(levels: Sequence[LevelWeight]) -> bool:
    """决策⏎1, 过程⏎2: figures that only number the first levels, and weigh none."""
    firsts = [level.weight.value for level in levels if len(level.levels) == 1]
    return len(firsts) > 1 and firsts == [Decimal(number) for number in range(1, len(firsts) + 1)]


def _groups(
    rows: Sequence[PrintedRow], given: Sequence[Decimal], said: Mapping[Path, Decimal]
) -> dict[Path, list[Decimal]]:
    """What stands directly below each level: second levels with weights, and rows."""
    groups: dict[Path, list[Decimal]] = {}
    for path, value in said.items():
        if len(path) > 1:
            groups.setdefault(path[:-1], []).append(value)
    for row, value in zip(rows, given, strict=True):
        groups.setdefault(_above(row, said), []).append(value)
    return groups


def _above(row: PrintedRow, said: Mapping[Path, Decimal]) -> Path:
    """The deepest level with a weight that a row stands under."""
    return next((path for path in (row.levels, row.levels[:1]) if path in said), ())


def _come_to(path: Path, said: Mapping[Path, Decimal]) -> Decimal:
    value = said[path]
    return value * said.get(path[:-1], _HUNDRED) / _HUNDRED if len(path) > 1 else value


def _scaled(row: PrintedRow, above: Decimal, points: Points) -> PrintedRow:
    """The weight of a row and those of its parts."""

    def scale(weight: Weight | None) -> Weight | None:
        value = points.of(weight)
        return None if value is None else Weight(value * above / _HUNDRED)

    parts = tuple(msgspec.structs.replace(part, weight=scale(part.weight)) for part in row.parts)
    return msgspec.structs.replace(row, weight=scale(row.weight), parts=parts)

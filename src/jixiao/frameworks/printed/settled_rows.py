"""Indicators over several rows, when all of the table is read: are their points steps, or do they add up?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from jixiao.frameworks.printed.printed_rows import PrintedRow, SumRow
from jixiao.frameworks.printed.row_parts import (
    are_steps,
    may_be_steps,
    own_points,
    standard_of_parts,
    weight_of_steps,
)
from jixiao.frameworks.printed.weights_twice import WeightTwice, differ
from jixiao.frameworks.wording.names import Weight

_WHOLE = Decimal(100)
_ZERO = Decimal(0)


def settled_rows(rows: Sequence[PrintedRow], sums: Sequence[SumRow]) -> tuple[PrintedRow, ...]:
    """Each with the weight that its parts mean. What the table says of the whole decides the rest."""
    steps = [_of_steps(row) if are_steps(row.parts) else row for row in rows]
    tried = [_of_steps(row) if may_be_steps(row.parts) else row for row in steps]
    wholes = [each.weight.value for each in sums if each.whole] or [_WHOLE]
    chosen = tried if _total(steps) not in wholes and _total(tried) in wholes else steps
    return tuple(_with_standard(row) for row in chosen)


def _of_steps(row: PrintedRow) -> PrintedRow:
    return replace(row, weight=weight_of_steps(row.parts))


def _with_standard(row: PrintedRow) -> PrintedRow:
    if not row.parts[1:]:
        return row
    return replace(row, standard=standard_of_parts(row.parts, row.standard, row.weight))


def _total(rows: Sequence[PrintedRow]) -> Decimal:
    return sum((row.weight.value for row in rows if row.weight), _ZERO)


def weighed_twice(rows: Sequence[PrintedRow]) -> Iterator[WeightTwice]:
    """Indicators whose parts come to another weight than is printed with the name, or in a second column."""
    for row in rows:
        if row.weight and row.named_weight and _differs_from_parts(row, row.named_weight):
            yield WeightTwice(row.name, row.weight, row.named_weight)
        again = [part.again for part in row.parts if part.again]
        if row.weight and len(row.parts) == len(again) > 1:
            whole = Weight(sum((each.value for each in again), Decimal(0)), again[0].percent)
            if differ(row.weight, whole) and not _best_of(again, row.weight):
                yield WeightTwice(row.name, row.weight, whole)


def _best_of(points: Sequence[Weight], whole: Weight) -> bool:
    """6, 4, 2, 0 beside 6, or shares of it: what one of several findings gives."""
    values = [each.value for each in points]
    falling = sorted(set(values), reverse=True)
    best = falling[0] in (1, 100, whole.value)
    return values in (falling, falling[::-1]) and best


def _differs_from_parts(row: PrintedRow, named: Weight) -> bool:
    """Neither their sum nor the best of steps."""
    meant = [row.weight, weight_of_steps(row.parts)] if may_be_steps(row.parts) else [row.weight]
    return bool(own_points(row.parts)) and all(differ(each, named) for each in meant)

"""Indicators over several rows, when all of the table is read: are their points steps, or do they add up?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from jixiao.frameworks.names import Weight
from jixiao.frameworks.printed_rows import PrintedRow, SumRow
from jixiao.frameworks.row_parts import are_steps, may_be_steps, standard_of_parts, weight_of_steps
from jixiao.frameworks.weights_twice import WeightTwice, differ

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
    return replace(row, standard=standard_of_parts(row.parts, row.standard)) if row.parts[1:] else row


def _total(rows: Sequence[PrintedRow]) -> Decimal:
    return sum((row.weight.value for row in rows if row.weight), _ZERO)


def weighed_twice(rows: Sequence[PrintedRow]) -> Iterator[WeightTwice]:
    """Indicators whose parts have points of their own in a second column, that come to another weight."""
    for row in rows:
        again = [part.again for part in row.parts if part.again]
        if row.weight and len(row.parts) == len(again) > 1:
            whole = Weight(sum((each.value for each in again), Decimal(0)), again[0].percent)
            if differ(row.weight, whole):
                yield WeightTwice(row.name, row.weight, whole)

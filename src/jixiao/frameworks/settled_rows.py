"""Indicators over several rows, when all of the table is read: are their points steps, or do they add up?"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from jixiao.frameworks.printed_rows import PrintedRow, SumRow
from jixiao.frameworks.row_parts import are_steps, may_be_steps, standard_of_parts, weight_of_steps

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

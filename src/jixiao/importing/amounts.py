"""Amounts as tables write them: numbers, texts with separators or a unit, dashes for nothing."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.documents.cells import SourceCell
from jixiao.workbook.reading.numbers_and_dates import number_from_text


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as written; `unit` only where the cell itself names one. `place`: file, sheet and cell."""

    value: Decimal
    unit: str = ""
    place: tuple[str, ...] = field(default=(), compare=False)


def amount_in(cell: SourceCell, units: Container[str]) -> Amount | None:
    """The amount in a cell; None if it holds none."""
    if cell.trouble:
        return None
    if cell.number is not None:
        return Amount(cell.number)
    typed = number_from_text(cell.text)
    if typed is None or (typed.unit and typed.unit not in units):
        return None
    return Amount(typed.value, typed.unit)


def looks_like_number(cell: SourceCell, units: Container[str]) -> bool:
    """A figure that somebody would miss: not a dash, not a year, a date or a number in a sentence."""
    if cell.trouble or cell.number is not None:
        return True
    typed = number_from_text(cell.text)
    if typed is None or not any(sign.isdigit() for sign in cell.text):
        return False
    return not typed.unit or typed.unit in units or typed.unit == "%"

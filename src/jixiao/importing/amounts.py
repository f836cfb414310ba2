"""Amounts as tables write them: numbers, texts with separators or a unit, dashes for nothing."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from decimal import Decimal

from jixiao.documents.cells import SourceCell
from jixiao.workbook.reading.numbers_and_dates import TypedNumber, number_from_text

_WRAPPED = re.compile(r"[-−]?\d{1,3}(,\d{3})+\.\d{2}|[-−]?\d+\.\d{2}")
_CUT_BEHIND_POINT = re.compile(r".{4,}\.\d")  # and the last digit on the next line


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
    typed = _typed(cell)
    if typed is None or (typed.unit and typed.unit not in units):
        return None
    return Amount(typed.value, typed.unit)


def looks_like_number(cell: SourceCell, units: Container[str]) -> bool:
    """A figure that somebody would miss: not a dash, not a year, a date or a number in a sentence."""
    if cell.trouble or cell.number is not None:
        return True
    typed = _typed(cell)
    if typed is None or not any(sign.isdigit() for sign in cell.text):
        return False
    return not typed.unit or typed.unit in units or typed.unit == "%"


def has_digits(cell: SourceCell) -> bool:
    """Whether a figure may stand in a cell that is no amount."""
    return any(sign.isdigit() for sign in cell.text)


def _typed(cell: SourceCell) -> TypedNumber | None:
    """The number that a cell writes, if need be on several lines."""
    return number_from_text(cell.text) or number_from_text(_on_one_line(cell.text))


def _on_one_line(text: str) -> str:
    """A figure that a narrow column broke in the middle; empty if these may as well be several figures.

    Broken among the digits, one of its lines is no number, or no number that anybody writes: 20,836,6 and
    04.14. Broken behind the point, one digit goes to the next line: 556,670.0 and 3.
    """
    lines = [line.strip() for line in text.split("\n")]
    joined = "".join(lines)
    if len(lines) < 2 or not _WRAPPED.fullmatch(joined):
        return ""
    behind = len(lines[-1]) == 1 and _CUT_BEHIND_POINT.fullmatch("".join(lines[:-1]))
    return joined if behind or any(_is_part(line) for line in lines) else ""


def _is_part(line: str) -> bool:
    """Whether a line is a number by itself only if another one goes with it."""
    return number_from_text(line) is None or (line[:1] == "0" and line[1:2].isdigit())

"""What a cell shows: as text, and as a number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from jixiao.workbook.file.cells import Content, RawCell
from jixiao.workbook.reading.numbers_and_dates import (
    TypedNumber,
    date_from_serial,
    number_from_stored,
    number_from_text,
)

LARGEST_SHOWN = Decimal(10) ** 20  # beyond, a number is shown with its exponent


def as_number(raw: RawCell) -> TypedNumber | None:
    """The number that stands in a cell, stored or typed as text; None for anything else."""
    if raw.content is not Content.NUMBER:
        return number_from_text(raw.text)
    try:
        return TypedNumber(number_from_stored(raw.text))
    except ValueError:
        return None


def as_shown(raw: RawCell, dated: Callable[[RawCell], bool], epoch_1904: bool) -> str:
    """The content of a cell for text: a date that was typed there is no number of days."""
    number = as_number(raw) if raw.content is Content.NUMBER and dated(raw) else None
    day = date_from_serial(number.value, epoch_1904) if number else None
    return f"{day.year}-{day.month}-{day.day}" if day else shown_text(raw)


def shown_text(raw: RawCell) -> str:
    """The content as Excel shows it: 208, not 208.0 or 207.99999999999997."""
    return _digits(raw.text) if raw.content is Content.NUMBER else raw.text


@lru_cache(maxsize=4096)  # most figures stand in several cells
def _digits(stored: str) -> str:
    try:
        number = number_from_stored(stored)
    except ValueError:
        return stored
    return stored if abs(number) > LARGEST_SHOWN else format(number.normalize(), "f")

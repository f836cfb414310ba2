"""What is written into a cell: an amount, a text that XML and Excel can carry, or nothing."""

from __future__ import annotations

import re
from decimal import Decimal

CellValue = str | Decimal | None

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def clean_text(text: str) -> str:
    """Text that XML and Excel can carry: without control characters, what looks like an escape escaped."""
    return _ESCAPE.sub("_x005F_", without_control_characters(text))


def without_control_characters(text: str) -> str:
    """What a run writes of a text: some characters have no place in a file."""
    return _CONTROL.sub("", text)

"""Classification codes as tables write them: in one column, or one column for each level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.workbook.reading.numbers_and_dates import compact

_CODE = re.compile(r"\d{3}|\d{5}|\d{7}")
_WITH_NAME = re.compile(r"\[?(\d{3}|\d{5}|\d{7})\]?[-_]?([^\W\d_].*)", re.DOTALL)
_LEVELLED = re.compile(r"\d{3}(?:-\d{2}){1,2}(?!\d)|\d{3}\.\d{2}\.\d{2}(?!\d)")
_LEVELS = (3, 5, 7)  # digits of a code down to its class, group and item


def is_code(text: str) -> bool:
    """A code, alone or with its name behind it."""
    plain = _plain(text)
    return bool(_CODE.fullmatch(plain) or _WITH_NAME.fullmatch(plain))


def with_name(text: str) -> tuple[str, str]:
    """(code, name) of a cell that holds a code or both; empty where there is none."""
    plain = _plain(text)
    if _CODE.fullmatch(plain):
        return plain, ""
    match = _WITH_NAME.fullmatch(plain)
    return (match[1], match[2]) if match else ("", "")


def joined_code(cells: Sequence[str], above: str) -> str:
    """The code that the cells of a row's code columns make; `above` is the code of the row above.

    A column may hold the digits of its level (208 | 05 | 05), the whole code down to it (2080505), or
    nothing where the row above says it. Empty if the cells hold no code.
    """
    parts = [_plain(cell) for cell in cells]
    if not any(parts) or not all(part.isdigit() for part in parts if part):
        return ""
    code = ""
    for level, part in enumerate(parts):
        if part and (level == 0 or len(part) > 2):
            code = part
        elif part:
            code = (code or above[: _LEVELS[min(level, 2) - 1]]) + part.zfill(2)
    return code if _CODE.fullmatch(code) else ""


def belongs_to(text: str, code: str) -> bool:
    """Whether a cell holds a code or the digits of one of its levels."""
    plain = _plain(text)
    return (plain.isdecimal() and plain in code) or plain.zfill(2) in (code[3:5], code[5:7])


def _plain(text: str) -> str:
    """Without signs between the levels (208-05, 208.05.05). With one point it may be an amount: 208.05."""
    plain = compact(text).removeprefix("'")
    match = _LEVELLED.match(plain)
    return plain if match is None else re.sub(r"[.\-]", "", match[0]) + plain[match.end() :]

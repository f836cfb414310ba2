"""What people really type into a cell, understood: numbers with units, full-width digits, dates as text …"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from unicodedata import category, decomposition, normalize

import msgspec

_NIL = re.compile(r"[-—–―]+|[/\\无零〇]")
_NUMBER = re.compile(
    r"^(?P<sign>[-+△▲]?)[¥$]?(?P<open>\()?(?P<sign2>[-+△▲]?)"
    r"(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)"
    r"(?P<power>[eE][-+]?\d{1,2})?(?(open)\))(?P<unit>m2|[^\d\s.,()]*)$"
)
_MINUS = ("-", "△", "▲")
_APART = re.compile(r"(?<![\d.,])\d{1,3}(?:\s\d{3})+(?![\d,])")  # thousands: 12 345.67
_GAP = re.compile(r"(?<=\d)\s+(?=\d)")
_BETWEEN = "※"  # in the place of a mark between digits: no part of a number
_STORED = re.compile(r"\s*+[-+]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][-+]?[0-9]++)?\s*+", re.ASCII)
_DATE = re.compile(r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$")
_TIME = re.compile(r"[T\s]\s*\d{1,2}:[\d:.]*Z?\s*$")
_FIRST_DAY, _LAST_DAY = Decimal(18264), Decimal(109600)  # of the years 1950 to 2200
_COMPACT_DATE = re.compile(r"^(\d{4})(\d{2})(\d{2})$")


class TypedNumber(msgspec.Struct, frozen=True):
    value: Decimal
    unit: str = ""  # what stood behind the number: 万元, 元, %, 人 …


@lru_cache(maxsize=4096)  # asked of a cell several times, and many cells say the same
def number_from_text(text: str) -> TypedNumber | None:
    """A number as people write it; None if it is no number. A dash or 无 is zero.

    Understood: full-width digits, blanks, thousands set apart in groups of three; a minus, △, ▲ or
    brackets for negative amounts; currency signs, a Chinese full stop for the point, a unit behind the
    number, and the mark of a footnote before or behind it, which is no digit.
    """
    spaced = plain(_without_marks(text))
    joined = _APART.sub(lambda match: compact(match[0]), spaced)
    if _GAP.search(joined):
        return None  # one number or two
    written = compact(joined).replace("−", "-").replace("。", ".")
    if _NIL.fullmatch(written):
        return TypedNumber(Decimal(0))
    match = _NUMBER.match(written)
    if match is None:
        return None
    value = Decimal(match["digits"].replace(",", "") + (match["power"] or ""))
    signs = match["sign"], match["sign2"]
    if all(sign in _MINUS for sign in signs):
        return None  # taken back, or said twice
    negative = match["open"] or any(sign in _MINUS for sign in signs)
    return TypedNumber(-value if negative else value, match["unit"])


def _without_marks(text: str) -> str:
    """Without marks at its ends; one between digits stays a mark, so that the text is no number."""
    if text.isascii():
        return text
    text = text.replace("m²", "m2")
    return "".join(_BETWEEN if is_mark(sign) else sign for sign in _stripped(text))


def _stripped(text: str) -> str:
    first, last = 0, len(text)
    while first < last and (is_mark(text[first]) or text[first].isspace()):
        first += 1
    while first < last and (is_mark(text[last - 1]) or text[last - 1].isspace()):
        last -= 1
    return text[first:last]


def is_mark(sign: str) -> bool:
    """True for ①, ⑴, ⒈, ❶ and raised digits, which plain characters would turn into digits; not for ½."""
    return category(sign) == "No" and not decomposition(sign).startswith("<fraction>")


def plain(text: str) -> str:
    """In plain characters, without blanks around it and without what nobody can see."""
    if text.isascii():
        return text.strip()
    normal = normalize("NFKC", text)
    if normal.isprintable():  # then nothing is unseen; a long text is looked through ten times as fast
        return normal.strip()
    return "".join(c for c in normal if category(c) != "Cf").strip()


def compact(text: str) -> str:
    """The same without any blanks."""
    return "".join(plain(text).split())


@lru_cache(maxsize=4096)  # asked for the value and for what is shown; and most figures stand in several cells
def number_from_stored(text: str) -> Decimal:
    """A number as Excel stores it: binary, so the 15 digits that Excel shows are what was typed.

    Raises ValueError for anything that is no finite number as Excel writes it: Python takes more.
    """
    if not _STORED.fullmatch(text):
        raise ValueError(text)
    number = float(text)
    if number != number or number in (float("inf"), float("-inf")):
        raise ValueError(text)
    return Decimal(f"{number:.15g}")


def date_from_text(text: str) -> date | None:
    """2023年5月10日, 2023-5-10, 2023/05/10, 2023.5.10 or 20230510; a time of day behind it is left out."""
    plain = compact(_TIME.sub("", text))
    match = _DATE.match(plain) or _COMPACT_DATE.match(plain)
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def date_from_serial(serial: Decimal, epoch_1904: bool) -> date | None:
    """Excel counts days; a serial outside the years 1950 to 2200 is no date of a report."""
    if not _FIRST_DAY <= serial <= _LAST_DAY:
        return None
    start = date(1904, 1, 1) if epoch_1904 else date(1899, 12, 30)
    return start + timedelta(days=int(serial))

"""Labels as they are compared: without indentation, numbering, year and punctuation."""

from __future__ import annotations

import re
from functools import lru_cache

from jixiao.workbook.reading.numbers_and_dates import compact

_NUMBERING = re.compile(
    r"(?:其中|加|减)[:：]|[一二三四五六七八九十]+[、.,]|\d{1,2}(?:、|\.(?!\d))|\([一二三四五六七八九十\d]{1,3}\)|其中(?=\D)"
)
_YEAR = re.compile(r"^20\d\d年度?")
_BRACKETS = re.compile(r"\([^()]*\)")
_WRITTEN_YEAR = re.compile(r"(20\d\d|二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})年")
_DIGITS = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")} | dict.fromkeys(
    "○零Oo", "0"
)


@lru_cache(maxsize=4096)
def label(text: str) -> str:
    """A label in the form in which labels are compared."""
    return letters(_YEAR.sub("", _unnumbered(compact(text))))


@lru_cache(maxsize=4096)
def short_label(text: str) -> str:
    """The same without what stands in brackets."""
    return label(_BRACKETS.sub("", _unnumbered(compact(text))))


def known_label(text: str, known: set[str]) -> str:
    """The label, without what stands in brackets if only so it is known."""
    whole = label(text)
    short = short_label(text)
    return short if whole not in known and short in known else whole


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """Letters and digits only."""
    return re.sub(r"[\W_]", "", compact(text))


def tight(text: str) -> str:
    """Without blanks and line ends, otherwise as it is written: for names that are kept."""
    return re.sub(r"[\s\u200b\ufeff]", "", text)


def year_in(text: str) -> int | None:
    """The year that a title names, in digits or in Chinese."""
    match = _WRITTEN_YEAR.search(compact(text))
    return int("".join(_DIGITS.get(sign, sign) for sign in match[1])) if match else None


def _unnumbered(plain: str) -> str:
    match = _NUMBERING.match(plain)
    while match and match.end() < len(plain):
        plain = plain[match.end() :]
        match = _NUMBERING.match(plain)
    return plain

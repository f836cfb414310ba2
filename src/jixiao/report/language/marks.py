"""Marks in a part on its way from the template to the report; none is left in what is finished.

Around what a tag prints stand an opening and a closing mark, so that each figure is known again in the
finished part; digits behind the opening mark say which value of the ledger it was. Other marks show the last
pass where it has work to do; preparing has put them into the template. All are noncharacters of Unicode,
which no cell can bring in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from html import escape

MERGE = "\ufdd0"  # in front of a cell's text: merge with an equal cell above
OPEN, CLOSE = "\ufdd1", "\ufdd2"
BREAKS = "\ufdd3"  # in front of a text: by which number a line break in it is written
HEADING = "\ufdd4"  # the number of a heading, of the level that follows
IDENTITY = "\ufdd5"  # the number of a drawing
CHART = "\ufdd6"  # behind the beginning and before the end of a drawing with a chart that gets data
RELATION = "\ufdd7"  # before and behind the id of a chart's relation
GONE = "\ufdd8"  # in the place of a chart that has nothing to show
INNER = "\ufdd9"  # in the place of a table inside another, while that one is merged; its number follows
LINE_END = "\r"  # a line end of the template itself, by which places in it are found; no value has one
NO_MARKS = re.compile("[\ufdd0-\ufdef]")
DIGITS = "".join(map(chr, range(0xFDE0, 0xFDF0)))
_SPECIAL = re.compile("[&<>\"']")
_UNEVEN = re.compile(r"[&<>\"']|^\s|\s\Z|^\Z")
_MARKS = re.compile(f"({OPEN}[{DIGITS}]*|{CLOSE})")
_CODED = str.maketrans("0123456789abcdef", DIGITS)
_DECODED = str.maketrans(DIGITS, "0123456789abcdef")

Ledger = list[object]  # the values that were printed, in the order in which they were

_LEDGER: ContextVar[Ledger | None] = ContextVar("ledger", default=None)


@contextmanager
def ledger() -> Iterator[Ledger]:
    """While a template is being filled: the list of what is printed."""
    values: Ledger = []
    token = _LEDGER.set(values)
    try:
        yield values
    finally:
        _LEDGER.reset(token)


def marked(value: object, text: str) -> str:
    """A printed value as XML, between marks; white space around it stays outside."""
    values = _LEDGER.get()
    if values is None:
        return escaped(text)
    values.append(value)
    return _between(coded(len(values) - 1), text)


def known(text: str) -> str:
    """Digits as XML that are no figure and may stand there: numbers of headings and items."""
    return _between("", text)


def _between(code: str, text: str) -> str:
    if not _UNEVEN.search(text):
        return f"{OPEN}{code}{text}{CLOSE}"
    core = text.strip()
    before, _, after = text.partition(core) if core else (text, "", "")
    return f"{before}{OPEN}{code}{escape(core)}{CLOSE}{after}"


def escaped(text: str) -> str:
    """Plain text as XML."""
    return escape(text) if _SPECIAL.search(text) else text


def as_xml(value: object) -> str:
    """Anything that a template may print: what knows how to print itself does, all else is text."""
    by_itself = getattr(value, "__html__", None)
    return by_itself() if by_itself is not None else escaped(str(value))


@lru_cache(maxsize=4096)
def coded(number: int) -> str:
    """A number in digits that are marks themselves."""
    return f"{number:x}".translate(_CODED)


def number_before(text: str) -> tuple[int, str]:
    """The coded number at the beginning of a text, and the text behind it."""
    rest = text.lstrip(DIGITS)
    return int(text[: len(text) - len(rest)].translate(_DECODED), 16), rest


def unmarked(text: str) -> str:
    """The text without the marks around what was printed, and without those for line breaks."""
    return _without(OPEN, without_breaks(text)).replace(CLOSE, "")


def without_breaks(text: str) -> str:
    """The text without the marks for line breaks."""
    return _without(BREAKS, text)


def _without(mark: str, text: str) -> str:
    if mark not in text:
        return text
    first, *others = text.split(mark)
    return "".join([first, *[other.lstrip(DIGITS) for other in others]])


def pieces(text: str) -> Iterator[tuple[str, int | None, str]]:
    """The text in pieces: ("text", None, …), ("open", index of the value if any, ""), ("close", None, "")."""
    for piece in _MARKS.split(text):
        if piece.startswith(OPEN):
            code = piece[1:].translate(_DECODED)
            yield "open", int(code, 16) if code else None, ""
        elif piece == CLOSE:
            yield "close", None, ""
        elif piece:
            yield "text", None, piece

"""Marks around what is printed, from the tag to the finished part: so that each figure is known again there.

Between its opening and its closing mark stands what a tag has printed; digits behind the opening mark say
which value of the ledger it was. All marks are noncharacters of Unicode, which no cell can bring in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from markupsafe import escape

MERGE = "\ufdd0"  # in front of a cell's text: merge with an equal cell above; `finishing` takes it away
CHART = "\ufdd3"  # before and behind the data of a chart; `charts` takes both away
OPEN, CLOSE = "\ufdd1", "\ufdd2"
NO_MARKS = re.compile("[\ufdd0-\ufdef]")
_DIGITS = "".join(map(chr, range(0xFDE0, 0xFDF0)))
_MARKS = re.compile(f"({OPEN}[{_DIGITS}]*|{CLOSE})")
_CODED = str.maketrans("0123456789abcdef", _DIGITS)
_DECODED = str.maketrans(_DIGITS, "0123456789abcdef")

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
        return str(escape(text))
    values.append(value)
    return _between(f"{len(values) - 1:x}".translate(_CODED), text)


def known(text: str) -> str:
    """Digits as XML that are no figure and may stand there: numbers of headings and items."""
    return _between("", text)


def _between(code: str, text: str) -> str:
    core = text.strip()
    before, _, after = text.partition(core) if core else (text, "", "")
    return f"{before}{OPEN}{code}{escape(core)}{CLOSE}{after}"


def unmarked(text: str) -> str:
    """The text without marks."""
    return _MARKS.sub("", text) if OPEN in text or CLOSE in text else text


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

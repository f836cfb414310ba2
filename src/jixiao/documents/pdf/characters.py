"""The characters of a PDF page as a reader sees them: x to the right, y downwards."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

Turn = Callable[[float, float], tuple[float, float]]

# By how many quarters the text of a page is turned with the clock -> where its points are for a reader.
TURNS: tuple[Turn, ...] = (
    lambda x, y: (x, -y),
    lambda x, y: (-y, -x),
    lambda x, y: (-x, y),
    lambda x, y: (y, x),
)
_STRAIGHT = 0.1  # radians; a watermark is more askew
UNREADABLE = "\ufffd"  # a glyph of which the file does not say what character it is
_LINE_END_HYPHEN = 0x2  # how the library says a hyphen that ends a line: here a minus as often as not
_PRIVATE = range(0xE000, 0xF900)  # the same, said otherwise
_DOUBLED = 0.3  # of a character's width: two that are nearer to each other are one, printed bold


class Character(NamedTuple):
    sign: str
    left: float
    right: float
    base: float  # the line on which it stands
    size: float

    @property
    def middle(self) -> tuple[float, float]:
        """A point that lies in the cell to which it belongs."""
        return (self.left + self.right) / 2, self.base - self.size / 3


class Raw(NamedTuple):
    """A character as the file has it. `quarter`: how its text is turned; None if it stands askew."""

    code: int
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    quarter: int | None


def read_characters(page: Any, text: Any) -> tuple[list[Character], Turn]:
    """The visible characters of a page, and how to turn its points. Watermarks are left out."""
    raws = [raw for raw in _raws(text) if raw.quarter is not None]
    quarters = Counter(raw.quarter for raw in raws)
    turn = TURNS[quarters.most_common(1)[0][0] or 0] if quarters else TURNS[0]
    left, bottom, right, top = page.get_bbox()
    seen = (raw for raw in raws if left <= raw.origin[0] <= right and bottom <= raw.origin[1] <= top)
    return [_turned(raw, turn) for raw in seen], turn


def _raws(text: Any) -> Iterator[Raw]:
    from pypdfium2 import raw as pdfium

    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if not pdfium.FPDFText_GetLooseCharBox(text, index, box) or box.top <= box.bottom:
            continue  # a blank or a line end that the library thinks of, and puts anywhere
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        angle = pdfium.FPDFText_GetCharAngle(text, index)
        yield Raw(code, (box.left, box.bottom, box.right, box.top), (x.value, y.value), _quarter(angle))


def _quarter(angle: float) -> int | None:
    quarters = angle / (math.pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < _STRAIGHT else None


def _turned(raw: Raw, turn: Turn) -> Character:
    left, top = turn(raw.box[0], raw.box[1])
    right, bottom = turn(raw.box[2], raw.box[3])
    base = turn(*raw.origin)[1]
    code = ord("-") if raw.code == _LINE_END_HYPHEN else raw.code
    known = code and code not in _PRIVATE and code != ord(UNREADABLE)
    sign = chr(code) if known else UNREADABLE
    return Character(sign, min(left, right), max(left, right), base, abs(bottom - top))


def in_lines(characters: list[Character]) -> list[list[Character]]:
    """Characters on one line each, lines from top to bottom, each from left to right."""
    lines: list[list[Character]] = []
    for character in sorted(characters, key=lambda each: each.base):
        if lines and character.base - lines[-1][0].base < min(lines[-1][0].size, character.size) / 2:
            lines[-1].append(character)
        else:
            lines.append([character])
    return [_once_each(sorted(line, key=lambda each: each.left)) for line in lines]


def _once_each(line: list[Character]) -> list[Character]:
    """Without what is printed twice in one place, which makes it bold."""
    kept: list[Character] = []
    for character in line:
        nearest = character.left - _DOUBLED * (character.right - character.left)
        for other in kept[-2:]:
            if other.left > nearest and other.sign == character.sign:
                break
        else:
            kept.append(character)
    return kept


def line_text(line: list[Character]) -> str:
    """The text of a line; where something is left free, a blank."""
    text, right = "", math.inf
    for character in line:
        gap = character.left - right > character.size * GAP
        text += " " if gap and not text.endswith(" ") else ""
        text += character.sign
        right = character.right
    return " ".join(text.split())


GAP = 0.4  # of the size of a character: what is wider is a blank

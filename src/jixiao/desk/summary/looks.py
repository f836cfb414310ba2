"""How the reviewer has made cells look, whichever program has saved them: fills, and colours of fonts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import msgspec
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

HEAD, NOTE, LINK = "DDEBF7", "595959", "0563C1"  # behind the labels of columns; of notes and links
TOP = 15  # rows in which the labels of the columns stand
_NONE = (None, "none")
_AUTOMATIC = {"rgb": ("000000", NOTE), "theme": (1,), "indexed": (8, 64)}
_LINKS = {"rgb": (LINK, "954F72", "0000FF", "0000EE", "800080"), "theme": (10, 11), "indexed": (12, 20, 39)}
_PIECE = 2**20
_STYLE = re.compile(rb"<(?:\w+:)?c\s[^>]*?\bs=[\"'](\d+)[\"']")
_END = b"</row>"


class CellLook(msgspec.Struct, frozen=True):
    """What is hers of it. `colour`: of the font; `strokes`: bold, italic, struck out."""

    fill: PatternFill | None = None
    colour: Color | None = None
    strokes: tuple[bool, bool, bool] = (False, False, False)

    def font(self, ours: Font) -> Font:
        """The font of ours with what is hers."""
        bold, italic, struck = self.strokes
        more = {"b": bold or ours.b, "i": italic or ours.i, "strike": struck or ours.strike}
        return copy(ours) if self == CellLook(self.fill) else _changed(ours, more, self.colour)


ReadRow = tuple[Sequence[object], Sequence[CellLook | None]]  # what stands in its cells, and how they look
Looks = Mapping[int, CellLook]  # by the numbers of styles; not of those that look as we write cells


def looks_of(book: Workbook) -> Looks:
    """Of a workbook that was opened to be read only."""
    found = enumerate(_look(book._fonts[one.fontId], book._fills[one.fillId]) for one in book._cell_styles)
    return {number: look for number, look in found if look != CellLook()}


def read_rows(book: Workbook, sheet: str, looks: Looks) -> Iterator[ReadRow]:
    """The rows of a sheet; cells are looked at only if one of them has a look of hers."""
    if not used_styles(book, sheet, looks)[1] & looks.keys():
        yield from ((values, ()) for values in book[sheet].iter_rows(values_only=True))
        return
    for row in book[sheet].iter_rows():
        yield [cell.value for cell in row], [looks.get(getattr(cell, "_style_id", -1)) for cell in row]


def used_styles(book: Workbook, sheet: str, looks: Looks) -> tuple[set[int], set[int]]:
    """The numbers of the styles that cells have: down to the labels of the columns, and below them."""
    heads = {number for number, look in looks.items() if _is_head(look)}
    top, below, tail = set[int](), set[int](), b""
    with book._archive.open(book[sheet]._worksheet_path) as part:
        first = True
        while piece := part.read(_PIECE):
            text = tail + piece
            text, tail = text[: (cut := text.rfind(b"<"))], text[cut:]  # no cell is cut in two
            if first:
                above, text = _parted(text, heads)
                top, first = _styles(above), False
            below |= _styles(text)
    return top, below | _styles(tail)


def _parted(text: bytes, heads: set[int]) -> tuple[bytes, bytes]:
    """The beginning of a sheet parted behind the labels of its columns."""
    rows = text.split(_END, TOP)
    are_heads = [bool(_styles(row) & heads) for row in rows]
    begin = are_heads.index(True) if True in are_heads else -1
    end = (
        next((at for at in range(begin + 1, len(rows)) if not are_heads[at]), len(rows)) if begin >= 0 else 0
    )
    return _END.join(rows[:end]), _END.join(rows[end:])


def looks_elsewhere(file: Path, carried: Collection[str]) -> Iterator[str]:
    """The sheets with looks of cells that do not go on into the next summary."""
    try:
        book = load_workbook(file, read_only=True)
        looks = looks_of(book)
        fills = {number for number, look in looks.items() if look.fill and not _is_head(look)}
        for name in (name for name in book.sheetnames if name not in carried):
            top, below = used_styles(book, name, looks)
            found = [CellLook(looks[number].fill) for number in top & fills]
            found += [looks[number] for number in below & looks.keys()]
            if found:
                yield f"“{name}”里改的{said_of(found)}"
        book.close()
    except (OSError, BadZipFile, LookupError, ValueError, TypeError, SyntaxError):
        return


def said_of(looks: Iterable[CellLook]) -> str:
    """What of them is hers, in words."""
    found = list(looks)
    colours = any(look.fill or look.colour for look in found)
    strokes = any(any(look.strokes) for look in found)
    return "、".join(word for word, there in (("颜色", colours), ("字体", strokes)) if there)


def _styles(text: bytes) -> set[int]:
    return set(map(int, {*_STYLE.findall(text)}))


def _is_head(look: CellLook) -> bool:
    return look.fill is not None and HEAD in str(look.fill.fgColor.rgb)


def _look(font: Font, fill: Any) -> CellLook:
    painted = None if getattr(fill, "patternType", "other") in _NONE else fill
    return CellLook(painted, _own_colour(font), (bool(font.b), bool(font.i), bool(font.strike)))


def _own_colour(font: Font) -> Color | None:
    """None where it is ours: black as each program says it, the grey of notes, the colours of links."""
    colour = font.color
    if colour is None or colour.type not in _AUTOMATIC:
        return None
    value = getattr(colour, colour.type)
    value = str(value)[-6:].upper() if colour.type == "rgb" else value
    ours = (*_AUTOMATIC[colour.type], *(_LINKS[colour.type] if font.u else ()))
    return None if value in ours and not colour.tint else colour


def _changed(ours: Font, more: Mapping[str, object], colour: Color | None) -> Font:
    font = copy(ours)
    for what, value in more.items():
        setattr(font, what, value)
    if colour is not None:
        font.color = colour
    return font

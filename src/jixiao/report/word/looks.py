"""What of a run nobody reads as text: hidden, raised as a mark, struck out; by itself or by its styles."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from lxml import etree

from jixiao.report.word.wordml import w

_P, _LOOKS, _VALUE = w("p"), w("rPr"), w("val")
_RUN_STYLE, _STYLE, _PROPERTIES = w("rStyle"), w("pStyle"), w("pPr")
_VANISH, _RAISE, _STRIKE, _TWICE = w("vanish"), w("vertAlign"), w("strike"), w("dstrike")
_COLOUR, _SIZE, _SHADE, _FILL = w("color"), w("sz"), w("shd"), w("fill")
_THEME, _PAPER = w("themeColor"), ("", "none", "background1", "light1")  # Word prints the theme's colour
_TINY = 4  # half points; nobody reads letters of two points
_AROUND = {w("p"): w("pPr"), w("tc"): w("tcPr")}  # what may be shaded around a run
_BOX, _ROW = w("txbxContent"), w("tr")
_OFF = ("0", "false", "off")
_DEEPEST = 50  # styles based on styles


class Looks(msgspec.Struct, frozen=True):
    """None: nothing is said, and what stands above it counts."""

    hidden: bool | None = None
    raised: bool | None = None
    struck: bool | None = None

    def over(self, below: Looks) -> Looks:
        return Looks(
            below.hidden if self.hidden is None else self.hidden,
            below.raised if self.raised is None else self.raised,
            below.struck if self.struck is None else self.struck,
        )


PLAIN = Looks()
StyleLooks = Mapping[str, Looks]  # id of a style -> what it says; only of those that say something


def style_looks(styles: etree._Element | None) -> StyleLooks:
    """What the styles of a document say, those that they are based on included."""
    if styles is None or next(styles.iter(_VANISH, _RAISE, _STRIKE, _TWICE), None) is None:
        return {}
    own: dict[str, tuple[Looks, str]] = {}
    for style in styles.iterfind(w("style")):
        base = style.find(w("basedOn"))
        said = _said(style.find(_LOOKS))
        own[style.get(w("styleId"), "")] = (said, "" if base is None else base.get(_VALUE, ""))
    found = {name: _with_bases(name, own) for name in own}
    return {name: looks for name, looks in found.items() if looks != PLAIN}


def _with_bases(name: str, own: Mapping[str, tuple[Looks, str]]) -> Looks:
    looks = PLAIN
    for _ in range(_DEEPEST):
        if name not in own:
            break
        said, name = own[name]
        looks = looks.over(said)
    return looks


def looks_of(run: etree._Element, styles: StyleLooks) -> Looks:
    """What a run is like: as it says itself, else its style, else the style of its paragraph."""
    properties = run.find(_LOOKS)
    looks = _said(properties)
    if styles:
        looks = looks.over(_of_style(properties, _RUN_STYLE, styles))
        paragraph = next(run.iterancestors(_P), None)
        if paragraph is not None:
            looks = looks.over(_of_style(paragraph.find(_PROPERTIES), _STYLE, styles))
    return looks


def is_invisible(run: etree._Element) -> bool:
    """True for white letters on white paper and for tiny ones, if somebody has made them so by hand.

    What stands in a box, or in the first row of a table, may stand on a ground of its own.
    """
    properties = run.find(_LOOKS)
    if properties is None:
        return False
    size, colour = properties.find(_SIZE), properties.find(_COLOUR)
    if size is not None and size.get(_VALUE, "").isdecimal() and int(size.get(_VALUE, "")) <= _TINY:
        return True
    if colour is None or not _is_white(colour) or _shaded(properties):
        return False
    for element in run.iterancestors():
        if element.tag == _BOX or (element.tag == _ROW and _first(element)):
            return False
        if element.tag in _AROUND and _shaded(element.find(_AROUND[str(element.tag)])):
            return False
    return True


def _is_white(colour: etree._Element) -> bool:
    return colour.get(_VALUE, "").upper() == "FFFFFF" and colour.get(_THEME, "") in _PAPER


def _first(row: etree._Element) -> bool:
    return next(row.itersiblings(_ROW, preceding=True), None) is None


def _shaded(properties: etree._Element | None) -> bool:
    shade = None if properties is None else properties.find(_SHADE)
    return shade is not None and shade.get(_FILL, "auto").upper() not in ("AUTO", "FFFFFF")


def _of_style(properties: etree._Element | None, kind: str, styles: StyleLooks) -> Looks:
    style = None if properties is None else properties.find(kind)
    return PLAIN if style is None else styles.get(style.get(_VALUE, ""), PLAIN)


def _said(properties: etree._Element | None) -> Looks:
    if properties is None or not len(properties):
        return PLAIN
    raised = properties.find(_RAISE)
    struck = [on for on in (is_on(properties, _STRIKE), is_on(properties, _TWICE)) if on is not None]
    return Looks(
        is_on(properties, _VANISH),
        None if raised is None else raised.get(_VALUE) == "superscript",
        any(struck) if struck else None,
    )


def is_on(properties: etree._Element, name: str) -> bool | None:
    """Whether a property that is on or off is said to be on; None if nothing is said."""
    found = properties.find(name)
    return None if found is None else found.get(_VALUE, "1") not in _OFF

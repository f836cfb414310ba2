"""How a cell looks: its role and its kind of content -> XlsxWriter format properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jixiao.model.fact import Kind
from jixiao.pack.sections import TableColumn
from jixiao.workbook.sheets.layout import CellRole, SheetSlot

Properties = dict[str, Any]

BODY = "宋体"
HEADING = "黑体"
DEFAULT: Properties = {"font_name": BODY, "font_size": 11, "font_scheme": "none"}

ENTRY = "#FFF9DB"
LOCKED = "#EDEDED"
LINE = "#A6A6A6"
RULE = "#595959"
GREY = "#595959"
RED = "#C00000"

TABS = {"guide": "#2F5597", "entry": "#F2C14E", "result": "#70AD47", "codes": "#A6A6A6"}

# colours of the severities and outcomes, in the findings and in the legend
TONES: Mapping[str, Properties] = {
    "error": {"bg_color": "#F8CBAD", "font_color": "#9C0006", "bold": True},
    "warning": {"bg_color": "#FFE699", "font_color": "#7F6000", "bold": True},
    "note": {"bg_color": "#D6DCE5", "font_color": "#44546A"},
    "explained": {"bg_color": "#FFF2CC", "font_color": "#7F6000"},
    "passed": {"font_color": "#548235"},
    "not_checked": {"font_color": "#7F7F7F"},
}

# what a bare cell looks like when it is needed
FRAMES: Mapping[str, Properties] = {
    "entry": {"bg_color": ENTRY, "border": 1, "border_color": LINE},
    "computed": {"bg_color": LOCKED, "border": 1, "border_color": LINE},
}

_FORMATS = {
    Kind.AMOUNT: "#,##0.00",
    Kind.COUNT: "0",
    Kind.PERCENT: "0.00%",
    Kind.DATE: "yyyy-m-d",
    Kind.YEAR: "0",
    Kind.TEXT: "@",
    Kind.PARAGRAPH: "@",
    Kind.CODE: "@",
}
_ALL_DIGITS = "#,##0.00####"  # an amount of a finding: what is 0.0012万元 must not look like nothing
_TWO_DIGITS = "0.00"  # a computed score, which may have any number of digits

_FRAME = frozenset({"border", "border_color", "bg_color"})
_GRID: Properties = {"border": 1, "border_color": LINE}
_ROLES: Mapping[CellRole, Properties] = {
    CellRole.TITLE: {"font_name": HEADING, "font_size": 16, "align": "center"},
    CellRole.NOTE: {"font_size": 10, "font_color": GREY, "text_wrap": True},
    CellRole.CAPTION: {"font_size": 10},
    CellRole.SECTION: {"font_name": HEADING, "font_size": 12, "font_color": "#1F3864"},
    CellRole.TEXT: {"text_wrap": True},
    CellRole.HEADER: {
        **_GRID,
        "font_name": HEADING,
        "bg_color": "#D9E2F0",
        "align": "center",
        "text_wrap": True,
    },
    CellRole.LABEL: {**_GRID, "text_wrap": True},
    CellRole.HINT: {"font_size": 10, "font_color": GREY, "text_wrap": True, "indent": 1},
    CellRole.ENTRY: {**_GRID, "bg_color": ENTRY, "locked": False},
    CellRole.COMPUTED: {**_GRID, "bg_color": LOCKED},
    CellRole.FIXED: {**_GRID, "bg_color": LOCKED},
    CellRole.PRESET: {**_GRID, "font_color": GREY, "text_wrap": True},
    CellRole.CLOSED: {**_GRID, "bg_color": LOCKED, "font_color": "#A6A6A6"},
    CellRole.COUNT: {**_GRID, "align": "center", "font_size": 12, "bold": True},
    CellRole.LINK: {**_GRID, "text_wrap": True, "font_color": "#0563C1", "underline": 1, "valign": "top"},
    CellRole.FINDING: {**_GRID, "text_wrap": True, "valign": "top"},
    CellRole.RESULT: {**_GRID, "text_wrap": True},
    CellRole.REMARK: {
        **_GRID,
        "text_wrap": True,
        "bg_color": ENTRY,
        "locked": False,
        "valign": "top",
        "num_format": "@",  # what is typed stays as it was typed, a date too
    },
    CellRole.VERDICT: {**_GRID, "align": "center"},
    CellRole.CODE: {**_GRID, "num_format": "@"},
    CellRole.SAMPLE: {**_GRID},
}
_SAMPLES: Mapping[str, Properties] = {"entry": {"bg_color": ENTRY}, "computed": {"bg_color": LOCKED}, **TONES}


def properties(slot: SheetSlot) -> Properties:
    """Everything that makes up the look of this cell; protection too, for it is part of a cell's style."""
    look = {**DEFAULT, "valign": "vcenter", **_ROLES[slot.role]}
    if slot.bare:
        look = {name: value for name, value in look.items() if name not in _FRAME}
    if slot.cell is not None:
        look |= _content(slot)
    if slot.align:
        look["align"] = slot.align
    if slot.indent:
        look["indent"] = slot.indent
    if slot.tone:
        look |= _SAMPLES[slot.tone]
    if slot.strong:
        look |= {"bold": True, "top": 2, "top_color": RULE}
    if slot.strong and slot.role is CellRole.RESULT:
        look["bg_color"] = "#F2F5FA"
    return look


def _content(slot: SheetSlot) -> Properties:
    assert slot.cell is not None
    kind = slot.cell.type
    look: Properties = {"num_format": _FORMATS[kind]} if kind in _FORMATS else {}
    if kind is Kind.NUMBER and slot.role is CellRole.COMPUTED:
        look["num_format"] = _TWO_DIGITS
    if kind is Kind.AMOUNT and slot.role is CellRole.FINDING:
        look["num_format"] = _ALL_DIGITS
    if kind in (Kind.TEXT, Kind.PARAGRAPH):
        look["text_wrap"] = True
    if kind is Kind.PARAGRAPH:
        look["valign"] = "top"
    return look | {"align": _align(slot, kind)}


def _align(slot: SheetSlot, kind: Kind) -> str:
    assert slot.cell is not None
    short = slot.cell.choices and max(map(len, slot.cell.choices)) <= 2
    if short and isinstance(slot.cell, TableColumn):
        return "center"
    if slot.role is CellRole.PRESET:
        return "center" if kind.numeric else "left"
    return "left" if kind in (Kind.YEAR, Kind.DATE) or not kind.numeric else "right"

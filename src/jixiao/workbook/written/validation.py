"""Drop-downs and prompts of a cell -> XlsxWriter data validations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from jixiao.model.fact import Kind
from jixiao.pack.sections import Cell
from jixiao.workbook.sheets.code_sheet import CODE, NAME
from jixiao.workbook.sheets.layout import Box, CellRole, SheetSlot

Rule = dict[str, Any]

_TITLE = 32  # Excel's limits
_MESSAGE = 255


def rules(slots: tuple[SheetSlot, ...]) -> Iterator[tuple[Box, Rule]]:
    """One validation per run of cells, downwards in a column, that share it."""
    found = [(slot.box, rule_of(slot)) for slot in slots if slot.prompt or slot.role is CellRole.ENTRY]
    ruled = [(box, rule) for box, rule in found if rule]
    ruled.sort(key=lambda item: (item[0].left, item[0].top))
    numbered = ((box, rule, box.top - position) for position, (box, rule) in enumerate(ruled))
    for _, run in groupby(numbered, lambda item: (item[0].left, item[2], repr(item[1]))):
        members = list(run)
        yield replace(members[0][0], bottom=members[-1][0].bottom), members[0][1]


def rule_of(slot: SheetSlot) -> Rule:
    """Empty for a cell that takes anything and has nothing to say."""
    rule: Rule = {}
    if slot.role is CellRole.ENTRY and slot.cell is not None:
        rule = _choice(slot.cell)
    if slot.prompt:
        label = slot.term.label if slot.term else ""
        rule |= {"input_title": label[:_TITLE], "input_message": slot.prompt[:_MESSAGE]}
    return {"validate": "any", **rule} if rule else {}


def _choice(cell: Cell) -> Rule:
    """Words outside a closed list are refused; a code list is an extract, so the checks judge its codes."""
    if cell.list:
        column = CODE if cell.type is Kind.CODE else NAME
        return {"validate": "list", "source": f"={cell.list}.{column}", "show_error": False}
    if cell.choices:
        return {
            "validate": "list",
            "source": list(cell.choices),
            "show_error": not cell.others,
            "error_title": "请从下拉列表中选择",
            "error_message": f"可选：{'、'.join(cell.choices)}"[:_MESSAGE],
        }
    return {}

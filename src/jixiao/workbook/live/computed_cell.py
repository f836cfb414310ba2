"""The formulas of computed cells and stand-ins: relations, said with the names of the workbook."""

from __future__ import annotations

from dataclasses import dataclass

from jixiao.model.term import Term
from jixiao.pack.pack import Pack
from jixiao.relation.excel import to_excel
from jixiao.workbook.file.structure import defined_name
from jixiao.workbook.live.draft_columns import TEXTS
from jixiao.workbook.sheets.layout import Layout, SheetSlot, address


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where a formula stands: the groups around it, which record of each, and the sheet's row."""

    path: tuple[str, ...]
    at: tuple[int, ...]
    row: int


def formula_of(slot: SheetSlot, pack: Pack, layout: Layout) -> str:
    """Blank while an input is blank, and where the relation has no value (a zero divisor).

    A whole column counts as an input only where there is no single cell: it says nothing about a blank row.
    Of texts that are joined, one that is there is enough.
    """
    term = slot.term
    assert term is not None
    here = Standpoint(term.path, slot.at, slot.box.top)
    columns: dict[str, bool] = {}

    def reference(name: str, as_column: bool) -> str:
        text = reference_from(here, name, as_column, pack, layout)
        columns[text] = as_column
        return text

    def keys(name: str) -> str:
        text = f"{TEXTS}.{defined_name(pack.vocabulary[name])}"
        columns[text] = True
        return text

    value = to_excel(pack.formulas[term.name].expression, reference, keys)
    if not columns:
        return value
    single = [text for text, column in columns.items() if not column]
    lacking = f"<{len(single)}" if single and term.kind.numeric else "=0"
    return f'IFERROR(IF(COUNTA({",".join(single or columns)}){lacking},"",{value}),"")'


def stand_in_formula(slot: SheetSlot, pack: Pack, layout: Layout) -> str:
    """What an entry cell shows until somebody types over it: what is found first."""
    term = slot.term
    assert term is not None
    here = Standpoint(term.path, slot.at, slot.box.top)

    def reference(name: str, as_column: bool) -> str:
        return reference_from(here, name, as_column, pack, layout)

    def keys(name: str) -> str:
        return f"{TEXTS}.{defined_name(pack.vocabulary[name])}"

    *firsts, formula = (to_excel(bound.expression, reference, keys) for bound in pack.stand_ins[term.name])
    for text in reversed(firsts):
        formula = f'IF({text}<>"",{text},{formula})'
    return f'IFERROR({formula},"")' if term.kind.numeric else formula


def reference_from(here: Standpoint, name: str, as_column: bool, pack: Pack, layout: Layout) -> str:
    """What stands for a term in a formula: its defined name, or the address of a cell in the same row.

    Inside a block it is the name of the same repetition, outside the names of all.
    """
    term = pack.vocabulary[name]
    repeat = pack.groups[term.path[0]].repeat if term.path else 0
    if repeat and here.path[:1] != term.path[:1]:
        return ",".join(defined_name(term, number) for number in range(repeat))
    own = defined_name(term, here.at[0] if repeat else 0)
    if _in_table(term, pack) and not as_column and term.path == here.path:
        return address(here.row, layout.names[own].left)
    return own


def _in_table(term: Term, pack: Pack) -> bool:
    return bool(term.path) and not pack.groups[term.path[-1]].repeat

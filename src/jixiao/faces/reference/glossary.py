"""The glossary of a pack: every term with its label, the cell that has its name, and who fills that cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.model.fact import Kind
from jixiao.model.term import Term
from jixiao.pack.pack import Pack
from jixiao.workbook.file.structure import defined_name
from jixiao.workbook.sheets.form_layout import lay_out
from jixiao.workbook.sheets.layout import Box, CellRole, Layout, address

KINDS = {
    Kind.AMOUNT: "金额",
    Kind.COUNT: "整数",
    Kind.NUMBER: "数",
    Kind.PERCENT: "比率",
    Kind.TEXT: "文字",
    Kind.PARAGRAPH: "段落",
    Kind.DATE: "日期",
    Kind.YEAR: "年度",
    Kind.CODE: "编码",
}
UNUSED = "不用"  # no indicator of the framework needs it
_FILLED_BY = {
    CellRole.ENTRY: "填写",
    CellRole.COMPUTED: "计算",
    CellRole.PRESET: "预置",
    CellRole.FIXED: "固定",
}

Corner = tuple[str, int, int]  # sheet, row, column


@dataclass(frozen=True, slots=True)
class Entry:
    """One term. `filled`: who puts something there; `formula`: how a computed cell follows from others."""

    term: str
    label: str
    sheet: str
    cells: str
    kind: str
    filled: str
    formula: str = ""
    otherwise: tuple[str, ...] = ()  # where the cell says something while it is blank


def glossary_of(pack: Pack) -> tuple[Entry, ...]:
    """The terms in the order of the form, laid out as in the pack's own workbook."""
    framework = pack.framework(pack.form.framework) if pack.form.framework else None
    layout = lay_out(pack.form, framework, pack.codes)
    roles = dict(_roles(layout))
    return tuple(_entry(term, pack, layout, roles) for term in pack.vocabulary.values())


def speaks_of(words: Sequence[str], *texts: str) -> bool:
    """True if each of the words stands in one of the texts; what people look for is told by its words."""
    return all(any(word.casefold() in text.casefold() for text in texts) for word in words)


def entries_of(pack: Pack, words: Sequence[str]) -> tuple[Entry, ...]:
    """The terms that the words speak of: by name, label or sheet."""
    return tuple(
        entry for entry in glossary_of(pack) if speaks_of(words, entry.term, entry.label, entry.sheet)
    )


def _roles(layout: Layout) -> Iterator[tuple[Corner, CellRole]]:
    for sheet in layout.sheets:
        for slot in sheet.slots:
            yield (slot.box.sheet, slot.box.top, slot.box.left), slot.role


def _entry(term: Term, pack: Pack, layout: Layout, roles: dict[Corner, CellRole]) -> Entry:
    box = layout.names[term.name]
    cells = _cells(box)
    repeat = pack.groups[term.path[0]].repeat if term.path else 0
    if repeat > 1:
        last = defined_name(term, repeat - 1)
        cells += f"（第{repeat}个：{_cells(layout.names[last])}）"
    return Entry(
        term=term.name,
        label=term.label,
        sheet=term.sheet,
        cells=cells,
        kind=KINDS[term.kind],
        filled=_filled(box, roles),
        formula=term.formula,
        otherwise=term.otherwise,
    )


def _cells(box: Box) -> str:
    first, last = address(box.top, box.left), address(box.bottom, box.left)
    return first if first == last else f"{first}:{last}"


def _filled(box: Box, roles: dict[Corner, CellRole]) -> str:
    """What the cells are to people; of a column whose cells differ, that it is filled in where it is open."""
    found = {roles.get((box.sheet, row, box.left)) for row in range(box.top, box.bottom + 1)}
    return next((words for role, words in _FILLED_BY.items() if role in found), UNUSED)

"""A note that a table is empty under one that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.tables.entries import EntryTable
from jixiao.audit.wording_fault import WordingFault

_EMPTY = re.compile(
    r"(?:[本此该]表为空表?|(?:故|因此|所以)?[本此该]表(?:无数据|无内容|为零)|空表(?:列示|公开|反映))"
)
_FUNDS = ("政府性基金", "国有资本", "三公")
_IF = re.compile(r"如无|若无|没有.{0,30}的，|无.{0,30}的，|应.{0,10}说明|下述说明|可")


def _is_about(note: str, title: str) -> bool:
    """Whether a note that names a fund stands under the table of that fund."""
    return all(fund not in note or fund in title for fund in _FUNDS)


def filled_in(table: EntryTable) -> list[StatedFigure]:
    """The figures of a table that are not nought; a number alone in its row may be that of the page."""
    return [
        figure
        for entry in table.entries
        for figure in entry.figures.values()
        if figure.value and (entry.name or len(entry.figures) > 1 or figure.step < figure.scale)
    ]


def empty_tables(context: AuditContext) -> Iterator[WordingFault]:
    """Each such note whose table has a figure other than nought."""
    for table in context.tables:
        filled = filled_in(table)
        for note in table.table.notes:
            match = _EMPTY.search(note.text)
            if (
                match
                and filled
                and _is_about(note.text, table.title)
                and not _IF.search(note.text[: match.start()])
            ):
                shown = "、".join(figure.written for figure in filled[:3])
                yield WordingFault(
                    "TABLE-NOT-EMPTY",
                    AuditKind.NAMING,
                    note,
                    match.span(),
                    "表内有数",
                    f"注说“{match[0]}”，表里却有数（{shown}等）。",
                    "请删去这条注，或核对表中的数。",
                    quoted=(0, len(note.text)),
                    figures=tuple(filled[:3]),
                )

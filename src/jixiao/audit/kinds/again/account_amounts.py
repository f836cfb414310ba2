"""What a text says of an account against the rest: the amount beside its head, and the one in the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.audit.account_heads import AccountHead
from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import FigureRole, Metric, StatedFigure
from jixiao.audit.figures.label_names import cleaned
from jixiao.audit.kinds.words.misnamed_accounts import item_meant
from jixiao.audit.relations.stated import StatedRelation, same_figure
from jixiao.audit.relations.variants import variants
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.model.outcome import Outcome

_SPENT = (FigureRole.RESULT, FigureRole.PLAIN)
_ITEM = 7  # digits of an item of functional classification
_KIND = 5
_APPROPRIATED = re.compile("财政拨款|一般公共预算")
_PLAIN: tuple[str, ...] = ("当年", "本年", "年初", "财政拨款", "支出", "预算", "决算", "安排")
_PLAIN += ("科目", "数", "执行", "实际", "金额", "）", "”")


def account_amounts(context: AuditContext) -> Iterator[StatedRelation]:
    """Both relations of each account that a text speaks of."""
    tables = [table for table in context.tables if any(len(code) == _ITEM for code in table.coded)]
    for head in context.heads:
        spent = _spent(head)
        first = spent[0] if spent else None
        if first is None:
            continue
        for other in spent[1:]:
            yield same_figure("ACCOUNT-TWICE", other, first, "开头所写的金额")
        if item_meant(head, context) is None:  # else its name is wrong
            yield from _with_tables(first, head, tables)


def _spent(head: AccountHead) -> list[StatedFigure]:
    """The amounts that are this year's, each without a name of its own: 350.35万元, 预算安排352.67万元."""
    found = []
    for figure in head.figures:
        if figure.measure is not Metric.MONEY or figure.role not in _SPENT:
            if figure.role not in (FigureRole.BASE, FigureRole.PRIOR):
                break
            continue
        if not _is_plain(figure, head):
            break
        found.append(figure)
    return found[:2]


def _is_plain(figure: StatedFigure, head: AccountHead) -> bool:
    """Whether the words only say that it is this year's budget or result."""
    begins = head.end if figure.passage is head.passage else 0
    bare = cleaned(figure.passage.text[max(figure.label_start, begins) : figure.start])
    for word in _PLAIN:
        bare = bare.replace(word, "")
    return not bare


def _with_tables(
    figure: StatedFigure, head: AccountHead, tables: list[EntryTable]
) -> Iterator[StatedRelation]:
    """The amount in every table that has the account; if they differ among themselves, one that fits."""
    entries = [(table, entry) for table in tables if (entry := _entry(head, table)) is not None]
    cells = [
        (table, entry.figures[column])
        for table, entry in entries
        if table.table.scale and (column := next(iter(entry.figures), None)) is not None
    ]
    relations = [
        same_figure("ACCOUNT-TABLE", figure, cell, f"《{table.title or '表'}》中的数")
        for table, cell in cells
    ]
    holding = [one for one in relations if one.outcome() is not Outcome.INCONSISTENT]
    if holding:
        yield from holding
    elif len({cell.value for _, cell in cells}) == 1:
        appropriated = any(_APPROPRIATED.search(table.title) for table, _ in cells)
        if appropriated or cells[0][1].value in set(variants(figure)):
            yield from relations  # else the text may be about the appropriated part of it


def _entry(head: AccountHead, table: EntryTable) -> TableEntry | None:
    """By the names of kind and item: an item alone stands under many kinds."""
    coded = table.coded
    found = [
        entry
        for code, entry in coded.items()
        if len(code) == _ITEM
        and entry.name == head.item
        and (parent := coded.get(code[:_KIND])) is not None
        and parent.name == head.kind
    ]
    return found[0] if len(found) == 1 else None

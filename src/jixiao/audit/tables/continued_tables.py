"""Tables that go on over the page: the same title printed again, and rows that count on."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.audit.tables.entries import EntryTable


def continued(tables: Sequence[EntryTable]) -> list[EntryTable]:
    """The tables with the pieces of each put together; of those printed twice nothing is changed."""
    found: list[EntryTable] = []
    for table in tables:
        before = found[-1] if found else None
        if before is not None and _goes_on(before, table):
            entries = [*before.entries, *table.entries]
            columns = before.columns if len(before.columns) >= len(table.columns) else table.columns
            before.table.lines += table.table.lines
            whole = before.whole and table.whole and len(before.columns) == len(table.columns)
            found[-1] = EntryTable(before.table, entries, columns, before.heads, whole)
        else:
            found.append(table)
    return found


def _goes_on(one: EntryTable, other: EntryTable) -> bool:
    """Whether the second is more of the first: its title, without a total, with codes that come behind."""
    if not one.title or one.title != other.title or one.table.aligned or other.table.aligned:
        return False
    first, second = list(one.coded), list(other.coded)
    if not first or not second or other.total() is not None:
        return False
    return not set(first) & set(second) and max(map(_order, first)) <= min(map(_order, second))


def _order(code: str) -> str:
    return code.ljust(7, "0")

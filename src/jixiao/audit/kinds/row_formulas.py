"""The formula of a table's rows, learnt from the table: 合计 is the sum of columns behind it in most rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from jixiao.audit.context import AuditContext
from jixiao.audit.entries import EntryTable, TableEntry
from jixiao.audit.figure import Metric
from jixiao.audit.finding import AuditKind
from jixiao.audit.formulas import SignedSum
from jixiao.audit.kinds.hierarchies import trusted
from jixiao.audit.stated import Directness, StatedRelation
from jixiao.model.outcome import Outcome

_FEWEST = 4  # rows that must bear a formula out
_MOST_COLUMNS = 9
_FEW_COLUMNS = 6  # so few that any of them may be the parts


def row_formulas(context: AuditContext) -> Iterator[StatedRelation]:
    """The rows of all tables that do not follow the formula that the others follow."""
    for table in context.tables:
        for side in range(max((entry.side for entry in table.entries), default=-1) + 1):
            entries = [entry for entry in table.entries if entry.side == side and len(entry.figures) > 1]
            yield from _rows(entries, table)


def _rows(entries: Sequence[TableEntry], table: EntryTable) -> Iterator[StatedRelation]:
    columns = sorted({column for entry in entries for column in entry.figures})
    if not table.table.aligned:
        most = max((len(entry.figures) for entry in entries), default=0)
        entries = [entry for entry in entries if len(entry.figures) == most]
    if len(entries) < _FEWEST or not 2 < len(columns) <= _MOST_COLUMNS:
        return
    money = [column for column in columns if _is_money(entries, column)]
    seen = set[frozenset[int]]()
    for position, whole in enumerate(money):
        few = len(money) < _FEW_COLUMNS
        parts = _formula(entries, whole, [*money[position + 1 :], *(money[:position] if few else [])])
        if parts and frozenset((whole, *parts)) not in seen:
            seen.add(frozenset((whole, *parts)))
            yield from trusted(list(_relations(entries, whole, parts, table)))


def _is_money(entries: Sequence[TableEntry], column: int) -> bool:
    return all(e.figures[column].measure is Metric.MONEY for e in entries if column in e.figures)


def _formula(entries: Sequence[TableEntry], whole: int, others: Sequence[int]) -> Sequence[int]:
    """The columns that make up `whole` in most rows: those behind it, or some of them."""
    choices = [others[:count] for count in range(2, len(others) + 1)]
    if len(others) < _FEW_COLUMNS:
        choices += [*combinations(others, 2), *combinations(others, 3)]
    best: tuple[int, Sequence[int]] = (0, ())
    for choice in choices:
        told = [one for entry in entries if (one := _holds(entry, whole, choice)) is not None]
        strong = sum(one == 2 for one in told)
        holding = sum(one > 0 for one in told)
        if strong and holding >= _FEWEST and holding * 5 >= len(told) * 4 and holding > best[0]:
            best = (holding, choice)
    return best[1]


def _holds(entry: TableEntry, whole: int, parts: Sequence[int]) -> int | None:
    """2: the row bears the formula out with two parts or more; 1: with one; 0: not; None: it says nothing."""
    if whole not in entry.figures or not entry.figures[whole].value:
        return None
    relation = _relation(entry, whole, parts)
    if relation is None or relation.outcome() is Outcome.INCONSISTENT:
        return 0
    return 2 if sum(bool(figure.value) for figure in relation.operands) > 1 else 1


def _relation(
    entry: TableEntry, whole: int, parts: Sequence[int], table: EntryTable | None = None
) -> StatedRelation | None:
    operands = tuple(entry.figures[part] for part in parts if part in entry.figures)
    if not operands or any(figure.measure is not Metric.MONEY for figure in operands):
        return None
    heads = table.heads if table and table.table.aligned else {}
    names = [heads.get(part, "")[-8:] for part in parts]
    of = f"{'、'.join(names)}之和" if all(names) else "同一行其他各栏之和"
    return StatedRelation(
        "TABLE-ROW",
        AuditKind.SUM,
        entry.figures[whole],
        operands,
        SignedSum(),
        Directness.EQUAL,
        f"“{entry.name}”一行的合计应等于{of}",
        of,
        note=f"（《{table.title}》）" if table and table.title else "",
    )


def _relations(
    entries: Sequence[TableEntry], whole: int, parts: Sequence[int], table: EntryTable
) -> Iterator[StatedRelation]:
    for entry in entries:
        if whole in entry.figures and (relation := _relation(entry, whole, parts, table)):
            yield relation

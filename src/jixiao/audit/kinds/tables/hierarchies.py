"""Tables by code: each account is the sum of those below it, the total that of the classes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import Metric
from jixiao.audit.relations.stated import Directness, StatedRelation, sum_of
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.model.outcome import Outcome

_CLASS = 3  # digits of a class
_STAFF = ("301", "303")
_FEW = 3  # broken sums of a table that one or two slips explain


def hierarchies(context: AuditContext) -> Iterator[StatedRelation]:
    """The sums by code of all tables, but for those that nobody can have read rightly."""
    for table in context.tables:
        yield from trusted([*_by_code(table, context), *_totals(table)])


def trusted(relations: Sequence[StatedRelation]) -> Sequence[StatedRelation]:
    """Of a table in which many sums are broken none: it was misread rather than wrong."""
    broken = sum(one.outcome() is Outcome.INCONSISTENT for one in relations)
    return () if broken > _FEW and broken * 5 > len(relations) * 2 else relations


def usable_columns(table: EntryTable) -> Sequence[int]:
    """The columns in which each figure is sure to belong.

    Where rows lack cells, the first figure of each is its total, if the full rows say so.
    """
    if table.whole:
        return table.columns
    return table.columns[:1] if _begins_with_totals(table) else ()


def _begins_with_totals(table: EntryTable) -> bool:
    """合计 基本支出 项目支出; not 上年执行数 before 本年预算数, which a new item lacks."""
    most = max((len(entry.figures) for entry in table.entries), default=0)
    full = [list(entry.figures.values()) for entry in table.entries if len(entry.figures) == most]
    if most < 3:
        return True
    summed = sum(row[0].value in _runs([figure.value for figure in row[1:]]) for row in full)
    return summed * 2 >= len(full)


def _runs(values: Sequence[Decimal]) -> set[Decimal]:
    """What the values behind the first one come to, as far as each of them."""
    return set(accumulate(values))


def _by_code(table: EntryTable, context: AuditContext) -> Iterator[StatedRelation]:
    coded = table.coded
    for code, parent in coded.items():
        children = [
            entry for other, entry in coded.items() if other[:-2] == code and len(other) == len(code) + 2
        ]
        if any(other[:-2] == code for other in table.twice):
            continue
        if not children or not parent.figures or _lacks_children(code, children, table, context):
            continue
        for column in usable_columns(table):
            if relation := _sum(parent, children, column, table, f"其下{len(children)}项之和"):
                yield relation


def _lacks_children(
    code: str, children: Sequence[TableEntry], table: EntryTable, context: AuditContext
) -> bool:
    """Whether another table has more accounts below this one: then a row may have been lost here."""
    own = {entry.code for entry in children}
    level = len(code) + 2
    for other in context.tables:
        if other is not table and code in (codes := other.coded) and not other.table.aligned:
            theirs = {
                each for each in codes if each[:-2] == code and len(each) == level and codes[each].figures
            }
            if theirs - own and not table.table.aligned:
                return True
    return False


def _sum(
    parent: TableEntry, children: Sequence[TableEntry], column: int, table: EntryTable, of: str
) -> StatedRelation | None:
    whole = parent.figures.get(column)
    parts = [child.figures[column] for child in children if column in child.figures]
    if whole is None or not parts or whole.measure is Metric.PERCENT:  # 增减% is no amount
        return None
    if not table.table.aligned and len(parts) < len(children):
        return None
    return sum_of("TABLE-CODES", whole, parts, of, Directness.EQUAL, note=_where(table, column))


def _where(table: EntryTable, column: int) -> str:
    head = table.heads.get(column, "") if table.table.aligned else ""
    named = f"“{head[-16:]}”列" if head else ""
    title = f"《{table.title}》" if table.title else ""
    return f"（{title}{named}）" if title or named else ""


def _totals(table: EntryTable) -> Iterator[StatedRelation]:
    coded = table.coded
    classes = [entry for code, entry in coded.items() if len(code) == _CLASS]
    lowest = min(map(len, coded), default=0)
    total = table.total()
    if any(len(code) == _CLASS for code in table.twice):
        return
    if total is not None and len(classes) > 1 and lowest == _CLASS:
        for column in usable_columns(table):
            if relation := _sum(total, classes, column, table, f"各类（{len(classes)}类）之和"):
                yield relation
    elif total is not None and len(classes) == 1:
        for column in usable_columns(table):
            if relation := _sum(total, classes, column, table, f"“{classes[0].name}”"):
                yield relation
    yield from _staff_and_running(table, classes)


def _staff_and_running(table: EntryTable, classes: Sequence[TableEntry]) -> Iterator[StatedRelation]:
    """人员经费合计 = 301 + 303; 公用经费合计 = all other economic classes."""
    economic = [entry for entry in classes if entry.code.startswith("3") and entry.figures]
    staff = [entry for entry in economic if entry.code in _STAFF]
    others = [entry for entry in economic if entry.code not in _STAFF]
    for name, parts in (("人员经费合计", staff), ("公用经费合计", others)):
        wholes = [entry for entry in table.entries if entry.name == name and len(entry.figures) == 1]
        if len(wholes) == 1 and parts and all(len(part.figures) == 1 for part in parts):
            whole = next(iter(wholes[0].figures.values()))
            of = f"{'、'.join(part.code for part in parts)}各类之和"
            figures = [figure for part in parts for figure in part.figures.values()]
            yield sum_of("TABLE-STAFF", whole, figures, of, Directness.EQUAL, note=_where(table, 0))

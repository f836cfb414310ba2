"""收入支出总表: numbered items come to their total, totals and balances to 总计, income to expenditure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import StatedFigure
from jixiao.audit.figures.numerals import ordinal
from jixiao.audit.kinds.tables.hierarchies import trusted
from jixiao.audit.relations.stated import Directness, StatedRelation, sum_of
from jixiao.audit.relations.telling_slips import is_like_a_slip, is_same_but_for_a_slip
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.model.outcome import Outcome, Severity

_ITEM = re.compile(r"[一二三四五六七八九十]{1,3}、")
_SUB = re.compile(r"\d{1,2}[.、．]|（[一二三四五六七八九十]{1,2}）")
_YEAR_TOTAL = re.compile(r"本年(?:财政拨款)?(?:收入|支出)合计|(?:收入|支出)合计")
_GRAND = re.compile(r"(?:本年)?(?:收入|支出)?总计$|^收入总计|^支出总计")
_INCOME_ADDS = re.compile(
    r"(?:年初|上年)(?:财政拨款)?结转|使用(?:非财政拨款|专用)结余|上年结转|年初结转|用事业基金弥补"
)
_SPENDING_ADDS = re.compile(r"结余分配|年末(?:财政拨款)?结转|结转下年")
_FEWEST = 3  # items of both sides


def summary_tables(context: AuditContext) -> Iterator[StatedRelation]:
    """The sums of all tables with two numbered sides."""
    for table in context.tables:
        sides = _sides(table)
        if sides is None:
            yield from _named_totals(table)
        else:
            yield from trusted(
                [*_of_side(sides[0], table), *_of_side(sides[1], table), *_both(*sides, table)]
            )


def _named_totals(table: EntryTable) -> Iterator[StatedRelation]:
    """收入总计 and 支出总计 of a table whose items have no numbers."""
    income = [entry for entry in table.entries if entry.name == "收入总计" and len(entry.figures) == 1]
    spending = [entry for entry in table.entries if entry.name == "支出总计" and len(entry.figures) == 1]
    if len(income) == len(spending) == 1:
        yield from _both(income, spending, table)


def _sides(table: EntryTable) -> tuple[list[TableEntry], list[TableEntry]] | None:
    """The entries of income and of expenditure, in order; None if the table is no such one."""
    items = sum(bool(_ITEM.match(entry.name)) for entry in table.entries)
    totals = sum(bool(_YEAR_TOTAL.search(e.name) or _GRAND.search(e.name)) for e in table.entries)
    if items < _FEWEST or totals < 2 or any(len(code) > 2 for code in table.coded):
        return None
    if table.table.aligned:
        names = [entry for entry in table.entries if entry.name]
        split = sorted({_first_column(entry) for entry in names if entry.figures})
        left = [entry for entry in names if entry.side == 0 and not _is_right(entry, split)]
        right = [entry for entry in names if entry not in left]
        return left, right
    income, spending = list[TableEntry](), list[TableEntry]()
    for entry in table.entries:
        (spending if _is_spending(entry, table) else income).append(entry)
    return income, spending


def _first_column(entry: TableEntry) -> int:
    return min(entry.figures)


def _is_right(entry: TableEntry, split: Sequence[int]) -> bool:
    """Whether the figures of an entry stand in other columns than the first: its left side is blank."""
    return bool(entry.figures) and _first_column(entry) != split[0]


def _is_spending(entry: TableEntry, table: EntryTable) -> bool:
    name = entry.name
    if _GRAND.search(name) and not re.search("收入|支出", name):
        return entry.side > 0
    return bool(re.search(r"支出|结余分配|年末|结转下年", name)) and not re.search(r"收入", name)


def _of_side(entries: Sequence[TableEntry], table: EntryTable) -> Iterator[StatedRelation]:
    total = next((e for e in entries if _YEAR_TOTAL.search(e.name) and e.figures), None)
    grand = next((e for e in reversed(entries) if _GRAND.search(e.name) and e.figures), None)
    items = _items(entries)
    whole = total or grand
    if whole is not None and items:
        adds = [] if total else _adds(entries)
        yield from _sums(whole, [*items, *adds], table, "各项之和")
    elif whole is not None and (some := _rising(entries)):
        for relation in _sums(whole, some if total else [*some, *_adds(entries)], table, "所列各项之和"):
            relation.severity = Severity.WARNING  # rows may have been left out that are not blank
            few = len(relation.operands) < _FEWEST
            likely = is_same_but_for_a_slip(relation) if few else is_like_a_slip(relation, over=True)
            if relation.outcome() is not Outcome.INCONSISTENT or likely:
                yield relation
    if total is not None and grand is not None and grand is not total:
        yield from _sums(grand, [total, *_adds(entries)], table, f"“{total.name}”与结转结余等之和")
    yield from _sub_items(entries, table)


def _items(entries: Sequence[TableEntry]) -> list[TableEntry]:
    """The items 一、 to n、, if none is missing, as far as the first total."""
    found: list[TableEntry] = []
    for entry in entries:
        if _YEAR_TOTAL.search(entry.name) or _GRAND.search(entry.name):
            break
        if _ITEM.match(entry.name):
            if ordinal(entry.name) != len(found) + 1:
                return []
            found.append(entry)
    return found


def _rising(entries: Sequence[TableEntry]) -> list[TableEntry]:
    """The items as far as the first total, if their numbers rise: blank rows are often left out."""
    found: list[TableEntry] = []
    for entry in entries:
        if _YEAR_TOTAL.search(entry.name) or _GRAND.search(entry.name):
            break
        if _ITEM.match(entry.name):
            if found and ordinal(entry.name) <= ordinal(found[-1].name):
                return []
            found.append(entry)
    return [entry for entry in found if entry.figures]


def _adds(entries: Sequence[TableEntry]) -> list[TableEntry]:
    wanted = (_INCOME_ADDS, _SPENDING_ADDS)
    return [
        entry
        for entry in entries
        if any(pattern.search(entry.name) for pattern in wanted) and not _SUB.match(entry.name)
    ]


def _sub_items(entries: Sequence[TableEntry], table: EntryTable) -> Iterator[StatedRelation]:
    """An item and what is numbered below it, if that is all of it."""
    parent: TableEntry | None = None
    below: list[TableEntry] = []
    for entry in (*entries, None):
        if entry is not None and _SUB.match(entry.name) and parent is not None:
            below.append(entry)
            continue
        if (
            parent is not None
            and len(below) > 1
            and all(ordinal(b.name) == n for n, b in enumerate(below, 1))
        ):
            yield from _sums(parent, below, table, f"其下{len(below)}项之和")
        parent, below = (entry if entry is not None and _ITEM.match(entry.name) else None), []


def _sums(
    whole: TableEntry, parts: Sequence[TableEntry], table: EntryTable, of: str
) -> Iterator[StatedRelation]:
    if not table.whole and len({len(entry.figures) for entry in (whole, *parts) if entry.figures}) > 1:
        return  # nobody knows in which column the figures of a shorter row stand
    for column in list(whole.figures)[: None if table.table.aligned else 1]:
        operands = tuple(part.figures[column] for part in parts if column in part.figures)
        if operands:
            yield _relation(whole.figures[column], operands, whole.name, of, table)


def _relation(
    whole: StatedFigure, operands: tuple[StatedFigure, ...], name: str, of: str, table: EntryTable
) -> StatedRelation:
    return sum_of("TABLE-SUMMARY", whole, operands, of, Directness.EQUAL, note=table.note)


def _both(
    income: Sequence[TableEntry], spending: Sequence[TableEntry], table: EntryTable
) -> Iterator[StatedRelation]:
    """总计 of both sides."""
    grands = [
        next((e for e in reversed(s) if _GRAND.search(e.name) and e.figures), None)
        for s in (income, spending)
    ]
    if grands[0] is not None and grands[1] is not None and grands[0] is not grands[1]:
        left, right = (next(iter(grand.figures.values())) for grand in grands if grand is not None)
        yield _relation(right, (left,), grands[1].name, "收入一边的总计", table)

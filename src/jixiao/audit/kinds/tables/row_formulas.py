"""The formula of a table's rows, learnt from the table: 合计 is the sum of columns behind it in most rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from jixiao.audit.context import AuditContext
from jixiao.audit.figures.figure import Metric
from jixiao.audit.kinds.tables.hierarchies import trusted
from jixiao.audit.relations.stated import Directness, StatedRelation, sum_of
from jixiao.audit.relations.telling_slips import slip_in
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.model.outcome import Outcome

_HEADER = 8  # lines of a table in which its header stands
_STAFF_AND_PROJECTS = re.compile("(?:合计|总计|小计)基本支出项目支出")
_GAP = re.compile("增减额|增减数|增减$|差额|增加额|结余|结转|扣分|未完成")
_TOTAL = re.compile("合计|总计|小计|总[额数分]")
_THREE = 3
_INCOME = re.compile("本年收入合计财政拨款收入")
_FEW_ROWS = 2
_SPARE = 4  # times the last digits of all figures, which rounding never needs
_FEWEST = 4  # rows that must bear a formula out
_MOST_COLUMNS = 9
_FEW_COLUMNS = 6  # so few that any of them may be the parts


def row_formulas(context: AuditContext) -> Iterator[StatedRelation]:
    """The rows of all tables that do not follow the formula that the others follow."""
    for table in context.tables:
        for side in range(max((entry.side for entry in table.entries), default=-1) + 1):
            entries = [entry for entry in table.entries if entry.side == side and len(entry.figures) > 1]
            found = list(_rows(entries, table))
            wholes = {one.target for one in found}
            by_header = [one for one in _by_header(entries, table) if one.target not in wholes]
            yield from [*found, *trusted(by_header)]
        yield from _pairs([entry for entry in table.entries if len(entry.figures) > 1], table)


def _rows(entries: Sequence[TableEntry], table: EntryTable) -> Iterator[StatedRelation]:
    columns = sorted({column for entry in entries for column in entry.figures})
    if not table.table.aligned:
        most = max((len(entry.figures) for entry in entries), default=0)
        entries = [entry for entry in entries if len(entry.figures) == most]
    if len(entries) < _FEW_ROWS or not 2 < len(columns) <= _MOST_COLUMNS:
        return
    for measure in (Metric.MONEY, Metric.SCORE, Metric.COUNT):
        own = [column for column in columns if _measures(entries, column, measure)]
        yield from _of_columns(entries, own, table)


def _by_header(entries: Sequence[TableEntry], table: EntryTable) -> Iterator[StatedRelation]:
    """合计 基本支出 项目支出: of printed rows with two figures only, the one part is all of it."""
    header = "".join(cell.text for line in table.table.lines[:_HEADER] for cell in line.cells)
    income = bool(_INCOME.search(header))
    if table.table.aligned or not (income or _STAFF_AND_PROJECTS.search(header)):
        return
    if any(entry.figures and not entry.name for entry in table.entries):
        return
    most = max((len(entry.figures) for entry in entries), default=0) if income else 3
    full = [entry for entry in entries if len(entry.figures) == most > 2]
    short = [entry for entry in entries if len(entry.figures) == 2]
    if any(len(entry.figures) > most for entry in entries):
        return
    for some, parts in ((full, tuple(range(1, most))), (short, (1,))):
        relations = list(_relations(some, 0, parts, table))
        broken = sum(one.outcome() is Outcome.INCONSISTENT for one in relations)
        if len(relations) - broken >= max(_FEW_ROWS, 2 * broken):
            yield from relations


def _pairs(entries: Sequence[TableEntry], table: EntryTable) -> Iterator[StatedRelation]:
    """合计 and 一般公共预算财政拨款, of rows that have nothing else: the total is its only part."""
    short = [e for e in entries if len(e.figures) == 2 and all(f.value for f in e.figures.values())]
    header = "".join(cell.text for line in table.table.lines[:_HEADER] for cell in line.cells)
    if any(len(entry.figures) > 2 for entry in entries) or "合计" not in header:
        return
    whole, part = _columns_of_pairs(short, table)
    if whole == part or not all(_measures(entries, column, Metric.MONEY) for column in (whole, part)):
        return
    relations = list(_relations([e for e in short if whole in e.figures], whole, (part,), table))
    broken = [one for one in relations if one.outcome() is Outcome.INCONSISTENT]
    if len(relations) - len(broken) >= _FEWEST and len(broken) * 4 <= len(relations):
        for one in relations:
            sure = table.table.aligned or any(slip_in(figure, one) for figure in one.figures)
            if one not in broken or sure:
                yield one


def _columns_of_pairs(entries: Sequence[TableEntry], table: EntryTable) -> tuple[int, int]:
    """The first two; of a table with columns the one below 合计 and the one that all rows fill beside it."""
    if not table.table.aligned:
        return 0, 1
    filled = {tuple(sorted(entry.figures)) for entry in entries}
    if len(filled) != 1:
        return 0, 0
    whole, part = next(iter(filled))
    return (whole, part) if "合计" in table.heads.get(whole, "") else (0, 0)


def _of_columns(
    entries: Sequence[TableEntry], columns: Sequence[int], table: EntryTable
) -> Iterator[StatedRelation]:
    seen = set[frozenset[int]]()
    named = len(columns) == _THREE and any(_GAP.search(table.heads.get(column, "")) for column in columns)
    fewest = _FEW_ROWS if named else _FEWEST
    for position, whole in enumerate(columns):
        few = len(columns) < _FEW_COLUMNS
        others = [*columns[position + 1 :], *(columns[:position] if few else [])]
        said = _TOTAL.search(table.heads.get(whole, "")) is not None
        enough = _FEW_ROWS if said and len(columns) > _THREE else fewest
        parts = _formula(entries if said else _unlike(entries, columns), whole, others, enough)
        if parts and frozenset((whole, *parts)) not in seen:
            seen.add(frozenset((whole, *parts)))
            yield from trusted(list(_relations(entries, whole, parts, table)))


def _unlike(entries: Sequence[TableEntry], columns: Sequence[int]) -> list[TableEntry]:
    """Weights of 50, 20, 20 and 10 for each project bear out once only that one is the others' sum."""
    return list({tuple(entry.value(column) for column in columns): entry for entry in entries}.values())


def _measures(entries: Sequence[TableEntry], column: int, measure: Metric) -> bool:
    return all(e.figures[column].measure is measure for e in entries if column in e.figures)


def _formula(
    entries: Sequence[TableEntry], whole: int, others: Sequence[int], fewest: int = _FEWEST
) -> Sequence[int]:
    """The columns that make up `whole` in most rows: those behind it, or some of them."""
    choices = [others[:count] for count in range(2, len(others) + 1)]
    if len(others) < _FEW_COLUMNS:
        choices += [*combinations(others, 2), *combinations(others, 3)]
    best: tuple[int, Sequence[int]] = (0, ())
    for choice in choices:
        told = [one for entry in entries if (one := _holds(entry, whole, choice)) is not None]
        strong = sum(one == 2 for one in told)
        holding = sum(one > 0 for one in told)
        share = 4 if fewest == _FEWEST else 3
        if strong and holding >= fewest and holding * 5 >= len(told) * share and holding > best[0]:
            best = (holding, choice)
    return best[1]


def _holds(entry: TableEntry, whole: int, parts: Sequence[int]) -> int | None:
    """2: the row bears the formula out with two parts or more; 1: with one; 0: not; None: it says nothing."""
    if whole not in entry.figures or not entry.figures[whole].value:
        return None
    operands = [entry.figures[part] for part in parts if part in entry.figures]
    gap = abs(sum((figure.value for figure in operands), -entry.figures[whole].value))
    if gap > _SPARE * sum((figure.step for figure in operands), entry.figures[whole].step):
        return 0  # far off, as most choices of columns are
    relation = _relation(entry, whole, parts) if gap else None
    if not operands or (relation is not None and relation.outcome() is Outcome.INCONSISTENT):
        return 0
    return 2 if sum(bool(figure.value) for figure in operands) > 1 else 1


def _relation(
    entry: TableEntry, whole: int, parts: Sequence[int], table: EntryTable | None = None
) -> StatedRelation | None:
    operands = tuple(entry.figures[part] for part in parts if part in entry.figures)
    if not operands:
        return None
    heads = table.heads if table and table.table.aligned else {}
    names = [heads.get(part, "")[-8:] for part in parts]
    of = f"{'、'.join(names)}之和" if all(names) else "同一行其他各栏之和"
    note = table.note if table else ""
    return sum_of("TABLE-ROW", entry.figures[whole], operands, of, Directness.EQUAL, note=note)


def _relations(
    entries: Sequence[TableEntry], whole: int, parts: Sequence[int], table: EntryTable
) -> Iterator[StatedRelation]:
    for entry in entries:
        if whole in entry.figures and (relation := _relation(entry, whole, parts, table)):
            yield relation

"""Columns of rates, learnt from the table: in most rows one column over another is what a third one says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations, product

from msgspec.structs import replace

from jixiao.audit.context import AuditContext
from jixiao.audit.document.finding import AuditKind
from jixiao.audit.figures.figure import Metric, StatedFigure
from jixiao.audit.relations.formulas import FigureFormula, GrowthOfTwo, ShareOf
from jixiao.audit.relations.stated import Directness, StatedRelation
from jixiao.audit.tables.column_measures import measured
from jixiao.audit.tables.entries import EntryTable, TableEntry
from jixiao.model.outcome import Outcome

_FEW = 2  # where the header names the rate
_FEWEST = 3  # rows that must bear a formula out
_MOST_COLUMNS = 12
_MANY = 16  # rows, of which a rough look comes first
_EXECUTION = ("全年预算数", "全年执行数", "执行率")  # of the form of 财政部 for self-evaluations
_HOLDS = (Outcome.PASSED, Outcome.ROUNDING)


def row_ratios(context: AuditContext) -> Iterator[StatedRelation]:
    """The rows whose rate is not what the rates of the other rows are."""
    for table in context.tables:
        entries = [entry for entry in table.entries if len(entry.figures) > 1]
        learnt = list(_of_table(entries, table)) if table.whole and len(entries) >= _FEWEST else []
        yield from learnt or (_of_execution(entries, table) if table.whole else ())


def _of_execution(entries: Sequence[TableEntry], table: EntryTable) -> Iterator[StatedRelation]:
    """年度资金总额 below 全年预算数, 全年执行数, 执行率: the header alone says how the rate comes about."""
    named = [
        [column for column, head in table.heads.items() if re.search(words, head)] for words in _EXECUTION
    ]
    if any(len(columns) != 1 for columns in named):
        return
    (whole,), (part,), (rate,) = named
    for entry in entries:
        measures = [entry.figures[c].measure for c in (whole, part, rate) if c in entry.figures]
        if measures == [Metric.MONEY, Metric.MONEY, Metric.PERCENT]:
            yield from _relations([entry], rate, part, whole, ShareOf(), table)


def _of_table(entries: Sequence[TableEntry], table: EntryTable) -> Iterator[StatedRelation]:
    columns = sorted({column for entry in entries for column in entry.figures})
    rates = [column for column in columns if _is_of(entries, column, Metric.PERCENT)]
    money = [column for column in columns if _is_of(entries, column, Metric.MONEY)]
    counts = [column for column in columns if _is_of(entries, column, Metric.COUNT)]
    points = [column for column in columns if _is_of(entries, column, Metric.SCORE)]
    if len(columns) > _MOST_COLUMNS:
        return
    if not table.table.aligned and not table.heads:
        rates = _rates_among(entries, money, table)
        money = [column for column in money if column not in rates]
    for rate in rates:
        best: list[StatedRelation] = []
        fit = (0, False)
        for part, whole in (*permutations(money, 2), *permutations(counts, 2), *permutations(points, 2)):
            for formula in (ShareOf(), GrowthOfTwo(1)):
                if len(entries) > _MANY and not _is_near(entries, (rate, part, whole), formula, half=True):
                    continue
                found = list(_relations(entries, rate, part, whole, formula, table))
                fewest = _FEW if min(len(money), len(counts)) == 0 and _is_named(table, rate) else _FEWEST
                if _is_borne_out(found, fewest) and _fit(found, table, whole) > fit:
                    best, fit = found, _fit(found, table, whole)
        total = table.total()
        for part in money if total is not None and not best else ():
            shares = list(_shares(entries, rate, part, total, table)) if total is not None else []
            if _is_borne_out(shares):
                best = shares
        yield from best


def _fit(relations: Sequence[StatedRelation], table: EntryTable, whole: int) -> tuple[int, bool]:
    """How many rows hold; where two budgets fit as many, the one of the full year is meant."""
    holding = sum(one.outcome() in _HOLDS for one in relations)
    return holding, re.search("全年|调整", table.heads.get(whole, "")) is not None


def _rates_among(entries: Sequence[TableEntry], money: Sequence[int], table: EntryTable) -> list[int]:
    """The columns of a printed table without a readable header that are rates of others in most rows."""
    found = []
    for rate in money:
        others = [column for column in money if column < rate]
        for (part, whole), formula in product(permutations(others, 2), (ShareOf(), GrowthOfTwo(1))):
            if not _is_near(entries, (rate, part, whole), formula):
                continue
            tried = list(_relations(entries, rate, part, whole, formula, table, as_rate=True))
            if len(tried) > _FEWEST and _is_borne_out(tried):
                found.append(rate)
                for entry in entries:
                    if rate in entry.figures:
                        measured(entry.figures[rate], Metric.PERCENT, table.table.scale)
                break
    return found


def _is_near(
    entries: Sequence[TableEntry],
    columns: tuple[int, int, int],
    formula: FigureFormula,
    *,
    half: bool = False,
) -> bool:
    """A rough look: most triples of columns are far from any rate in nearly all rows, or in half of them."""
    near = tried = 0
    for entry in entries:
        told, part, whole = (entry.figures.get(column) for column in columns)
        if told is None or part is None or whole is None or not whole.value or not told.value:
            continue
        tried += 1
        ratio = 100 * float(part.value) / float(whole.value) - (0 if isinstance(formula, ShareOf) else 100)
        stated = float(told.value / told.scale)
        near += abs(ratio - stated) <= 1 + abs(ratio) / 10
    return near >= _FEWEST and (not half or 2 * near >= tried)


def _shares(
    entries: Sequence[TableEntry], rate: int, part: int, total: TableEntry, table: EntryTable
) -> Iterator[StatedRelation]:
    """占比: each row over the row of totals."""
    for entry in entries:
        if part in total.figures and all(column in entry.figures for column in (rate, part)):
            target, one, other = entry.figures[rate], entry.figures[part], total.figures[part]
            yield _relation(entry, target, one, other, ShareOf(), table)


def _is_of(entries: Sequence[TableEntry], column: int, measure: Metric) -> bool:
    return all(entry.figures[column].measure is measure for entry in entries if column in entry.figures)


def _is_named(table: EntryTable, rate: int) -> bool:
    """Whether the header says what rate it is."""
    return (
        re.search(
            "执行率|完成率|得分率|增减率|增长率|增减%|增幅|进度|到位率|支付率", table.heads.get(rate, "")
        )
        is not None
    )


def _is_borne_out(relations: Sequence[StatedRelation], fewest: int = _FEWEST) -> bool:
    """Whether most rows hold, and enough of them say something: 100 % and 0 are nothing."""
    holding = [one for one in relations if one.outcome() in _HOLDS]
    telling = [one for one in holding if one.target.value not in (0, 100)]
    return len(telling) >= fewest and len(holding) * 5 >= len(relations) * 3


def _relations(
    entries: Sequence[TableEntry],
    rate: int,
    part: int,
    whole: int,
    formula: FigureFormula,
    table: EntryTable,
    *,
    as_rate: bool = False,
) -> Iterator[StatedRelation]:
    for entry in entries:
        if not all(column in entry.figures for column in (rate, part, whole)):
            continue
        target, one, other = (entry.figures[column] for column in (rate, part, whole))
        if as_rate:
            target = replace(target)
            measured(target, Metric.PERCENT, table.table.scale)
        relation = _relation(entry, target, one, other, formula, table)
        if relation.outcome() is not Outcome.NOT_CHECKED:
            yield relation


def _relation(
    entry: TableEntry,
    target: StatedFigure,
    one: StatedFigure,
    other: StatedFigure,
    formula: FigureFormula,
    table: EntryTable,
) -> StatedRelation:
    of = f"{one.written}÷{other.written}" if isinstance(formula, ShareOf) else "两栏之差除以上年数"
    return StatedRelation(
        "TABLE-RATE",
        AuditKind.RATIO,
        target,
        (one, other),
        formula,
        Directness.EQUAL,
        of,
        note=table.note,
    )

"""Figures in the wrong cells, in words: which two columns or rows, or the row from which they have slid."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.checks.diagnosis.disorders.rearranging import Disorder, Rearrangement, Settled
from jixiao.checks.diagnosis.disorders.sheet_grid import column_of, heads, row_of
from jixiao.model.fact import ZERO, Fact, Kind, Record

Records = Mapping[int, Record]


def misplacement(settled: Settled, records: Records) -> str:
    """What happened and what would have to be done, without the end of the sentence."""
    way = settled.rearrangement
    if way.disorder is Disorder.COLUMNS:
        return f"{_sheet(way.figures[0][0])}{_columns(way)}的数像是填反了：两列对调"
    if way.disorder is Disorder.SPAN:
        return f"{_span(way)}{_columns(way)}的数像是填反了：两列在{_these(way)}对调"
    if way.disorder is Disorder.ROWS:
        return _rows(way, records)
    return _slid(settled, records)


def _columns(way: Rearrangement) -> str:
    one, other = _exchanged(way)
    name, beside = heads(one, other)
    return f"{column_of(one)}列“{name}”与{column_of(other)}列“{beside}”"


def _span(way: Rearrangement) -> str:
    first, last = _exchanged(way)[0], way.figures[-1][0]
    to = f"至{row_of(last)}" if row_of(last) != row_of(first) else ""
    return f"{_sheet(first)}第{row_of(first)}{to}行"


def _these(way: Rearrangement) -> str:
    return "这一行" if len(way.figures) == 2 else "这几行"


def _rows(way: Rearrangement, records: Records) -> str:
    one, other = _exchanged(way)
    if way.of_blanks:
        return _astray(way, records)
    if len(way.figures) == 2:  # a single column
        exchanged = f"{one.place} {_named(one, records)}与 {other.place} {_named(other, records)}"
        return f"{exchanged}的数像是填反了：两处对调"
    exchanged = f"第{row_of(one)}行{_row(one, records)}与第{row_of(other)}行{_row(other, records)}"
    return f"{_sheet(one)}{exchanged}的数像是填反了：两行对调"


def _astray(way: Rearrangement, records: Records) -> str:
    here = next(fact for fact, _ in way.figures if fact.number)
    there = next(fact for fact, figure in way.figures if figure and not fact.number)
    return (
        f"{here.place} {_named(here, records)}的数像是填错了行：移到 {there.place} {_named(there, records)}"
    )


def _exchanged(way: Rearrangement) -> tuple[Fact, Fact]:
    """The first two cells that show each other's figure."""
    half = len(way.figures) // 2
    return way.figures[0][0], way.figures[half][0]


def _slid(settled: Settled, records: Records) -> str:
    way = settled.rearrangement
    first = settled.first
    columns = dict.fromkeys(column_of(fact) for fact, _ in way.figures)
    which = f"{next(iter(columns))}列金额" if len(columns) == 1 else "各列金额"
    down = way.disorder is Disorder.DOWN
    slid, back = ("低", "上") if down else ("高", "下")
    lost = f"（第{row_of(way.lost[0])}行自己的金额不见了，须补填）" if _filled(settled) else ""
    row = f"第{row_of(first)}行{_row(first, records)}"
    row = row if settled.since == row_of(first) else f"第{settled.since}行至{row}之间"
    told = f"{which}比{_against(first, records)}{slid}了一行，逐行{back}移一行{lost}"
    return f"{_sheet(first)}{row}起像是错行：{told}"


def _against(fact: Fact, records: Records) -> str:
    """What stands in front of the figures."""
    coded = any(beside.kind is Kind.CODE for beside in records[id(fact)].fields.values())
    return "科目编码" if coded else "名称"


def _filled(settled: Settled) -> bool:
    """True if a figure that is nowhere any more must have been there."""
    return any(fact.number + settled.by.get(id(fact), ZERO) for fact in settled.rearrangement.lost)


def _sheet(fact: Fact) -> str:
    return f"{fact.place.sheet} " if fact.place else ""


def _named(fact: Fact, records: Records) -> str:
    key = records[id(fact)].key
    return f"“{f'{key} ' if key else ''}{fact.label}”"


def _row(fact: Fact, records: Records) -> str:
    """What people call the line: its code, or the label in front of it."""
    key = records[id(fact)].key
    return f"“{key or fact.label.rpartition('（')[0] or fact.label}”"

"""What goes with a sum: what was added up and what was not, what was taken out, and where it differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jixiao.desk.rollup.against import Deviation
from jixiao.desk.rollup.eliminating import Eliminated
from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.proof_sheets import proof_sheets
from jixiao.desk.rollup.total import Total
from jixiao.desk.standing import Standing
from jixiao.desk.summary.kept import NAME
from jixiao.desk.summary.sheet import COUNT, MONEY, TEXT, Cell, SummaryColumn, SummarySheet, numbered
from jixiao.model.fact import Kind
from jixiao.model.term import Term
from jixiao.pack.pack import Pack

OFFICELESS = "没有本级的工作簿，分不出哪些是内部往来，没有抵销。"


def account_sheets(
    level: SummedLevel,
    units: Iterable[tuple[str, Total]],
    standings: Sequence[Standing],
    found: Sequence[Deviation] | None,
    pack: Pack,
    full: Iterable[str] = (),
) -> Iterator[SummarySheet]:
    """The sheets; `found` is None where there is no workbook of the department to compare with.

    `full`: tables whose rows do not all stand in the sum.
    """
    yield from proof_sheets(level, units, pack)
    yield eliminated_sheet(level)
    yield from (rows_sheet(table, units, pack) for table in sorted(full))
    if found is not None:
        yield differences_sheet(found, pack)
    yield counted_sheet(standings, pack.form.id)


def rows_sheet(table: str, units: Iterable[tuple[str, Total]], pack: Pack) -> SummarySheet:
    """All rows of a table, for which the form has no room."""
    terms = [pack.vocabulary[term] for term in pack.groups[table].terms if not pack.vocabulary[term].formula]
    amounts = [term.kind is Kind.AMOUNT for term in terms]
    columns = (
        SummaryColumn(NAME, 34),
        *(
            SummaryColumn(term.label, 18 if money else 30, MONEY if money else TEXT)
            for term, money in zip(terms, amounts, strict=True)
        ),
    )
    rows = ([name, *_cells(row, terms)] for name, total in units for row in total.groups.get(table, ()))
    note = "汇总工作簿里放不下的表，全部各行；金额单位：元。"
    return SummarySheet(table, f"{table}：各单位的全部各行", columns, rows, note=note)


def _cells(row: Total, terms: Sequence[Term]) -> Iterator[Cell]:
    for term in terms:
        figure = row.figures.get(term.name)
        yield row.texts.get(term.name, "") if figure is None else float(figure)


def eliminated_sheet(level: SummedLevel) -> SummarySheet:
    """Both sides of every transfer, unit by unit; and where the office's workbook is missing."""
    columns = (
        SummaryColumn("部门", 30),
        SummaryColumn("内部往来", 18),
        SummaryColumn("方向", 8),
        SummaryColumn(NAME, 34),
        SummaryColumn("金额", 18, MONEY),
        SummaryColumn("说明", 70),
    )
    rows = [row for below in level.walk() for one in below.eliminated for row in _sides(one)]
    rows += [[below.name, "", "", "", None, OFFICELESS] for below in level.walk() if below.officeless]
    note = "金额单位：元。两边不等的，抵销较小的一边；差额请核对双方。表里没有对方单位，只能按部门合计抵销。"
    return SummarySheet("抵销明细", "部门内部往来的抵销", columns, rows, note=note)


def _sides(one: Eliminated) -> Iterator[list[Cell]]:
    for side, said in (("收到", one.received), ("付出", one.paid)):
        for unit, amount in said.items():
            yield [one.department, one.label, side, unit, float(amount), ""]
    yield [one.department, one.label, "抵销", "", float(one.taken), _about(one)]


def _about(one: Eliminated) -> str:
    gap = ""
    if one.gap:
        more, amount = ("收到", one.gap) if one.gap > 0 else ("付出", -one.gap)
        gap = f"{more}多 {amount:,.2f} 元：是部门以外的往来，还是哪一家填错，请核对。"
    left = (
        f"“{'”“'.join(one.left)}”里没有指明在哪一行，行上没有抵销，与合计会差这个数；用 --row 指明。"
        if one.left
        else ""
    )
    unfit = (f"--row 指明的一行不合用：{why}，行上没有抵销，与合计会差这个数。" for _, why in one.unfit)
    return "".join((gap, left, *unfit))


def differences_sheet(found: Sequence[Deviation], pack: Pack) -> SummarySheet:
    """Where the department's workbook says something else."""
    columns = (
        SummaryColumn("序号", 6, COUNT),
        SummaryColumn("工作表", 18),
        SummaryColumn("项目", 44),
        SummaryColumn("本部门填报", 20, MONEY),
        SummaryColumn("单位汇总", 20, MONEY),
        SummaryColumn("差额", 18, MONEY),
        SummaryColumn("结论", 12),
        SummaryColumn("可能原因", 40),
        SummaryColumn("数额最大的单位", 80),
    )
    rows = numbered(
        [
            *(pack.vocabulary[one.term].sheet, pack.vocabulary[one.term].label),
            *(float(one.own), float(one.summed), float(one.gap), str(one.nearness), one.suspected),
            "；".join(f"{name} {one.said(value)}" for name, value in one.largest),
        ]
        for one in found
    )
    note = "差额＝本部门填报－单位汇总（抵销后），金额单位：元。尾差由各单位四舍五入引起，人数没有尾差。"
    return SummarySheet("与本部门核对", "本部门工作簿与单位汇总的核对", columns, rows, frozen=3, note=note)


def counted_sheet(standings: Sequence[Standing], form: str) -> SummarySheet:
    """Which workbooks are in the sum and which are not, and why."""
    columns = (
        SummaryColumn("序号", 6, COUNT),
        SummaryColumn(NAME, 36),
        SummaryColumn("单位编码", 14),
        SummaryColumn("计入汇总", 10),
        SummaryColumn("到齐", 12),
        SummaryColumn("审核", 10),
        SummaryColumn("报送文件", 40),
        SummaryColumn("说明", 60),
    )
    rows = numbered(
        [
            *(row.name, row.code, "是" if row.counts and row.form == form else "否"),
            *(str(row.arrival), str(row.verdict), row.book, row.advice),
        ]
        for row in standings
    )
    return SummarySheet("计入的单位", "计入和没有计入汇总的单位", columns, rows, frozen=2)

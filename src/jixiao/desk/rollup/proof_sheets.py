"""Three columns, for the whole and for each department: sum, what was taken out, and what is left."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from decimal import Decimal

from jixiao.desk.rollup.against import proof
from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.total import Total, added
from jixiao.desk.rollup.transfers import unknown_budgets
from jixiao.desk.summary.sheet import COUNT, MONEY, Cell, SummaryColumn, SummarySheet
from jixiao.model.fact import Kind
from jixiao.model.term import Term
from jixiao.pack.pack import Pack
from jixiao.pack.rollup_file import load_rollup

_TAKEN = '#,##0.00;-#,##0.00;"—"'  # most figures have nothing that is taken out
ZERO = Decimal(0)
UNKNOWN = (
    "各单位的表里看不出其中有多少是内部往来的预算，没有扣除；"
    "汇总工作簿里空着，请填扣除以后的数，填好才计算执行率。"
)


def proof_sheets(
    level: SummedLevel, units: Iterable[tuple[str, Total]], pack: Pack
) -> Iterator[SummarySheet]:
    """That nothing is lost, for amounts and for heads; and what each department's sum was freed of."""
    proven = list(proof(level, units, pack.vocabulary))
    unknown = unknown_budgets(level, pack.form.transfers)
    note = "最后一栏应全部是 0：各单位之和等于抵销后的数加上抵销数，一分不少。"
    money = [row for row in proven if row[0].kind is Kind.AMOUNT]
    title = f"{level.name}：汇总、抵销和抵销后（{level.units} 家单位，金额单位：元）"
    yield SummarySheet(
        "汇总抵销", title, _columns(MONEY), (_proven(row, unknown) for row in money), note=note
    )
    heads = [row for row in proven if row[0].kind is not Kind.AMOUNT]
    if heads:
        title = f"{level.name}：人数等的汇总（{level.units} 家单位）"
        yield SummarySheet("人数汇总", title, _columns(COUNT), (_proven(row, ()) for row in heads), note=note)
    if level.below:
        yield _levels_sheet(level, pack)


def _columns(shown: str) -> tuple[SummaryColumn, ...]:
    return (
        SummaryColumn("工作表", 18),
        SummaryColumn("项目", 46),
        SummaryColumn("汇总", 20, shown),
        SummaryColumn("抵销", 18, _TAKEN),
        SummaryColumn("抵销后", 20, shown),
        SummaryColumn("核对（汇总－抵销－抵销后）", 16, shown),
        SummaryColumn("说明", 60),
    )


def _proven(row: tuple[Term, Decimal, Decimal, Decimal], unknown: Container[str]) -> list[Cell]:
    term, whole, taken, rest = row
    about = UNKNOWN if term.name in unknown else ""
    return [term.sheet, term.label, whole, taken, rest, whole - taken - rest, about]


def _levels_sheet(level: SummedLevel, pack: Pack) -> SummarySheet:
    columns = (
        SummaryColumn("部门", 34),
        SummaryColumn("单位数", 8, COUNT),
        SummaryColumn("工作表", 18),
        SummaryColumn("项目", 40),
        SummaryColumn("汇总", 20, MONEY),
        SummaryColumn("抵销", 18, _TAKEN),
        SummaryColumn("抵销后", 20, MONEY),
        SummaryColumn("说明", 60),
    )
    rows = (row for one in level.walk() for row in (*_of_level(one, pack), *_of_direct(one, pack)))
    note = (
        "每个部门一组；“汇总”是它的下级各自抵销以后的数加起来，其中直接计入、没有下级的单位合成一组。"
        "没有可抵销的部门只列收入、支出合计。"
    )
    return SummarySheet("各部门", "各部门的汇总、抵销和抵销后（金额单位：元）", columns, rows, note=note)


def _of_level(level: SummedLevel, pack: Pack) -> Iterator[list[Cell]]:
    taken: dict[str, Decimal] = dict.fromkeys(_wholes(pack), ZERO)
    for one in level.eliminated:
        for term in one.terms:
            taken[term] = taken.get(term, ZERO) + one.taken
    unknown = unknown_budgets(level, pack.form.transfers)
    taken |= {term: taken.get(term, ZERO) for term in unknown}
    for term, amount in taken.items():
        before = level.before.figures.get(term)
        if before is not None and (amount or term in (*_wholes(pack), *unknown)):
            said = pack.vocabulary[term]
            figures = (before, amount, before - amount)
            yield [
                level.name,
                level.units,
                said.sheet,
                said.label,
                *figures,
                UNKNOWN if term in unknown else "",
            ]


def _of_direct(level: SummedLevel, pack: Pack) -> Iterator[list[Cell]]:
    """What stands right below a level that has departments below it, so that these add up to it."""
    direct = [member for member in level.members if not member.summed] if level.below else []
    figures = added([member.total for member in direct])
    for term in _wholes(pack) if direct else ():
        said, amount = pack.vocabulary[term], figures.get(term, ZERO)
        name = f"{level.name}：直接计入、没有下级的单位"
        yield [name, len(direct), said.sheet, said.label, amount, ZERO, amount, ""]


def _wholes(pack: Pack) -> tuple[str, ...]:
    """Income and expenditure of a department: the first totals that a transfer is taken out of."""
    rules = load_rollup(pack).elimination
    return rules[0].totals[:2] if rules else ()

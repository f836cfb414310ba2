"""What the workbook of a sum says of transfers: taken out, still contained in rows, and not known.

No unit says how much of its budget was meant for a transfer, so the budget of the sum is not known where
spending was freed of one: its rate of execution would be no fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec.structs import replace

from jixiao.desk.rollup.eliminating import Eliminated
from jixiao.desk.rollup.levels import SummedLevel
from jixiao.desk.rollup.total import Total
from jixiao.pack.form import Transfers
from jixiao.pack.pack import Pack

ZERO = Decimal(0)
SHOWN = 10


def taken_in_all(level: SummedLevel, said: Transfers) -> Decimal:
    """What was taken out of spending here, below, and in the sums that were added up."""
    return sum(
        (one.taken for one in _all(level) if said.of in one.terms),
        level.total.figures.get(said.taken, ZERO),
    )


def left_in_all(level: SummedLevel, table: str, said: Transfers) -> Decimal:
    """What the rows of a table still contain."""
    return sum(
        (one.taken for one in _all(level) if table in (*one.left, *dict(one.unfit))),
        level.total.figures.get(said.rows[table], ZERO),
    )


def as_written(level: SummedLevel, said: Transfers | None) -> Total:
    """The sum as its workbook says it: budgets that nobody knows stay empty."""
    if said is None:
        return level.total
    amounts = {said.taken: taken_in_all(level, said)}
    amounts |= {term: left_in_all(level, table, said) for table, term in said.rows.items()}
    unknown = unknown_budgets(level, said)
    kept = {term: value for term, value in level.total.figures.items() if term not in (*unknown, *amounts)}
    return replace(level.total, figures={**kept, **{term: value for term, value in amounts.items() if value}})


def unknown_budgets(level: SummedLevel, said: Transfers | None) -> tuple[str, ...]:
    """The budgets of which nobody knows how much was meant for what was taken out; of zero it is zero."""
    if not (said and taken_in_all(level, said)):
        return ()
    return tuple(term for term in said.budgets if level.total.figures.get(term))


def about_budgets(level: SummedLevel, pack: Pack) -> Iterator[str]:
    """Of each sum the budgets that its workbook leaves empty, with what they come to before."""
    said = pack.form.transfers
    concerned = [one for one in level.walk() if unknown_budgets(one, said)]
    if said is None or not concerned:
        return
    of = pack.vocabulary[said.of]
    yield (
        f"“{of.label}”抵销了内部往来，可是各单位的表里看不出预算数里有多少是它，预算数不能照样扣除："
        "下列汇总工作簿的预算数空着，执行率和有关的得分、勾稽关系都不计算。"
        f"请在“{of.sheet}”填扣除内部往来预算以后的数。"
    )
    for one in concerned[:SHOWN]:
        sums = "，".join(_budgets(one.total, unknown_budgets(one, said), pack))
        yield f"  {one.name}：各单位预算数之和 {sums}；抵销的支出 {taken_in_all(one, said):,.2f} 元。"
    if len(concerned) > SHOWN:
        yield f"  等 {len(concerned)} 本，其余见明细。"


def _budgets(total: Total, terms: Iterable[str], pack: Pack) -> Iterator[str]:
    return (f"{pack.vocabulary[term].label} {total.figures[term]:,.2f} 元" for term in terms)


def _all(level: SummedLevel) -> Iterator[Eliminated]:
    for below in level.walk():
        yield from below.eliminated

"""In the workbook of a sum: what does not hold, or is blank, because of what its units paid each other.

None of it is a slip, and none is to be mended in the figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec.structs import replace

from jixiao.checks.confront import Verdict
from jixiao.checks.unit import Unit
from jixiao.model.fact import Kind, Place, Record
from jixiao.model.finding import Finding
from jixiao.model.hint import Hint
from jixiao.model.outcome import Outcome
from jixiao.pack.form import Transfers
from jixiao.pack.pack import Pack

_AGAIN = "请不要在这里改数：用 jixiao rollup 再汇总一次，用 --row {table}=编码 指明内部往来记在哪一行。"


def of_transfers(
    verdicts: Iterable[Verdict], blank: Iterable[Finding], record: Record, unit: Unit, pack: Pack
) -> dict[int | Place, Hint]:
    """Sums of a table whose rows still contain what its total was freed of, and what waits for budgets."""
    said = pack.form.transfers
    if said is None or not any(_amount(record, term) for term in said.terms):
        return {}
    left = {table: _amount(record, term) for table, term in said.rows.items()}
    budgets = set(_blank_budgets(record, said))
    causes = {cell: one for one in blank for cell in one.cells if cell in budgets}
    found: dict[int | Place, Hint] = {}
    for verdict in verdicts:
        if verdict.outcome is not Outcome.INCONSISTENT:
            continue
        waits = (causes[fact.place] for fact in verdict.comparison.facts if fact.place in causes)
        if table := _table(verdict, left):
            amount = _full(left[table], unit)
            ending = f"差的是内部往来的抵销数（{amount}）：合计已经抵销，“{table}”的行上没有抵销，不是填错。"
            found[id(verdict)] = Hint(ending, mend=_AGAIN.format(table=table))
        elif (cause := next(waits, None)) and cause.severity.rank <= verdict.severity.rank:
            found[id(verdict)] = Hint(follows=cause.key)
    return found


def _table(verdict: Verdict, left: dict[str, Decimal]) -> str:
    """The table whose rows explain the whole gap, as far as rounding allows."""
    gap = verdict.comparison.difference
    sheets = {fact.place.sheet for fact in verdict.comparison.facts if fact.place}
    rounding = _rounding(verdict)
    explaining = (
        table
        for table, amount in left.items()
        if amount and table in sheets and gap is not None and abs(gap + amount) <= rounding
    )
    return next(explaining, "")


def _rounding(verdict: Verdict) -> Decimal:
    return max((fact.quantum for fact in verdict.comparison.facts), default=Decimal(0))


def about_budgets(findings: Iterable[Finding], record: Record, unit: Unit, pack: Pack) -> Iterator[Finding]:
    """What is told of blank cells says of budgets why a sum has left them blank."""
    said = pack.form.transfers
    cells = set(_blank_budgets(record, said)) if said else set()
    for finding in findings:
        if said and cells & set(finding.cells) and finding.outcome is not Outcome.INCONSISTENT:
            taken = _full(_amount(record, said.taken), unit)
            why = (
                f"汇总时从“{record.fields[said.of].label}”抵销了内部往来 {taken}，"
                "预算数里有多少是它，各单位的表里看不出来，所以空着。"
            )
            mend = "预算数请填扣除内部往来以后的数（各单位之和见“…-汇总说明.xlsx”）；"
            yield replace(finding, message=f"{finding.message}{why}", mend=f"{mend}{finding.mend}")
        else:
            yield finding


def _blank_budgets(record: Record, said: Transfers) -> Iterator[Place]:
    for term in said.budgets if _amount(record, said.taken) else ():
        fact = record.fields[term]
        if fact.place and not fact.filled:
            yield fact.place


def _amount(record: Record, term: str) -> Decimal:
    return record.fields[term].number


def _full(amount: Decimal, unit: Unit) -> str:
    return unit.full(unit.digits(amount, Kind.AMOUNT), Kind.AMOUNT)

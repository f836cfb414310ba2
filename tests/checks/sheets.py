"""A small workbook: nine cells side by side, a table of rows below them, and relations that should hold.

The cells stand in two columns, 一 beside 二 and above 三. Of the amounts only 结余 can be negative.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from jixiao.checks.confront import Verdict, confront
from jixiao.checks.diagnosis.localisation import Search
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.unit import Unit
from jixiao.model.fact import ZERO, Fact, Kind, Place, Record, State
from jixiao.model.term import Term
from jixiao.pack.check import Check, CheckData, bind_check
from jixiao.strict import Basis

CENT = Decimal("0.01")
YUAN = Unit("元", Decimal(1))
AMOUNTS = ("一", "二", "三", "四", "合计", "总计")
PLACES = {name: f"{'BC'[at % 2]}{2 + at // 2}" for at, name in enumerate((*AMOUNTS, "结余", "人数", "比率"))}
COLUMNS = {"明细.名称": Kind.TEXT, "明细.金额": Kind.AMOUNT, "明细.预算": Kind.AMOUNT}
VOCABULARY = {
    **{name: Term(name, name, Kind.AMOUNT, "表", low=ZERO) for name in AMOUNTS},
    "结余": Term("结余", "结余", Kind.AMOUNT, "表"),
    "人数": Term("人数", "人数", Kind.COUNT, "表", low=ZERO),
    "比率": Term("比率", "比率", Kind.PERCENT, "表"),
    **{name: Term(name, name[3:], kind, "表", path=("明细",)) for name, kind in COLUMNS.items()},
}


def fact(name: str, typed: str, cell: str) -> Fact:
    """A cell as it would be read; "" is blank."""
    kind, place = VOCABULARY[name].kind, Place("表", cell)
    if not typed:
        return Fact(name, VOCABULARY[name].label, kind, place, state=State.BLANK)
    if not kind.numeric:
        return Fact(name, VOCABULARY[name].label, kind, place, typed)
    step = Decimal(1).scaleb(int(Decimal(typed).as_tuple().exponent)) if kind is Kind.AMOUNT else ZERO
    return Fact(name, VOCABULARY[name].label, kind, place, Decimal(typed), step)


def check(relation: str, severity: str = "error", name: str = "X-1", when: str = "") -> Check:
    data = CheckData(
        id=name,
        title=f"核对{name}",
        relation=relation,
        severity=severity,
        basis=Basis(document="文件", clause="条款"),
        when=when,
        examples=(),
    )
    return bind_check(data, VOCABULARY, "checks.toml")


@dataclass(frozen=True)
class Sheet:
    """A workbook and the checks that are run over it."""

    record: Record
    checks: tuple[Check, ...]

    def fact(self, term: str, row: int = 0) -> Fact:
        record = self.record.groups["明细"][row] if "." in term else self.record
        return record.fields[term]

    def cell(self, term: str, row: int = 0) -> int:
        """The identity by which networks know the cell."""
        return id(self.fact(term, row))

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        return confront(self.record, self.checks, VOCABULARY, {})

    @cached_property
    def network(self) -> Network:
        """The equations, all of them worked out: until then a network does not know their cells."""
        network = Network(self.verdicts, {})
        for fact in self.record.walk():
            network.around(id(fact))
        return network

    @cached_property
    def search(self) -> Search:
        return Search(self.network, CENT / 2)


def sheet(*relations: str | Check, rows: Iterable[Mapping[str, str]] = (), **cells: str) -> Sheet:
    """The named cells are filled, all others blank; a row names its columns without their table."""
    fields = {name: fact(name, cells.get(name, ""), place) for name, place in PLACES.items()}
    table = tuple(_row(row, number) for number, row in enumerate(rows, 20))
    checks = (
        relation if isinstance(relation, Check) else check(relation, name=f"X-{number}")
        for number, relation in enumerate(relations, 1)
    )
    return Sheet(Record(fields, {"明细": table}), tuple(checks))


def _row(typed: Mapping[str, str], number: int) -> Record:
    fields = {
        name: fact(name, typed.get(name[3:], ""), f"{column}{number}")
        for name, column in zip(COLUMNS, "ABC", strict=True)
    }
    return Record(fields, key=typed.get("名称", ""))

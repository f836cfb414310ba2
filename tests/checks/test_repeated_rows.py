"""What stands in several rows is told of once, with all its rows."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from jixiao.checks.confront import confront
from jixiao.checks.findings import findings_of
from jixiao.checks.unit import Unit
from jixiao.model.fact import Place, Record
from jixiao.model.finding import Finding
from jixiao.pack.example import record_of_example
from jixiao.pack.loading import load_pack

PACK = load_pack()
WAN = Unit("万元", Decimal(10000))


def placed(record: Record) -> Record:
    """The rows as they stand in a sheet."""
    groups = {
        name: tuple(map(_in_row, rows, range(7, 7 + len(rows)))) for name, rows in record.groups.items()
    }
    return replace(record, groups=groups)


def _in_row(row: Record, number: int) -> Record:
    fields = {term: replace(fact, place=Place("表", f"A{number}")) for term, fact in row.fields.items()}
    return replace(row, fields=fields)


def found(check: str, **columns: list[str]) -> list[Finding]:
    given = {name.replace("_", "."): values for name, values in columns.items()}
    record = placed(record_of_example(given, PACK, WAN.factor))
    verdicts = confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes)
    return [one for one in findings_of(verdicts, WAN) if one.id == check]


def test_a_code_in_three_rows_is_one_finding_and_another_code_is_another():
    told = found("FUNC-14", 功能分类_编码=["208", "210", "208", "221", "208", "210"])
    assert ["编码为208的有3行" in told[0].message, "编码为210的有2行" in told[1].message] == [True, True]
    assert [[cell.cell for cell in one.cells] for one in told] == [["A7", "A9", "A11"], ["A8", "A12"]]
    assert len({one.key for one in told}) == 2


def test_all_its_cells_are_named():
    [told] = found("FUNC-14", 功能分类_编码=["208", "210", "208"])
    assert told.place == told.cells[0]
    assert told.message.startswith("表!A7、A9 “功能分类”中科目编码为208的有2行")


def test_a_name_in_two_rows_is_one_finding_too():
    assert len(found("PROJ-01", 项目自评_项目名称=["甲", "乙", "甲"])) == 1

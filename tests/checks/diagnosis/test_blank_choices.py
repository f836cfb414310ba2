"""A project without its source of money counts as the general budget's: the blank cell is told, no total."""

from __future__ import annotations

from decimal import Decimal

from balanced import PACK, Year, record_of

from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.suspected import suspected_cells
from jixiao.checks.unit import Unit
from jixiao.model.hint import Hint

SOURCE = "项目明细.资金来源"


def hints(source: str) -> list[Hint]:
    """What is said of a sound year in which the first project of a fund has that source of money, or none."""
    year = Year(1, fiscal_only=False)
    row = next(row for row in year.tables["项目明细"] if row.get(SOURCE) == "政府性基金")
    row[SOURCE] = source
    if not source:
        del row[SOURCE]
    record = record_of(year.filling(), "元")
    network = Network(confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes), PACK.formulas)
    return [*suspected_cells(network, Unit("元", Decimal(1)), record, PACK).values()]


def test_a_source_that_nobody_has_chosen_is_told_and_all_that_it_breaks_follows():
    lead, *others = hints("")
    assert lead.ending.startswith("“政府性基金项目0 资金来源”空着，若为“政府性基金”则")
    assert lead.ending.endswith("项全部相符，像是漏填。")
    assert others
    assert all(other.follows for other in others)


def test_a_source_that_was_chosen_is_not_blank():
    assert not any("空着" in hint.ending for hint in hints("一般公共预算"))

"""Figures in each other's rows that only last year's tell: one finding for both, and none for sound rows."""

from __future__ import annotations

from decimal import Decimal

from balanced import PACK, Year, record_of

from jixiao.checks.confront import confront
from jixiao.checks.diagnosis.network import Network
from jixiao.checks.suspected import suspected_cells
from jixiao.checks.unit import Unit
from jixiao.model.hint import Hint

ONE, OTHER = "收入.事业", "收入.经营"


def hints(year: Year) -> list[Hint]:
    record = record_of(year.filling(), "元")
    network = Network(confront(record, PACK.checks, PACK.vocabulary, PACK.names_of_codes), PACK.formulas)
    return [*suspected_cells(network, Unit("元", Decimal(1)), record, PACK).values()]


def test_two_rows_whose_figures_fit_last_years_of_the_other_are_one_finding():
    year = Year(1, fiscal_only=False)
    year.amounts |= {ONE: year.amounts[OTHER], OTHER: year.amounts[ONE]}
    lead, follower = hints(year)
    assert "“事业收入（本年数）”与 “经营收入（本年数）”像是两行互换" in lead.ending
    assert follower.follows


def test_a_figure_that_alone_is_too_small_changes_places_with_none():
    year = Year(1, fiscal_only=False)
    year.amounts[ONE] = year.amounts[OTHER]
    assert not any("互换" in hint.ending for hint in hints(year))

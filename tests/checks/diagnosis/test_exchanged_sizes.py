"""Figures in each other's rows that only last year's tell: one finding for both, and none for sound rows."""

from __future__ import annotations

from balanced import Year
from checks.diagnosis.hinted import hints

ONE, OTHER = "收入.事业", "收入.经营"


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

"""Ranges of a number of something."""

from frameworks.reading import given, standard

from jixiao.frameworks.standards.band import read_bands
from jixiao.frameworks.standards.counted_units import in_bare_figures


def test_one_unit_in_all_conditions_is_left_out():
    text = "≥500人得5分，300人（含）—500人得3分，300人以下不得分"
    conditions = [clause.condition for clause in in_bare_figures(standard(text)).clauses]
    assert conditions == ["≥500", "300(含)~500", "300以下"]


def test_money_is_in_yuan_also_where_the_first_figure_has_no_unit():
    text = "100万元以上得5分，50（含）—100万元得3分，50万元以下不得分"
    bands = given(read_bands(standard(text, name="销售额")))["bands"]
    assert [band.get("upper") for band in bands] == ["500000", "1000000", None]


def test_rates_and_two_units_stay_as_they_are():
    for text in ("≥95%得5分，否则不得分", "≥5人得5分，3次以下不得分"):
        taken = standard(text)
        assert in_bare_figures(taken) is taken


def test_whole_numbers_that_follow_each_other_leave_no_gap():
    text = "4次及以上得5分，3次得3分，2次得1分，少于2次不得分"
    assert len(given(read_bands(standard(text, name="检查次数")))["bands"]) == 4

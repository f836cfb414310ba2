"""Figures that a rule has no place for make it unsure."""

import pytest
from frameworks.reading import standard

from jixiao.frameworks.standards.rule import RuleReading
from jixiao.frameworks.standards.rules import read_rule
from jixiao.frameworks.standards.unused_figures import unused_figures

STEPS = RuleReading(
    "per_point", {"limit": "1", "direction": "over", "step": "0.01", "deduct": "0.5", "rounding": "ceil"}
)


def test_a_figure_that_went_nowhere_is_named():
    text = "≤100%得5分，每超1个百分点扣0.5分，其中人员经费不超过37%"
    assert list(unused_figures(standard(text), STEPS)) == ["37"]


def test_all_figures_of_a_plain_standard_are_used():
    assert not list(unused_figures(standard("≤100%得5分，每超1个百分点扣0.5分"), STEPS))


@pytest.mark.parametrize(
    "text",
    [
        "每降低1%扣分值的10%，100%得满分",
        "按优秀（5分）、良好（4分）、一般（3分）、较差（0分）四档评分",
        "收到拨款后10个工作日内支付，每逾期1笔扣1分，扣完为止",
    ],
)
def test_shares_of_the_weight_names_and_days_are_no_unused_figures(text):
    rule = read_rule(standard(text))
    assert not list(unused_figures(standard(text), rule))

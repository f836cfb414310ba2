"""Rules and measures that cannot belong together."""

import pytest

from jixiao.frameworks.standards.misfit import misfit, odd_excess, odd_factor
from jixiao.frameworks.standards.rule import RuleReading
from jixiao.pack.loading import load_pack
from jixiao.pack.measure_words import load_measure_words

CONTROL = "本年决算.三公经费 / 本年预算.三公经费"
CHANGE = "(本年决算.三公经费 - 上年决算.三公经费) / 上年决算.三公经费"


@pytest.mark.parametrize(
    ("limit", "relation", "odd"),
    [
        ("1", CONTROL, False),
        ("0", CONTROL, True),
        ("0", CHANGE, False),
        ("1", CHANGE, True),
        ("0.1", "结转结余.年末 / 整体预算.全年预算数", False),
        ("0.9", "结转结余.年末 / 整体预算.全年预算数", True),
        ("1", "(实有数.合计 - 编制数.合计) / 编制数.合计", True),
        ("0", "(实有数.合计 - 编制数.合计) / 编制数.合计", False),
        ("0.95", "(整体预算.全年预算数 - 支出.合计) / 整体预算.全年预算数", True),
        ("0.95", "(整体预算.全年预算数 - 结转结余.年末) / 整体预算.全年预算数", False),
    ],
)
def test_a_limit_of_zero_is_no_control_and_one_of_100_percent_no_change(limit, relation, odd):
    rule = RuleReading("per_point", {"limit": limit})
    assert bool(misfit(rule, relation, load_measure_words(load_pack()))) is odd


def test_a_distance_is_not_compared():
    rule = RuleReading("band", {"centre": "1", "bands": [{"upper": "0.1"}, {"score": "0"}]})
    assert misfit(rule, CONTROL, load_measure_words(load_pack())) == ""


def test_a_formula_of_another_rate_is_told():
    assert odd_factor("得分＝项目支付进度×10", "预算执行率") == "项目支付进度"
    assert odd_factor("得分＝部门预算执行率×10", "预算执行率") == ""
    assert odd_factor("得分＝实际完成率×分值", "预算完成率") == ""
    assert odd_factor("95%以上得10分", "预算执行率") == ""


@pytest.mark.parametrize(
    ("limit", "formula", "odd"),
    [
        ("1", "成本控制率＝（实际成本－计划成本）÷计划成本×100%", True),
        ("0", "成本控制率＝（实际成本－计划成本）÷计划成本×100%", False),
        ("1", "成本控制率＝实际成本÷计划成本×100%", False),
        ("0.95", "执行率＝（预算数－结余数）/预算数", False),
    ],
)
def test_what_goes_beyond_a_plan_has_no_limit_of_100_percent(limit, formula, odd):
    rule = RuleReading("per_point", {"limit": limit})
    assert bool(odd_excess(rule, (formula, ""))) is odd

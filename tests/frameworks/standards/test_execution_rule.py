"""What the notes under a form say of the execution above its indicators."""

from decimal import Decimal

import pytest

from jixiao.frameworks.standards.execution_rule import execution_rule
from jixiao.frameworks.standards.rule import RuleReading


@pytest.mark.parametrize(
    "notes",
    [
        "",
        "注：1.预算执行率得分=执行率×10，最高10分。",
        "1.一级指标权重：产出指标50分、效益指标30分、满意度指标10分、预算资金执行率10分。",
        "1.预算执行率10分、产出指标50分、效益30分。",
        "1.预算执行率得分：执行率*分值，执行率超过100%的按满分计。",
    ],
)
def test_it_is_scored_by_the_rate(notes):
    assert execution_rule(notes, Decimal(10)) == RuleReading("execution")


def test_a_target_below_the_whole_is_kept():
    rule = execution_rule("1.预算执行率≥95%得10分，低于95%的按执行率÷95%×10计算。", Decimal(10))
    assert rule.sure
    assert rule.parameters["target"] == "0.95"


@pytest.mark.parametrize(
    "notes",
    [
        "1.预算执行率按比例计分。2.执行率低于50%的，扣减其他指标5分。",
        "1.预算执行率达到90%（含）以上得满分，其余按执行率×10计分。",
        "1.预算执行率低于80%的，扣2分。",
    ],
)
def test_what_is_not_understood_is_told(notes):
    assert execution_rule(notes, Decimal(10)).doubts

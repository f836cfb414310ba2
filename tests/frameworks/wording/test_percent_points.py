"""Points that are printed in percent, as the weights of their table are."""

from decimal import Decimal

import pytest

from jixiao.frameworks.standards.rules import read_rule
from jixiao.frameworks.standards.standard import take_apart
from jixiao.frameworks.wording.percent_points import in_points


@pytest.mark.parametrize(
    ("text", "full", "points"),
    [
        ("计划完整,2%;有记录,1%。", "3", "计划完整,得2分;有记录,得1分。"),
        ("程序规范(1%);材料齐全(2%)", "3", "程序规范(1分);材料齐全(2分)"),
        ("每发现一例扣1.5%,最多扣3%", "6", "每发现一例扣1.5分,最多扣3分"),
        ("目标明确2%,指标量化3%", "5", "目标明确2分,指标量化3分"),
        ("得分值的80%", "90", "得分值的80%"),
        ("满意度≥95%,10%;低于95%不得分", "10", "满意度≥95%,得10分;低于95%不得分"),
        ("每降低5%扣1%,低于70%不得分", "6", "每降低5%扣1分,低于70%不得分"),
        ("偏差率5%以内得4%", "6", "偏差率5%以内得4分"),
    ],
)
def test_they_become_points_and_rates_stay(text, full, points):
    assert in_points(text, Decimal(full)) == points


def test_parts_that_do_not_come_to_the_weight_are_told():
    text = "1.成立领导小组，2%；2.开展不少于2次指导，2%；3.资料真实完整，1%。"
    rule = read_rule(take_apart("制度执行有效性", Decimal(6), text, in_percent=True))
    assert rule.type == "checklist"
    assert rule.doubts == ("分值是6分，各要点合计5分",)

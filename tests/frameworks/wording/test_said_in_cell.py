"""Explanations behind names, and weights inside standards."""

from decimal import Decimal

import pytest

from jixiao.frameworks.wording.names import Weight
from jixiao.frameworks.wording.said_in_cell import weight_in_standard, without_explanation


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("人员控制率：年末在编人数占编制数的比例", "人员控制率", "年末在编人数占编制数的比例"),
        ("数量指标：举办技能培训班的场次", "数量指标：举办技能培训班的场次", ""),
        ("收入：支出比", "收入：支出比", ""),
    ],
)
def test_a_name_stands_in_front_of_its_explanation(text, name, said):
    assert without_explanation(text) == (name, said)


@pytest.mark.parametrize(
    ("text", "weight", "rest"),
    [
        ("（6分）不超过的得6分", 6, "不超过的得6分"),
        ("满分18分。每低1%扣1分", 18, "每低1%扣1分"),
        ("（4分）①规范（2分）②及时（2分）", 4, "①规范（2分）②及时（2分）"),
        ("①规范（2分）②及时（2分）", None, "①规范（2分）②及时（2分）"),
        ("达到100%得5分", None, "达到100%得5分"),
    ],
)
def test_a_weight_is_printed_with_its_standard(text, weight, rest):
    assert weight_in_standard(text) == (Weight(Decimal(weight)) if weight else None, rest)

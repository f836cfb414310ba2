"""Which relations come to a value whatever is filled in, as long as every cell can be read."""

from __future__ import annotations

import pytest
from small_sheet import VOCABULARY

from jixiao.pack.loading import load_pack, pack_names
from jixiao.relation.binding import bind


@pytest.mark.parametrize(
    "text",
    [
        "总.合计 = -总.一 + 总.二 * 2 - 总.二 / 3",
        'LEFT(总.名称, 2) & "甲" = "甲甲"',
        "SUMIF(表.编码, LEFT(表.编码, 3), 表.金额) > MAX(表.金额, 总.一)",
        "AND(COUNT(表.金额) > 0, OR(VALUE(总.名称) = 1, IN(总.名称, 1, 2)))",
        'CODECOMPLETE("科目", 表.编码, 总.一 / 100) = ABS(总.二)',
    ],
)
def test_of_these_it_need_not_be_tried_out(text: str):
    assert bind(text, VOCABULARY).sure


@pytest.mark.parametrize(
    "text",
    [
        "总.一 / 总.二 > 1",
        "总.一 / 0 > 1",
        "总.名称 * 2 = 4",
        '("甲" & "乙") + 1 = 2',
        "-总.名称 = 1",
        "ABS(总.名称) = 1",
        "LEFT(总.名称, 总.一 / 总.一) = 总.名称",
        "LEFT(总.名称, -1) = 总.名称",
        'SIGNED("≥", 总.名称, 总.名称, 1, "按比例") = 1',
        "AND(总.一 > 0, 总.一 / 总.二 > 1)",
        "MAX(总.一 / 总.二, 1) = 1",
    ],
)
def test_these_may_not_come_to_anything(text: str):
    assert not bind(text, VOCABULARY).sure


@pytest.mark.parametrize("name", pack_names())
def test_the_conditions_of_a_pack_are_sure(name: str):
    """Otherwise all of them are asked in every row, which takes a quarter longer."""
    conditions = {condition.text: condition for check in load_pack(name).checks for condition in check.when}
    assert [text for text, condition in conditions.items() if not condition.sure] == []

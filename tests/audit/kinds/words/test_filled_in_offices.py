"""Another office in the head of a form."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

OWN = (
    "石桥县林业局2023年度整体支出绩效自评报告",
    "石桥县林业局内设7个股室。",
    "无。",
    "无。",
    "无。",
    "无。",
)


@pytest.mark.parametrize(
    "head",
    [
        "填报单位：县{}　　单位：万元",
        "填报单位：石桥县{}",
        "填报单位（盖章）：县{}",
        "填报部门：{}　填报日期：2024年3月1日",
        "自评单位：石桥县{}（盖章）",
        "编报单位：县{}　金额单位：万元",
    ],
)
def test_a_line_above_a_table(head: str):
    assert said(*OWN, head.format("水利局")) == [("UNIT-NAME", "水利局", "林业局")]
    assert ids(*OWN, head.format("林业局")) == []


@pytest.mark.parametrize(
    "head",
    [
        "主管部门：县水利局",
        "填报单位：县财政局",
        "填报单位：县图书馆",
        "填报单位：县林业和草原局",
        "实施单位：县水利局",
    ],
)
def test_heads_that_may_name_another(head: str):
    assert ids(*OWN, head) == []


def test_two_offices_in_one():
    assert ids(*OWN, "县林业局加挂县水利局牌子。", "填报单位：县水利局") == []


def _form(unit: str) -> list[list[str]]:
    return [["主管部门", "石桥县农业农村局", "实施单位", f"石桥县{unit}"], ["资金", "预算", "决算", "得分"]]


def test_a_form_that_differs_from_the_others():
    assert ids(*OWN, _form("林业局"), "无。", _form("水利局")) == ["UNIT-NAME"]
    assert ids(*OWN, _form("林业局"), "无。", _form("林业局")) == []
    assert ids(*OWN, _form("水利局")) == []
    assert ids(*OWN, _form("林业局"), _form("水利局"), _form("教育局")) == []

"""A number of items, and the items."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


def test_names_behind_their_number():
    text = "重点任务共{}项，包括道路改造、危桥改造、治超执法和驻村帮扶。"
    assert said(text.format(5)) == [("COUNT-ITEMS", "5项", "4项")]
    assert ids(text.format(4)) == ids(text.format(3)) == []


@pytest.mark.parametrize("kind", ["公益一类", "公益二类"])
def test_the_class_of_an_institution_counts_nothing(kind: str):
    assert ids(f"本中心为{kind}事业单位，承担全县妇女儿童保健、孕产期保健和计划生育技术服务。") == []


def test_names_before_their_number():
    assert said("设置了数量指标、质量指标、时效指标五类指标。") == [("COUNT-ITEMS", "五类", "3类")]
    assert ids("设置了数量指标、质量指标和时效指标三类指标。") == []


@pytest.mark.parametrize(
    "text",
    [
        "制定了{}项制度：一是财务管理制度，二是内控制度，三是采购制度。",
        "实施项目{}个：（1）道路硬化12.00万元；（2）水渠修建13.00万元；（3）亮化14.00万元。",
    ],
)
def test_numbers_in_a_sentence(text: str):
    assert ids(text.format(4)) == ["COUNT-ITEMS"]
    assert ids(text.format(3)) == []


def test_numbers_of_paragraphs():
    lines = [
        "存在以下{}个方面的问题：",
        "一是编制不细。",
        "二是进度偏慢。",
        "三是管理不严。",
        "六、建议",
        "无。",
    ]
    assert ids(*(line.format("四") for line in lines)) == ["COUNT-ITEMS"]
    assert ids(*(line.format("三") for line in lines)) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("重点任务共9项，包括道路改造、危桥改造、治超执法等。",),
        ("重点任务共9项，主要包括道路改造、危桥改造、治超执法。",),
        ("设立3个小组，即组织、协调和监督、评价组。",),
        ("抽取8个项目：一是防汛项目，执行率偏低；二是抗旱项目。",),
        ("存在3个问题：", "一是编制不细。", "三是管理不严。"),
    ],
)
def test_silent_where_not_all_may_be_listed(lines: tuple[str, ...]):
    assert "COUNT-ITEMS" not in ids(*lines)

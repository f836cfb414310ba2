"""Words, clauses and paragraphs that stand twice."""

from __future__ import annotations

import pytest
from audit.reports import found, ids, said

_AGAIN = "我单位严格执行各项财务制度，加强预算绩效管理，确保资金使用安全有效。"


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("部分小区物业服务物业服务缺位。", "物业服务"),
        ("指以前年年度安排的资金。", "年年度"),
        ("主要原因是压减办公费。主要原因是压减办公费。", "主要原因是压减办公费。"),
        ("个别指标难以量化、难以量化。", "难以量化"),
        ("未发现截留、挤占。未发现截留、挤占。", "未发现截留、挤占。"),
        ("因需求变更延期，。", "，。"),
        ("财政拨款收入：财政拨款收入：指当年拨款。", "财政拨款收入"),
        ("公务接待费比上年减少1.50万元，公务接待费比上年减少1.50万元。", "公务接待费比上年减少1.50万元"),
        ("选派教师参加省级培训36人次，选派教师参加省级培训。", "选派教师参加省级培训"),
        ("绩效目标不够细化，绩效目标不够细化，有待改进。", "绩效目标不够细化，"),
    ],
)
def test_twice(text: str, once: str):
    assert [one[2] for one in said(text)] == [once]


def test_a_paragraph_twice():
    assert [one.id for one in found(_AGAIN, _AGAIN)] == ["DOUBLED"]


@pytest.mark.parametrize(
    "text",
    [
        "其他支出支出决算为0万元。",
        "2022年年初、年年有余。",
        "常常研究研究、讨论讨论。",
        "预算执行 预算执行率 部门预算执行率，得分。",
        "以提高效率为目的的工作。",
    ],
)
def test_silent_where_usage_explains_it(text: str):
    assert ids(text) == []


def test_a_figure_taken_up_again_for_a_rate():
    again = "年末结转结余87.86万元，结转结余87.86万元，{}。"
    assert ids(again.format("结转结余率为2.77%")) == []
    assert ids(again.format("已上缴")) == ["DOUBLED"]
    assert ids("结转结余87.86万元，结转结余87.86万元，结转结余率为2.77%。") == ["DOUBLED"]

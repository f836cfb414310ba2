"""Figures without their unit."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

BESIDE = "本年收入20.00万元。"


@pytest.mark.parametrize(
    ("text", "stated", "computed"),
    [
        ("公务接待费支出12.30，比上年持平。", "12.30", "12.30万元"),
        ("收入20.00万元，增长9.99，主要原因是调资。", "9.99", "9.99%"),
        ("年末结转和结余12.30。", "12.30", "12.30万元"),
        ("完成年初预算12.30的95.00%。", "12.30", "12.30万元"),
        ("增长1.00%，培训合格率98.2，满意度90%。", "98.2", "98.2%"),
        ("增长1.00%，抽检合格率达到97以上，满意度90%。", "97", "97%"),
        ("增长1.00%，群众满意度97.5%，年初目标值95。", "95", "95%"),
        ("用于应急值守82.15万元，后勤保障143.60。", "143.60", "143.60万元"),
        ("增长1.00%、2.00%，6个部门执行率低于90。", "90", "90%"),
        ("得15分；结转结余变动率达标，得5。", "5", "5分"),
        ("得15分；指标不够细化，扣2.50。", "2.50", "2.50分"),
        ("支出占支出合计的61.75；其余为零。", "61.75", "61.75%"),
    ],
)
def test_a_unit_that_is_missing(text: str, stated: str, computed: str):
    assert said(BESIDE + text) == [("UNIT-MISSING", stated, computed)]


@pytest.mark.parametrize(
    "text",
    [
        "预算3项。",
        "支出增长1.2倍。",
        "平均得分93.2分。",
        "第2.1款支出。",
        "占1%、2%，容积率1.5。",
        "占1%、2%，完成率达到3倍。",
        "占1%、2%，培训30期，目标值25。",
    ],
)
def test_other_figures(text: str):
    assert ids(BESIDE + text) == []

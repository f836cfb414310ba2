"""Rows of a score table that say why points were lost."""

from __future__ import annotations

from audit.reports import ids, said

HEAD = ["指标", "分值", "得分", "扣分说明"]


def _table(lost: str, why: str = "扣{}分") -> list[list[str]]:
    return [
        HEAD,
        ["预算完成率", "5", "4.5", "未达100%，扣0.5分"],
        ["支付进度率", "4", "2.5", "项目偏慢，扣1.5分"],
        ["采购执行率", "3", "2.5", why.format(lost)],
        ["公开及时", "3", "3", ""],
        ["合计", "15", "12.5", ""],
    ]


def test_what_a_row_has_lost():
    assert ids(_table("0.5")) == []
    assert said(_table("1")) == [("SCORE-LOST", "1分", "0.50分")]


def test_a_rule_says_nothing():
    assert ids(_table("1", "每低1个百分点扣{}分")) == []


def test_rows_printed_as_text_whose_levels_are_merged():
    lines = (
        "一级指标 分值 二级指标 分值 得分 扣分说明",
        "过程 12 预算完成率 5 4.5 未达100%，扣0.5分",
        "支付进度率 4 2.5 项目偏慢，扣1.5分",
        "采购执行率 3 2.5 未达标，扣{}分",
        "产出 3 公开及时 3 3",
        "合计 15 15 12.5",
    )
    assert ids(*lines[:3], lines[3].format("0.5"), *lines[4:], kind="txt") == []
    assert said(*lines[:3], lines[3].format("1"), *lines[4:], kind="txt") == [("SCORE-LOST", "1分", "0.50分")]

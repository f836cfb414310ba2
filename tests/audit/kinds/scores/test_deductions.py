"""Points lost altogether."""

from __future__ import annotations

from audit.reports import ids, said


def test_of_a_hundred():
    assert ids("部门整体支出绩效自评得分93.5分，扣6.5分。") == []
    assert said("部门整体支出绩效自评得分93.5分，扣5.6分。") == [("SCORE-LOST", "5.6分", "6.5分")]
    assert ids("满分20分，自评得分17.5分，扣2.5分。") == []


def test_so_many_items_and_all_of_them():
    items = "资金管理扣1.5分，组织实施扣1分；质量指标扣1分；时效指标扣1分。"
    text = items + "以上四项合计扣{}分，其余指标扣2分，总扣分6.5分。"
    assert ids(text.format("4.5")) == []
    assert ids(text.format("7.5")) == ["SCORE-LOST"]
    assert ids(text.format("7.5").replace("四项", "三项").replace("，总扣分6.5分", "")) == []


def test_what_it_consists_of():
    text = "产出指标扣2.5分，其中住院日未达标扣0.5分、验收滞后扣1分、病历未达标扣{}分；效益指标扣3分。"
    assert ids(text.format("1")) == []
    assert ids(text.format("0.5")) == ["SCORE-LOST"]


def test_deductions_are_no_list_of_points():
    text = "预算执行15分，得12.5分，扣2.5分，其中调整率过高扣1.5分，支付偏慢扣{}分；预算管理12分，得12分。"
    assert ids(text.format("1")) == []
    assert said(text.format("0.1")) == [("SCORE-LOST", "2.5分", "1.6分")]


def test_what_was_got_behind_the_deductions():
    text = "过程指标满分30分，扣4.5分，其中预算执行扣{}分、资产管理扣2分，实得{}分。"
    assert ids(text.format("2.5", "25.5")) == []
    assert ids(text.format("3.5", "25.5")) == ["SCORE-LOST"]
    assert ids(text.format("2.5", "26.5")) == ["SCORE-LOST"]


def test_all_of_it_and_what_it_consists_of():
    text = "本次自评共扣{}分，其中预算执行扣0.24分、病毒检测扣0.24分、健康素养水平扣1分。"
    assert ids(text.format("1.48")) == []
    assert said(text.format("1.98")) == [("SCORE-LOST", "1.98分", "1.48分")]


def test_what_is_left_of_a_hundred():
    text = "扣分情况：预算执行率扣0.5分，预算调整率扣2分，合计扣2.5分，最终得分{}分。"
    assert ids(text.format("97.5")) == []
    assert ids(text.format("95.7")) == ["SCORE-LOST"]


def test_what_it_consists_of_in_the_next_sentence():
    text = "（二）过程情况。权重25分，扣{}分。其中预算执行率扣1.20分，资金合规性扣1.40分，监督检查扣1.00分。"
    assert ids(text.format("3.60")) == []
    assert said(text.format("3.40")) == [("SCORE-LOST", "3.40分", "3.60分")]
    assert ids("权重25分，扣3.40分。其中主要是预算执行率扣1.20分，资金合规性扣1.40分。") == []
    assert ids("权重25分，扣3.40分。其中预算执行率扣1.20分最多，资金合规性等扣1.40分。") == []
    assert ids("权重25分，扣3.60分。其中预算执行率扣1.20分，资金合规性扣1.40分。") == []

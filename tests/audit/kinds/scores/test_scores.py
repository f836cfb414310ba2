"""Points and deductions."""

from __future__ import annotations

from audit.reports import ids, said


def test_a_deduction():
    assert ids("满分25分，得21.6分，扣3.4分，得分率86.40%。") == []
    assert said("满分25分，得21.6分，扣4.4分，得分率86.40%。") == [("SCORE-LOST", "4.4分", "3.4分")]


def test_a_sum_of_points():
    text = "自评得分{}分，其中：投入（10分）得9分，过程（50分）得48.5分，产出（40分）得39分。"
    assert ids(text.format("96.5")) == []
    assert said(text.format("95.6")) == [("SUM-LIST", "95.6分", "96.5分")]


def test_what_is_lost_in_all():
    lines = ("自评得分94分。", "满分100分，共扣{}分，主要是进度偏慢。")
    assert ids(lines[0], lines[1].format(6)) == []
    assert said(lines[0], lines[1].format(9)) == [("SCORE-LOST", "9分", "6分")]


def test_what_was_lost_stands_before_what_was_got():
    text = "可持续影响。管护经费未落实，分值7分，扣{}分，得5.8分。"
    assert ids(text.format("1.2")) == []
    assert said(text.format("1.5")) == [("SCORE-LOST", "5.8分", "5.5分")]
    assert ids("质量指标10分，验收滞后扣1分，资料不全扣0.5分，得8.5分。") == []
    assert ids("质量10分，扣1分，得9分；时效8分，因延误扣1.5分，得6.5分。") == []
    assert ids("质量10分，扣1分，得9分；时效8分，因延误扣1.5分，得7.5分。") == ["SCORE-LOST"]

"""Which of several values is the likelier one, whatever was mistyped."""

from __future__ import annotations

from audit.reports import OVER_A_HUNDRED, culprits


def test_full_marks_are_a_hundred():
    assert culprits("单位自评得分96分。", "满分120分，共扣4分。") == ["120分"]
    assert culprits("单位自评得分100分。其中：投入18分，过程31分，产出28分，效果26分。") != ["100分"]


def test_weights_are_given_in_fives():
    assert culprits(OVER_A_HUNDRED) == ["28"]


def test_a_nought_is_rather_meant():
    assert culprits("公务接待费支出预算为0.53万元，支出决算为0.00万元，完成预算的2.00%。") == ["2.00%"]

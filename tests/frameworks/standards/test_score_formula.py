"""The formula of a score."""

import pytest
from frameworks.reading import given, standard

from jixiao.frameworks.standards.score_formula import read_formula_of_score


def read(text):
    return read_formula_of_score(standard(text, "8", "完成率"))


@pytest.mark.parametrize(
    "text", ["得分＝完成率×8分，最高8分", "按完成率与分值的乘积计分", "完成率与分值相乘计分", "完成率×8分"]
)
def test_the_rate_by_the_weight(text):
    assert read(text).type == "execution"
    assert read(text).sure


def test_the_rate_by_a_target():
    assert given(read("达到95%得满分，未达到的按完成率÷95%×8计分"))["target"] == "0.95"
    assert given(read("得分＝测评得分÷100×8"))["target"] == "100"


def test_less_is_better():
    assert given(read("得分=计划成本/实际成本×8分"))["inverse"] is True


def test_another_weight_or_a_jump_is_not_sure():
    assert read("得分=完成率×10").doubts == ("分值是8分，计分公式里是10分",)
    assert read("≥95%得8分；低于95%的，得分=完成率×8分").doubts


def test_nothing_below_a_rate():
    text = "≥90%得满分，低于90%的按完成率/90%×分值计分，小于60%不得分"
    assert given(read(text)) == {"inverse": False, "target": "0.9", "zero_below": "0.6"}

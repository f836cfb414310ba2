"""Levels of quality with their points."""

import pytest
from frameworks.reading import given, standard

from jixiao.frameworks.standards.grades import read_grades


def shares(text, full="10", name="社会效益"):
    return [grade["share"] for grade in given(read_grades(standard(text, full, name)))["grades"]]


@pytest.mark.parametrize(
    "text",
    [
        "好得10分，较好得8分，一般得6分，差得0分",
        "按好、较好、一般、差四个等次分别得10分、8分、6分、0分",
        "好/较好/一般/差 10/8/6/0",
        "好（100%）、较好（80%）、一般（60%）、差（0%）",
    ],
)
def test_levels_are_shares_of_the_weight(text):
    assert shares(text) == ["1", "0.8", "0.6", "0"]


def test_a_third_has_four_decimals():
    assert shares("全部3分，部分1分，没有0分", "3") == ["1", "0.3333", "0"]


def test_a_rate_judged_in_words_is_doubted():
    assert read_grades(standard("人数够的得5分，人数不够的得0分", "5", "出勤率")).doubts


def test_levels_below_the_weight_are_told():
    assert read_grades(standard("健全得4分，不健全得0分", "5")).doubts == ("分值是5分，评分标准里最高是4分",)

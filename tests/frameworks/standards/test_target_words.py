"""Standards that speak of the target beside them."""

import pytest

from jixiao.frameworks.standards.signed_target import read_target
from jixiao.frameworks.standards.target_words import with_bound_beside, with_target


def _with(standard, target, sign=""):
    return with_target(standard, read_target(target, sign, ""))


@pytest.mark.parametrize("words", ["达到标杆值", "达到目标值", "达到指标值要求"])
def test_a_bound_takes_the_place_of_the_words_for_it(words):
    assert _with(f"{words}得满分，每高1个百分点扣1分", "≤100%") == "≤100%得满分,每高1%扣1分"


def test_the_sign_may_stand_in_a_column_of_its_own():
    assert _with("达到目标值得满分，否则不得分", "90%", "≥").startswith("≥90%得满分")


@pytest.mark.parametrize(
    ("text", "target"),
    [("达到目标值得满分，未达到的按比例得分", "≥80%"), ("达到目标值得满分，完成率80%以上得2分", "≥120户")],
)
def test_proportions_and_ranges_keep_their_target_beside_them(text, target):
    assert _with(text, target) == text


@pytest.mark.parametrize(
    ("text", "target", "expected"),
    [
        ("不高于目标值得满分，高于目标值不得分", "≤100%", "不高于100%得满分,高于100%不得分"),
        ("不超过目标值得满分，每超1%扣1分", "≤38万元", "≤100%得满分,每超1%扣1分"),
        ("达到目标值得满分，每少5场扣1分", "≥120场", "≥120得满分,每少5场扣1分"),
    ],
)
def test_the_target_stands_in_the_place_of_its_name(text, target, expected):
    assert _with(text, target) == expected


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ("甲/乙×100%，大于等于80%", "≥80%得满分,每低1%扣1分"),
        ("甲/乙，80%以上为合格，不低于60%", "达到要求得满分，每低1个百分点扣1分"),
    ],
)
def test_the_only_rate_of_the_explanation_is_what_is_asked_for(beside, expected):
    assert with_bound_beside("达到要求得满分，每低1个百分点扣1分", beside) == expected

"""Standards that speak of the target beside them."""

import pytest

from jixiao.frameworks.target_words import with_target


@pytest.mark.parametrize("words", ["达到标杆值", "达到目标值", "达到指标值要求"])
def test_a_bound_takes_the_place_of_the_words_for_it(words):
    assert with_target(f"{words}得满分，每高1个百分点扣1分", "≤100%", "") == "≤100%得满分,每高1%扣1分"


def test_the_sign_may_stand_in_a_column_of_its_own():
    assert with_target("达到目标值得满分，否则不得分", "90%", "≥").startswith("≥90%得满分")


@pytest.mark.parametrize(
    ("text", "target"),
    [("达到目标值得满分，未达到的按比例得分", "≥80%"), ("达到目标值得满分，否则不得分", "≥120户")],
)
def test_proportions_and_numbers_keep_their_target_beside_them(text, target):
    assert with_target(text, target, "") == text

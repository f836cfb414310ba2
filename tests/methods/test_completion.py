"""What was done beside what was to be done, in figures and as people write them."""

from decimal import Decimal

import pytest
from methods.rows import row

from jixiao.methods.completion import Completion, read_completion, typed_completion
from jixiao.methods.method import NotMeasurable

D = Decimal


def test_both_are_shown_as_they_were_typed():
    found = read_completion(row(target="95%", actual="97.5%"), None)
    assert found == Completion(D("0.975"), D("0.95"), "97.5%/95%")
    assert found.said == "实际完成97.5%，目标值为95%"


@pytest.mark.parametrize(
    ("actual", "target", "shown"),
    [
        ("0.965", "95%", "96.5%/95%"),
        ("96.5%", "0.95", "96.5%/95%"),
        ("96.5", "95%", "96.5/95%"),
        ("0.5", "2", "0.5/2"),
    ],
)
def test_a_ratio_beside_a_percentage_is_shown_as_one(actual, target, shown):
    assert read_completion(row(target=target, actual=actual), None).shown == shown


@pytest.mark.parametrize(("actual", "shown"), [("97%", "97%/95%"), ("0.97", "0.97/0.95")])
def test_a_target_of_the_rule_is_written_like_the_actual_value(actual, shown):
    assert read_completion(row(actual=actual), D("0.95")).shown == shown


def test_a_target_is_asked_before_the_actual_value():
    with pytest.raises(NotMeasurable, match="target"):
        read_completion(row(), None)


def test_an_example_may_leave_a_target_of_the_rule_out():
    assert typed_completion("35", D(36)) == Completion(D(35), D(36), "35")
    assert typed_completion("35/40", D(36)) == Completion(D(35), D(40), "35/40")
    with pytest.raises(ArithmeticError):
        typed_completion("35", None)

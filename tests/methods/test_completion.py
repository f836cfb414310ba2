"""What was done beside what was to be done, in figures and as people write them."""

from decimal import Decimal

import pytest
from methods.rows import row

from jixiao.methods.completion import Completion, read_completion, typed_completion
from jixiao.methods.method import NotMeasurable

D = Decimal


def test_both_are_shown_as_they_were_typed():
    found = read_completion(row(target="95%", actual="97.5%"), None, of_rate=False)
    assert found == Completion(D("0.975"), D("0.95"), "97.5%/95%")
    assert found.said == "实际完成97.5%，目标值为95%"


@pytest.mark.parametrize(
    ("actual", "target", "shown"),
    [
        ("0.965", "95%", "96.5%/95%"),
        ("96.5%", "0.95", "96.5%/95%"),
        ("0.5", "2", "0.5/2"),
    ],
)
def test_a_ratio_beside_a_percentage_is_shown_as_one(actual, target, shown):
    assert read_completion(row(target=target, actual=actual), None, of_rate=False).shown == shown


@pytest.mark.parametrize(("target", "actual"), [("95%", "96.5"), ("50", "48%")])
def test_a_number_beside_a_percentage_that_is_no_ratio_is_told_back(target, actual):
    with pytest.raises(NotMeasurable, match="没有百分号"):
        read_completion(row(target=target, actual=actual), None, of_rate=False)


def test_a_percentage_beside_a_number_of_the_rule_is_told_back():
    with pytest.raises(NotMeasurable, match="目标值却是 90"):
        read_completion(row(actual="88%"), D(90), of_rate=False)


@pytest.mark.parametrize("actual", ["97%", "0.97"])
def test_a_target_that_is_a_rate_is_shown_in_per_cent_with_the_actual_value(actual):
    assert read_completion(row(actual=actual), D("0.95"), of_rate=True).shown == "97%/95%"


def test_a_target_of_the_rule_that_is_no_rate_is_shown_as_a_number():
    assert read_completion(row(actual="35"), D(36), of_rate=False).shown == "35/36"


def test_a_target_is_asked_before_the_actual_value():
    with pytest.raises(NotMeasurable, match="target"):
        read_completion(row(), None, of_rate=False)


def test_an_example_may_leave_a_target_of_the_rule_out():
    assert typed_completion("35", D(36)) == Completion(D(35), D(36), "35")
    assert typed_completion("35/40", D(36)) == Completion(D(35), D(40), "35/40")
    with pytest.raises(ArithmeticError):
        typed_completion("35", None)

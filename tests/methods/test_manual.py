"""Scores that people give."""

from decimal import Decimal

import pytest

from jixiao.methods.manual import Manual

D = Decimal


def scored(method, value, full="5"):
    return method.mark(value, D(full)).score


def test_a_score_given_by_people_stands():
    assert scored(Manual(), D("4.5")) == D("4.5")


def test_a_measure_of_the_wrong_kind_is_a_bug():
    with pytest.raises(TypeError, match="Manual cannot score"):
        Manual().mark("好", D(5))

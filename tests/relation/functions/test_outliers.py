from __future__ import annotations

from decimal import Decimal

import pytest
from relation.spoken import in_equation, stated
from small_sheet import VOCABULARY, record, scope

from jixiao.relation.binding import bind
from jixiao.relation.evaluation import Evaluation
from jixiao.relation.quantity import Quantity
from jixiao.relation.syntax import RelationError

THREE = "OUTLIER(总.一, 总.二, 总.三)"


@pytest.mark.parametrize(
    ("figures", "times"),
    [
        (("2", "2", "2"), "1"),
        (("2", "20", "2"), "10"),
        (("2", "0.5", "2"), "4"),
        (("1", "2", "4"), "1"),  # they vary anyhow
        (("1", "2", "40"), "10"),  # twenty times the next, which is itself twice the smallest
    ],
)
def test_what_the_others_differ_by_is_taken_off(figures: tuple[str, str, str], times: str):
    filled = dict(zip(("总_一", "总_二", "总_三"), figures, strict=True))
    found = Evaluation(scope(record(**filled)), {}).value(bind(THREE, VOCABULARY).expression)
    assert found == Quantity.exact(Decimal(times))


@pytest.mark.parametrize("second", [None, "0", "-2"])
def test_nothing_is_a_multiple_of_what_is_not_positive(second: str | None):
    run = Evaluation(scope(record(总_一="2", 总_二=second, 总_三="20")), {})
    assert run.value(bind(THREE, VOCABULARY).expression) == Quantity.exact(Decimal(1))


def test_a_plain_number_beside_amounts_is_yuan():
    run = Evaluation(scope(record(总_一="2", 总_二="20")), {})
    found = run.value(bind("OUTLIER(总.一, 20000, 总.二)", VOCABULARY).expression)
    assert found == Quantity.exact(Decimal(10))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("OUTLIER(总.一, 总.二)", "OUTLIER takes at least 3 arguments"),
        ("OUTLIER(总.一, 总.二, 总.三 * 总.四)", "products of amounts and amounts"),
    ],
)
def test_what_cannot_be_compared_is_refused(text: str, reason: str):
    with pytest.raises(RelationError, match=reason):
        bind(text, VOCABULARY)


@pytest.mark.parametrize("second", ["20", "0.2"])
def test_the_one_that_stands_out_is_named(second: str):
    base = record(总_一="2", 总_二=second, 总_三="2")
    assert stated(THREE, base) == "“一”、“二”与“三”中，“二”与其余相差约10倍"


def test_it_is_said_before_any_figure_is_typed():
    assert in_equation(f"{THREE} < 2") == "一、二与三中最突出的一个与其余相差的倍数 ＜ 2"

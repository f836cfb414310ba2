"""What holds for every scoring method: read, scored and proven by itself; one without its line is refused."""

from decimal import Decimal
from typing import get_args

import pytest
from scoring.records import ASSESSMENT

from jixiao.methods import Method
from jixiao.methods.bands import Band, Bands
from jixiao.methods.checklist import Checklist, Point
from jixiao.methods.each_violation import EachViolation
from jixiao.methods.graded import Grade, Graded
from jixiao.methods.manual import Manual
from jixiao.methods.per_point import PerPoint
from jixiao.methods.proportional import Proportional
from jixiao.pack.reasons import in_chinese

FULL = Decimal(5)
D = Decimal

OVER = PerPoint(limit=D(1), direction="over", step=D("0.01"), deduct=D("0.5"))
TWO_POINTS = Checklist(points=(Point(text="一", score=D(2)), Point(text="二", score=D(3))))
# A method worth five points -> measures as an example writes them, from worth nothing to worth everything
SOUND = {
    OVER: (
        "200%",
        "103%",
        "100.01%",
        "100%",
    ),
    Bands(bands=(Band(upper=D("0.6"), score=D(0)), Band(score=D(5)))): ("60%", "60.01%"),
    Proportional(): ("0/36", "35/36", "36/36", "40/36"),
    TWO_POINTS: (
        "否、否",
        "是、否",
        "是、是",
    ),
    EachViolation(deduct=D(2)): ("9", "2", "1", "0"),
    Graded(grades=(Grade(name="好", share=D(1)), Grade(name="差", share=D(0)))): ("差", "好"),
    Manual(): ("0", "4.5", "5"),
}
# A rule that cannot be, of those methods of which one could be written down
UNSOUND = (
    PerPoint(limit=D(1), direction="over", step=D(0), deduct=D(1)),
    PerPoint(limit=D(1), direction="over", step=D(1), deduct=D(0)),
    Bands(bands=(Band(score=D(4)),)),
    Checklist(points=(Point(text="一", score=D(4)),)),
    EachViolation(deduct=D(0)),
    Graded(grades=(Grade(name="好", share=D("0.9")),)),
)
all_methods = pytest.mark.parametrize(
    ("method", "measures"), SOUND.items(), ids=[method.tag() for method in SOUND]
)


def test_every_method_has_its_line():
    assert [type(method) for method in SOUND] == list(get_args(Method))


@all_methods
def test_a_better_measure_never_scores_less_from_nothing_to_the_full_score(method, measures):
    scores = [method.mark(method.typed(text), FULL).score for text in measures]
    assert scores == sorted(scores)
    assert (scores[0], scores[-1]) == (0, FULL)


@all_methods
def test_the_working_ends_with_the_score(method, measures):
    for text in measures:
        mark = method.mark(method.typed(text), FULL)
        assert mark.working.endswith(f"{mark.score.quantize(D('0.01')).normalize():f}分")


@all_methods
def test_what_is_no_measure_of_its_kind_is_refused(method, measures):
    with pytest.raises((ValueError, ArithmeticError)):
        method.typed("随便写的")


@all_methods
def test_people_enter_something_in_columns_that_the_table_has(method, measures):
    assert method.columns or method.point_columns
    assert all(hasattr(ASSESSMENT, column) for column in method.columns)


@all_methods
def test_a_rule_that_can_be_is_sound(method, measures):
    assert list(method.unsound(FULL)) == []


@pytest.mark.parametrize("method", UNSOUND, ids=lambda method: method.tag())
def test_a_rule_that_cannot_be_says_why_in_chinese(method):
    [reason] = method.unsound(FULL)
    assert in_chinese(reason) == reason

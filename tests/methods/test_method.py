"""What holds for every scoring method: read, scored and proven by itself; one without its line is refused."""

from decimal import Decimal
from typing import get_args

import pytest
from scoring.records import ASSESSMENT

from jixiao.methods import Method
from jixiao.methods.free_rows import FreeRows
from jixiao.methods.grades import Grade, Graded, GradedRange, GradeRange
from jixiao.methods.judgements import Checklist, Manual, Point
from jixiao.methods.method import NotMeasurable, typed_number
from jixiao.methods.rates import Band, Bands, PerPoint
from jixiao.methods.shares import Execution, Interpolation
from jixiao.methods.signs import Signed
from jixiao.methods.work import EachViolation, Proportional
from jixiao.model.fact import Place
from jixiao.model.scorecard import Obstacle
from jixiao.pack.reasons import in_chinese

FULL = Decimal(5)
D = Decimal

OVER = PerPoint(limit=D(1), direction="over", step=D("0.01"), deduct=D("0.5"))
REACHED, PARTLY, MISSED = (
    GradeRange(name=name, low=D(low), high=D(high))
    for name, low, high in (("达成", "0.8", "1"), ("部分达成", "0.6", "0.8"), ("未达成", "0", "0.6"))
)
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
    Interpolation(zero_at=D("0.8"), full_at=D(1)): ("80%", "80.01%", "99.99%", "100%", "110%"),
    Execution(): ("-5%", "0%", "0.01%", "99.99%", "100%", "120%"),
    Proportional(): ("0/36", "35/36", "36/36", "40/36"),
    Signed(sign="≥", target=D(36)): ("-1", "0", "35", "36", "40"),
    FreeRows(): ("0", "4.5", "5", "6"),
    TWO_POINTS: (
        "否、否",
        "是、否",
        "是、是",
    ),
    EachViolation(deduct=D(2)): ("9", "2", "1", "0"),
    Graded(grades=(Grade(name="好", share=D(1)), Grade(name="差", share=D(0)))): ("差", "好"),
    GradedRange(levels=(REACHED, PARTLY, MISSED)): (
        "未达成/0",
        "未达成/2.99",
        "部分达成/3",
        "部分达成/3.99",
        "达成/4",
        "达成/5",
    ),
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
    PerPoint(limit=D(1), direction="over", step=D(1), deduct=D(1), floor=D(5)),
    PerPoint(limit=D(1), direction="over", step=D(1), deduct=D(1), zero_beyond=D("0.9")),
    PerPoint(limit=D(1), direction="under", step=D(1), deduct=D(1), zero_beyond=D("1.1")),
    PerPoint(limit=D(1), direction="both", step=D(1), deduct=D(1), zero_beyond=D(-1)),
    EachViolation(deduct=D(1), floor=D(-1)),
    Interpolation(zero_at=D(1), full_at=D(1)),
    Execution(cap=D(0)),
    Execution(zero_base=D(2)),
    Execution(zero_below=D(2)),
    Proportional(target=D(0)),
    Proportional(zero_below=D(2)),
    Proportional(zero_below=D(0)),
    Signed(sign="≥", target=D(-1)),
    Signed(sign="<", target=D(0)),
    GradedRange(levels=()),
    GradedRange(levels=(PARTLY, MISSED)),
    GradedRange(levels=(REACHED, MISSED, PARTLY)),
    GradedRange(levels=(REACHED, GradeRange(name="差", low=D("0.5"), high=D("0.4")))),
    Manual(highest=D(6)),
    Manual(lowest=D(3), highest=D(3)),
    Manual(lowest=D(-1)),
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
def test_every_score_is_among_those_that_a_rule_can_give(method, measures):
    possible = method.possible(FULL)
    scores = {method.mark(method.typed(text), FULL).score for text in measures}
    assert possible is None or scores <= possible <= {each for each in possible if 0 <= each <= FULL}


def test_scores_between_two_and_steps_without_number_are_not_listed():
    assert EachViolation(deduct=D(2)).possible(FULL) == {D(5), D(3), D(1), D(0)}
    assert EachViolation(deduct=D("0.0001")).possible(FULL) is None
    assert Interpolation(zero_at=D(0), full_at=D(1)).possible(FULL) is None


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
    assert method.columns or method.point_columns or method.of_rows
    assert all(hasattr(ASSESSMENT, column) for column in method.columns)
    assert set(method.asked) <= set(method.columns)


@all_methods
def test_a_rule_that_can_be_is_sound(method, measures):
    assert list(method.unsound(FULL)) == []


@pytest.mark.parametrize("method", UNSOUND, ids=lambda method: method.tag())
def test_a_rule_that_cannot_be_says_why_in_chinese(method):
    [reason] = method.unsound(FULL)
    assert in_chinese(reason) == reason


OBSTACLE = Obstacle("目标值", Place("指标自评", "J5"), "还没有填写", "请补填。")


def test_what_is_not_measurable_reads_as_the_problem_and_keeps_the_obstacle():
    with pytest.raises(NotMeasurable, match=r"^“目标值”（指标自评!J5）还没有填写$") as stopped:
        raise NotMeasurable(OBSTACLE)
    assert stopped.value.obstacle is OBSTACLE


@pytest.mark.parametrize(("text", "rate"), [("106.96%", "1.0696"), ("1.0696", "1.0696"), ("-5%", "-0.05")])
def test_an_example_writes_a_rate_with_or_without_the_sign(text, rate):
    assert typed_number(text) == Decimal(rate)

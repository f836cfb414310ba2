"""Levels that people judge: fixed shares of the score, and ranges within which they give one."""

from decimal import Decimal

import pytest
from methods.rows import row

from jixiao.methods.grades import Grade, Graded, GradedRange, GradeRange, Judged, judged
from jixiao.methods.method import NotMeasurable

D = Decimal
GRADED = Graded(grades=(Grade(name="好", share=D(1)), Grade(name="较好", share=D("0.8"))))


def ranges(*levels):
    return GradedRange(
        levels=tuple(GradeRange(name=name, low=D(low), high=D(high)) for name, low, high in levels)
    )


NATIONAL = ranges(("达成", "0.8", "1"), ("部分达成", "0.6", "0.8"), ("未达成", "0", "0.6"))
WITH_GAPS = ranges(("显著", "0.8", "1"), ("一般", "0.5", "0.7"))


def test_a_grade_is_worth_its_share():
    assert GRADED.mark("好", D(7)).working == "评为“好”，得7分"
    assert GRADED.mark("较好", D(7)).score == D("5.6")
    assert GRADED.mark("较好", D(7)).working == "评为“较好”，按80%，7分×80%，得5.6分"


def test_a_level_is_known_whatever_the_width_of_its_letters():
    assert judged(row(grade=" Ａ "), ("A", "B")) == "A"


def test_a_word_that_is_no_level_is_refused_with_the_levels():
    with pytest.raises(NotMeasurable, match="填的是“优”，不在等级之内"):
        GRADED.read(row(grade="优"))


def reads(method, grade, score, full="10"):
    return method.read(row(full=full, grade=grade, score=score)).value


@pytest.mark.parametrize(
    ("level", "score"),
    [
        ("达成", "10"),
        ("达成", "8"),
        ("部分达成", "7.99"),
        ("部分达成", "6"),
        ("未达成", "5.99"),
        ("未达成", "0"),
    ],
)
def test_a_score_within_the_range_of_its_level_counts(level, score):
    value = reads(NATIONAL, level, score)
    assert value == Judged(level, D(score))
    assert NATIONAL.mark(value, D(10)).score == D(score)


@pytest.mark.parametrize(
    ("level", "score", "allowed"),
    [
        ("达成", "10.01", "8分至10分"),
        ("达成", "7.99", "8分至10分"),
        ("部分达成", "8", "6分至8分（不含8分）"),
        ("部分达成", "5.99", "6分至8分（不含8分）"),
        ("未达成", "6", "0分至6分（不含6分）"),
        ("未达成", "-0.01", "0分至6分（不含6分）"),
    ],
)
def test_a_score_outside_the_range_of_its_level_is_refused_with_the_range(level, score, allowed):
    with pytest.raises(NotMeasurable) as stopped:
        reads(NATIONAL, level, score)
    assert f"不在“{level}”的得分范围之内（{allowed}）" in str(stopped.value)


def test_the_upper_end_belongs_to_a_level_where_no_better_one_begins_there():
    assert reads(WITH_GAPS, "一般", "7").score == 7
    with pytest.raises(NotMeasurable):
        reads(WITH_GAPS, "一般", "7.01")


def test_the_working_names_the_level_and_who_gave_the_score():
    assert NATIONAL.mark(Judged("部分达成", D(7)), D(10)).working == "评为“部分达成”，自评7分"


def test_an_example_outside_of_its_range_is_no_value():
    with pytest.raises(ValueError, match="out of its range"):
        NATIONAL.mark(NATIONAL.typed("达成/5"), D(10))

"""Points that are met, ticks as people write them, scores that people give."""

from decimal import Decimal

import pytest
from methods.rows import row

from jixiao.methods.judgements import Checklist, Manual, Point, read_tick
from jixiao.methods.method import NotMeasurable

D = Decimal


def test_a_missed_point_is_named():
    method = Checklist(points=(Point(text="按规定内容公开", score=D(2)), Point(text="按时公开", score=D(1))))
    result = method.mark((False, True), D(3))
    assert result.score == 1
    assert result.working == "第1项“按规定内容公开”不符合，扣2分，得1分"


@pytest.mark.parametrize("text", ["是", "√", "✓", "✔", "☑", "有", "符合", "y", "yes", "1"])
def test_these_mean_yes(text):
    assert read_tick(text) is True


@pytest.mark.parametrize(
    "text", ["否", "×", "✗", "✘", "✕", "x", "无", "没有", "不是", "不符合", "n", "no", "0"]
)
def test_these_mean_no(text):
    assert read_tick(text) is False


@pytest.mark.parametrize(("text", "tick"), [(" 是 ", True), ("Ｙ", True), ("YES", True), ("Ｘ", False)])
def test_blanks_width_and_case_do_not_matter(text, tick):
    assert read_tick(text) is tick


@pytest.mark.parametrize("text", ["", "基本符合", "是否", "2", "/"])
def test_what_could_mean_anything_is_neither(text):
    assert read_tick(text) is None


def scored(method, value, full="5"):
    return method.mark(value, D(full)).score


def test_a_score_given_by_people_stands():
    assert scored(Manual(), D("4.5")) == D("4.5")


def test_a_measure_of_the_wrong_kind_is_a_bug():
    with pytest.raises(TypeError, match="Manual cannot score"):
        Manual().mark("好", D(5))


def entered(typed, **limits):
    return Manual(**{name: D(value) for name, value in limits.items()}).read(row(score=typed)).value


@pytest.mark.parametrize(
    ("typed", "limits"), [("0", {}), ("5", {}), ("3", {"highest": "3"}), ("1", {"lowest": "1"})]
)
def test_a_score_at_its_limits_is_taken(typed, limits):
    assert entered(typed, **limits) == D(typed)


@pytest.mark.parametrize(
    ("typed", "limits", "range_"),
    [
        ("-0.01", {}, "0 至 5"),
        ("5.01", {}, "0 至 5"),
        ("3.01", {"highest": "3"}, "0 至 3"),
        ("0.99", {"lowest": "1"}, "1 至 5"),
    ],
)
def test_a_score_beyond_its_limits_is_refused_with_them(typed, limits, range_):
    with pytest.raises(NotMeasurable, match=f"超出 {range_} 分的范围"):
        entered(typed, **limits)

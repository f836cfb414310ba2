"""Steps beyond a limit, and the band into which a rate falls: ends, scores, words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from methods.rows import row

from jixiao.methods.method import NotMeasurable
from jixiao.methods.rates import Band, Bands, PerPoint, band_words

D = Decimal
RATES = st.decimals(-5, 5, places=4)


def per_point(direction="over", limit="1", step="0.01", deduct="0.5", rounding="ceil"):
    return PerPoint(direction=direction, limit=D(limit), step=D(step), deduct=D(deduct), rounding=rounding)


def scored(method, value, full="5"):
    return method.mark(value, D(full)).score


@pytest.mark.parametrize(("rounding", "score"), [("ceil", "3.5"), ("floor", "4"), ("exact", "3.75")])
def test_a_part_of_a_point_counts_as_the_rule_says(rounding, score):
    assert scored(per_point(rounding=rounding), D("1.025")) == D(score)


@pytest.mark.parametrize("rounding", ["ceil", "floor", "exact"])
def test_whole_points_count_alike_under_every_rounding(rounding):
    assert scored(per_point(rounding=rounding), D("1.03")) == D("3.5")


@pytest.mark.parametrize(
    ("direction", "below", "above"), [("over", "5", "4.5"), ("under", "4.5", "5"), ("both", "4.5", "4.5")]
)
def test_only_the_wrong_side_of_the_limit_costs_points(direction, below, above):
    method = per_point(direction)
    found = [scored(method, D(rate)) for rate in ("0.99", "1", "1.01")]
    assert found == [D(below), D(5), D(above)]


def test_a_rate_at_the_limit_is_said_to_keep_it():
    assert per_point().mark(D(1), D(5)).working == "100%，未超过100%，得5分"


def test_a_number_of_something_is_scored_and_said_without_percent():
    people = per_point("under", "260", "10")
    assert people.mark(D(238), D(6)).working == "238，低于260共22，每10扣0.5分，计3次，扣1.5分，得4.5分"
    assert people.counted
    assert not people.typed_rate
    ranges = Bands(bands=(Band(upper=D(300), closed=False, score=D(0)), Band(score=D(5))))
    assert ranges.mark(D(350), D(5)).working == "350，不低于300，得5分"
    assert not per_point().counted


def test_what_was_meant_in_ten_thousands_is_no_number_of_pieces():
    pieces = per_point("under", "15000", "1000")
    assert pieces.read(row(actual="16000")).value == 16000
    with pytest.raises(NotMeasurable) as raised:
        pieces.read(row(actual="1.6"))
    assert "像是按万填的" in raised.value.obstacle.problem


def test_deductions_stop_at_zero():
    result = per_point().mark(D(3), D(5))
    assert result.score == 0
    assert "扣完为止" in result.working


def test_a_deduction_that_just_takes_everything_does_not_stop_short():
    assert "扣完为止" not in per_point().mark(D("1.1"), D(5)).working
    assert "扣完为止" in per_point().mark(D("1.1001"), D(5)).working


@given(rate=RATES, more=st.decimals(0, 5, places=4), rounding=st.sampled_from(["ceil", "floor", "exact"]))
def test_a_worse_rate_never_scores_more(rate, more, rounding):
    over, under = per_point("over", rounding=rounding), per_point("under", rounding=rounding)
    assert scored(over, rate + more) <= scored(over, rate)
    assert scored(under, rate - more) <= scored(under, rate)


@given(near=st.decimals(0, 2, places=4), more=st.decimals(0, 2, places=4), sign=st.sampled_from([1, -1]))
def test_a_larger_deviation_never_scores_more(near, more, sign):
    both = per_point("both")
    assert scored(both, 1 + sign * (near + more)) <= scored(both, 1 + sign * near)


@pytest.mark.parametrize(
    ("direction", "end", "rates"),
    [
        ("over", "1.05", ("1.05", "1.0501")),
        ("under", "0.95", ("0.95", "0.9499")),
        ("both", "0.05", ("0.95", "0.9499")),
    ],
)
def test_beyond_its_end_nothing_is_left(direction, end, rates):
    method = PerPoint(direction=direction, limit=D(1), step=D("0.01"), deduct=D("0.5"), zero_beyond=D(end))
    assert [scored(method, D(rate)) for rate in rates] == [D("2.5"), 0]


@pytest.mark.parametrize(
    ("direction", "end", "rate", "said"),
    [
        ("under", "0.95", "0.9", "90%，低于95%的不得分，得0分"),
        ("both", "0.05", "1.1", "110%，偏离100%超过5个百分点的不得分，得0分"),
    ],
)
def test_the_end_is_said(direction, end, rate, said):
    method = PerPoint(direction=direction, limit=D(1), step=D("0.01"), deduct=D("0.5"), zero_beyond=D(end))
    assert method.mark(D(rate), D(5)).working == said


@pytest.mark.parametrize(("rate", "score"), [("1.05", "2.5"), ("1.06", "2"), ("1.0601", "2"), ("3", "2")])
def test_steps_cost_no_more_than_the_rule_says(rate, score):
    method = PerPoint(direction="over", limit=D(1), step=D("0.01"), deduct=D("0.5"), floor=D(2))
    assert scored(method, D(rate)) == D(score)


BANDS = Bands(
    centre=D(1),
    bands=(Band(upper=D(0), score=D(5)), Band(upper=D("0.1"), score=D(4)), Band(score=D(0))),
)


def test_a_deviation_is_worked_out_in_words():
    assert BANDS.mark(D("1.0696"), D(5)).working == "106.96%，偏离100%共6.96个百分点，落在（0,10%]档，得4分"


def test_a_deviation_too_small_for_two_decimals_is_still_shown():
    assert "偏离100%共0.003个百分点" in BANDS.mark(D("1.00003"), D(5)).working


@pytest.mark.parametrize(
    ("rate", "score"),
    [("1", 5), ("1.0001", 4), ("0.9", 4), ("1.1", 4), ("0.8999", 0), ("1.1001", 0)],
)
def test_the_closed_end_of_a_band_has_its_score(rate, score):
    assert scored(BANDS, D(rate)) == score


def test_an_open_end_has_the_score_of_the_next_band():
    method = Bands(bands=(Band(upper=D("0.9"), closed=False, score=D(5)), Band(score=D(7))))
    assert [scored(method, D(rate), "7") for rate in ("0.8999", "0.9")] == [5, 7]
    assert method.mark(D("0.9"), D(7)).working == "90%，不低于90%，得7分"


@given(near=st.decimals(0, 2, places=4), more=st.decimals(0, 2, places=4), sign=st.sampled_from([1, -1]))
def test_a_larger_distance_from_the_centre_never_scores_more(near, more, sign):
    assert scored(BANDS, 1 + sign * (near + more)) <= scored(BANDS, 1 + sign * near)


def band(upper=None, *, closed=True):
    return Band(upper=upper and D(upper), closed=closed, score=D(1))


def words(*bands):
    return [band_words(bands, index) for index in range(len(bands))]


def test_a_band_contains_its_closed_end():
    assert words(band("0"), band("0.1"), band("0.2"), band()) == [
        "不超过0%",
        "落在（0,10%]档",
        "落在（10%,20%]档",
        "超过20%",
    ]


def test_few_of_something_are_counted_where_the_rule_has_a_unit():
    few = (
        Band(upper=D(2), closed=False, score=D(0)),
        Band(upper=D(3), closed=False, score=D(3)),
        Band(score=D(5)),
    )
    method = Bands(bands=few, unit="场")
    assert method.read(row(actual="2")).shown == "2"
    assert method.mark(D(2), D(5)).working == "2，落在[2,3）档，得3分"
    assert not Bands(bands=few).counted


def test_an_open_end_belongs_to_the_next_band():
    assert words(band("0.6", closed=False), band("0.9", closed=False), band()) == [
        "低于60%",
        "落在[60%,90%）档",
        "不低于90%",
    ]


def test_each_end_of_a_band_is_open_or_closed_by_itself():
    found = words(band("0.6", closed=False), band("0.9"), band("1", closed=False), band())
    assert found[1:3] == ["落在[60%,90%]档", "落在（90%,100%）档"]

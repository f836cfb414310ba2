"""The band into which a rate falls: its ends, its score, its words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jixiao.methods.bands import Band, Bands, band_words

D = Decimal
BANDS = Bands(
    centre=D(1),
    bands=(Band(upper=D(0), score=D(5)), Band(upper=D("0.1"), score=D(4)), Band(score=D(0))),
)


def scored(method, value, full="5"):
    return method.mark(value, D(full)).score


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
def test_a_larger_deviation_never_scores_more(near, more, sign):
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


def test_an_open_end_belongs_to_the_next_band():
    assert words(band("0.6", closed=False), band("0.9", closed=False), band()) == [
        "低于60%",
        "落在[60%,90%）档",
        "不低于90%",
    ]


def test_each_end_of_a_band_is_open_or_closed_by_itself():
    found = words(band("0.6", closed=False), band("0.9"), band("1", closed=False), band())
    assert found[1:3] == ["落在[60%,90%]档", "落在（90%,100%）档"]

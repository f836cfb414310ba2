"""A score for each range of the rate."""

import pytest
from frameworks.reading import given, standard

from jixiao.frameworks.standards.band import read_bands


def read(text, full="5"):
    return read_bands(standard(text, full))


def ends(text, full="5"):
    bands = given(read(text, full))["bands"]
    return [(band.get("upper"), band.get("closed"), band["score"]) for band in bands]


def test_an_end_belongs_to_the_range_that_takes_it_in():
    assert ends("90%（含）以上5分，80%（含）—90%3分，80%以下0分") == [
        ("0.8", False, "0"),
        ("0.9", False, "3"),
        (None, None, "5"),
    ]
    assert ends("10%以内（含）5分；10%—20%（含）3分；20%以上不得分") == [
        ("0.1", True, "5"),
        ("0.2", True, "3"),
        (None, None, "0"),
    ]


def test_thresholds_one_below_the_other_close_each_other():
    assert ends("达到95%得5分，达到90%得3分，90%以下不得分") == [
        ("0.9", False, "0"),
        ("0.95", False, "3"),
        (None, None, "5"),
    ]


def test_what_remains_gets_the_rest():
    assert ends("≤100%得5分，否则不得分") == [("1", True, "5"), (None, None, "0")]


def test_a_distance_has_a_centre():
    rule = read("等于100%得5分；偏离10%以内（含）得3分；10%以上不得分")
    assert given(rule)["centre"] == "1"


@pytest.mark.parametrize(
    "text",
    [
        "90%以上5分；80%—89%3分；80%以下0分",  # a gap
        "≥90%得5分；80%≤X≤90%得3分；＜80%得0分",  # an overlap
        "90%以上5分；80%—90%3分；70%—80%2分；低于70%0分",  # 80% belongs to nobody
        "≥90%得4分；80%≤X<90%得5分；＜80%得0分",  # up and down
        "≥90%得4分；80%≤X<90%得3分；＜80%得0分",  # never the whole weight
        "≥90%得5分；80%≤X<90%得3分",  # nothing is said of less
    ],
)
def test_ranges_that_do_not_fit_are_not_sure(text):
    assert read(text).doubts


def test_few_of_something_are_counted_and_no_rates():
    few = read("3场及以上得5分；2场得3分；1场及以下得1分")
    assert (few.doubts, few.parameters["unit"]) == ((), "个")
    assert "正好2归哪一档" in read("4次及以上得5分，2-3次得3分，2次以下不得分").doubts[0]
    assert "unit" not in read("20场及以上得5分；15场（含）-20场得3分；15场以下不得分").parameters
    assert "unit" not in read("90%（含）以上5分，90%以下0分").parameters

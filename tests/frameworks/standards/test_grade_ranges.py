"""Levels with a range of points."""

from frameworks.reading import given, standard

from jixiao.frameworks.standards.grade_ranges import read_graded_ranges, share_levels
from jixiao.frameworks.wording.texts import prose


def test_ranges_are_shares_of_the_weight():
    levels = given(read_graded_ranges(standard("显著得8—10分，较显著得5—7分，一般得0—4分", "10", "效益")))[
        "levels"
    ]
    assert [(level["low"], level["high"]) for level in levels] == [("0.8", "1"), ("0.5", "0.7"), ("0", "0.4")]


def test_ranges_of_percent_have_their_names():
    text = "分为达成、部分达成、未达成三档，分别按100%-80%（含）、80%-60%（含）、60%-0%计分"
    levels = share_levels(prose(text))
    assert [level["name"] for level in levels] == ["达成", "部分达成", "未达成"]


def test_ranges_that_do_not_reach_the_weight_or_overlap_are_told():
    assert read_graded_ranges(standard("好得7—9分，差得0—6分", "10", "效益")).doubts
    assert read_graded_ranges(standard("好得7—10分，差得0—8分", "10", "效益")).doubts

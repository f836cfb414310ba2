"""Words of a score's working."""

from decimal import Decimal

from jixiao.methods.wording import count_words, part, reached, score_words

D = Decimal


def test_a_score_is_rounded_half_up_and_says_points():
    assert [score_words(D(score)) for score in ("5", "4.5", "4.505", "0")] == [
        "5分",
        "4.5分",
        "4.51分",
        "0分",
    ]


def test_a_number_of_times_has_no_unit():
    assert [count_words(D(number)) for number in ("3", "2.50")] == ["3", "2.5"]


def test_what_was_reached_earns_the_full_score():
    mark = reached("达到目标值", D(8))
    assert (mark.score, mark.working) == (8, "达到目标值，得8分")


def test_a_part_earns_its_share_before_rounding():
    mark = part("完成", D("0.33333"), D(8))
    assert mark.score == D("2.66664")
    assert mark.working == "完成33.33%，8分×33.33%，得2.67分"

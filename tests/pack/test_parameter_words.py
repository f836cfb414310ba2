"""The parameters of a method, value by value."""

import pytest

from jixiao.pack.parameter_words import NotUnderstood, PairList, has_count, parts_of, read_item

BANDS = PairList(key="bands", left="upper", right="score", as_="percent", right_as="score", ends=True)


@pytest.mark.parametrize(
    ("left", "bare", "upper"),
    [("<20场", False, "20"), ("＜20", True, "20"), ("≤95%", False, "0.95"), ("不超过3个", False, "3")],
)
def test_the_end_of_a_band_is_a_rate_or_a_number_of_something(left, bare, upper):
    assert read_item(BANDS, left, "5分", bare)["upper"] == upper


def test_a_bare_number_that_may_be_either_is_told_with_both_ways_to_write_it():
    with pytest.raises(NotUnderstood, match="“60”要写成百分比，写作 60%；数的是个数的，写作 60个"):
        read_item(BANDS, "<60", "5分", bare=False)
    with pytest.raises(NotUnderstood, match=r"写作 95%$"):
        read_item(BANDS, "<0.95", "5分", bare=False)


def test_a_line_is_one_part_and_says_whether_it_counts():
    first, second = parts_of("<20场＝0分；其余＝5分")
    assert (has_count(first), has_count(second)) == (True, False)

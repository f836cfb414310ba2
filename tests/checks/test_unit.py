"""Figures in the unit of a workbook."""

from decimal import Decimal

from jixiao.checks.unit import Unit
from jixiao.model.fact import Kind

WAN, YUAN = Unit("万元", Decimal(10000)), Unit("元", Decimal(1))


def test_amounts_are_shown_in_the_unit_and_rates_in_per_cent():
    assert WAN.digits(Decimal("12345600"), Kind.AMOUNT) == "1234.56"
    assert YUAN.digits(Decimal("12345600"), Kind.AMOUNT) == "12345600.00"
    assert WAN.digits(Decimal("0.9512"), Kind.PERCENT) == "95.12%"
    assert WAN.digits(Decimal(1) / 3, Kind.COUNT) == "0.333333"


def test_only_amounts_bear_the_unit():
    assert WAN.full("1234.56", Kind.AMOUNT) == "1234.56万元"
    assert WAN.full("12", Kind.COUNT) == "12"


def test_a_text_is_shown_as_it_is_and_nothing_as_nothing():
    assert WAN.show("无", Kind.TEXT) == "无"
    assert WAN.show(None, Kind.AMOUNT) == ""


def test_of_a_sum_of_rounded_amounts_a_sentence_has_two_decimals_and_says_so():
    summed = Unit("万元", Decimal(10000), summed=True)
    assert summed.full("18686.121134", Kind.AMOUNT) == "约18686.12万元"
    assert summed.full("18686.12", Kind.AMOUNT) == "18686.12万元"
    assert summed.full("0.0012", Kind.AMOUNT) == "0.0012万元"  # a gap that is there is not printed as none
    assert summed.digits(Decimal("186861211.34"), Kind.AMOUNT) == "18686.121134"  # to reckon with
    assert WAN.full("18686.121134", Kind.AMOUNT) == "18686.121134万元"  # as somebody has typed it

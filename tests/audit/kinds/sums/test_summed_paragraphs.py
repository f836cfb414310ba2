"""Totals of the numbered paragraphs before them."""

from __future__ import annotations

from audit.reports import ids, said

PARAGRAPHS = (
    "（一）审核不严。发现17人不符合条件，涉及金额23.46万元。",
    "（二）重复享受补贴。涉及金额4.68万元。",
    "（三）资料不完整。涉及补贴资金118.00万元。",
)


def test_the_sum_of_their_first_amounts():
    assert ids(*PARAGRAPHS, "以上三类问题共涉及资金146.14万元。") == []
    assert said(*PARAGRAPHS, "以上三类问题共涉及资金156.14万元。") == [
        ("SUM-PARAGRAPHS", "156.14万元", "146.14万元")
    ]


def test_how_many_there_are():
    assert ids(*PARAGRAPHS, "以上两类问题共涉及资金146.14万元。") == ["COUNT-WORDS"]


def test_silent_where_one_says_no_amount_or_no_slip_explains_it():
    assert ids(*PARAGRAPHS[:2], "（三）资料不完整。", "以上三类问题共涉及资金156.14万元。") == []
    assert ids(*PARAGRAPHS, "以上三类问题共涉及资金900.00万元。") == []

"""Amounts that are listed one by one, and their total elsewhere."""

from __future__ import annotations

from audit.reports import ids, said

TOTAL = "6个标段招标控制价合计658.00万元，中标价合计635.29万元。"
EACH = "3个标段中标价分别为：一标段142.30万元、二标段{}万元、三标段364.26万元。"


def test_they_come_to_their_total():
    assert ids(TOTAL, EACH.format("128.73")) == []
    assert said(TOTAL, EACH.format("127.83")) == [("SUM-EACH", "635.29万元", "634.39万元")]


def test_a_total_of_more_than_these():
    assert ids(TOTAL, EACH.format("41.00")) == []

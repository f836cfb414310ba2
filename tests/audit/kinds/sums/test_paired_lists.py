"""Parts with two figures each."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = "安排项目{}个，预算金额合计{}万元；其中延续性项目8个、预算1862.00万元，新增项目4个、预算624.00万元。"


def test_both_sums():
    assert ids(TEXT.format(12, "2486.00")) == []
    assert said(TEXT.format(12, "2468.00")) == [("SUM-LIST", "2468.00万元", "2486.00万元")]
    assert said(TEXT.format(13, "2486.00")) == [("SUM-LIST", "13个", "12个")]


def test_some_of_all():
    assert ids(TEXT.format(19, "3860.00")) == []

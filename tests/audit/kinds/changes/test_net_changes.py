"""What is net is one less the other."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = "变更净增投资{}万元，其中增加投资124.37万元、核减投资37.95万元。"


def test_added_less_taken_away():
    assert ids(TEXT.format("86.42")) == []
    assert said(TEXT.format("89.42")) == [("NET-CHANGE", "89.42万元", "86.42万元")]


def test_two_that_were_added():
    assert ids("净增投资89.42万元，其中增加土建投资12.30万元、增加设备投资37.95万元。") == []

"""Amounts per head, vehicle and household."""

from __future__ import annotations

from audit.reports import ids, said


def test_a_mean():
    text = "发放补贴200户，金额50.00万元，户均{}元。"
    assert ids(text.format("2500")) == []
    assert said(text.format("5200")) == [("MEAN", "5200元", "2500元")]


def test_silent_without_a_count():
    assert ids("全年发放补贴50.00万元，户均5200元。") == []

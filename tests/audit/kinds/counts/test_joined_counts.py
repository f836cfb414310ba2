"""Counts that are added up in one breath."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = "新建渠道126.4公里；机耕道84.6公里、生产路52.3公里，田间道路共计{}公里；泵站14座。"


def test_what_directly_precedes_the_total():
    assert ids(TEXT.format("136.9")) == []
    assert said(TEXT.format("138.9")) == [("SUM-JOINED", "138.9公里", "136.9公里")]


def test_a_total_of_more_than_that():
    assert ids(TEXT.format("211.5")) == []

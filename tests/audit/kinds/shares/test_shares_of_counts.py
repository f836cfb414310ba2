"""Shares whose whole stands before its part."""

from __future__ import annotations

from audit.reports import ids, said


def test_the_whole_of_the_same_things():
    text = "全县总床位2286张，护理型床位1258张，护理型床位占比{}%。"
    assert ids(text.format("55.03")) == []
    assert said(text.format("53.05")) == [("SHARE", "53.05%", "55.03%")]


def test_of_what_is_counted_among():
    text = "16个项目中，自评为“优”的12个，占75%；自评为“良”的4个，占{}%。"
    assert ids(text.format("25")) == []
    assert said(text.format("20")) == [("SHARE", "20%", "25%")]

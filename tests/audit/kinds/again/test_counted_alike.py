"""A quantity said again under a shorter name, with a slip."""

from __future__ import annotations

from audit.reports import ids, said

BUILT = "1.更换老化供水管网38.6公里，其中DN110管道12.4公里、DN63管道26.2公里。"


def test_what_its_parts_bear_out():
    assert ids(BUILT, "数量指标。更换管网38.6公里，按计划完成。") == []
    assert said(BUILT, "数量指标。更换管网83.6公里，按计划完成。") == [
        ("COUNT-TWICE", "83.6公里", "38.6公里")
    ]


def test_what_nothing_bears_out_or_a_goal():
    assert ids("1.更换老化供水管网38.6公里。", "数量指标。更换管网83.6公里。") == []
    assert ids(BUILT, "数量指标。计划更换管网83.6公里。") == []

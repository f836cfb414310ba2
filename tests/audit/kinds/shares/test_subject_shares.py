"""A share that names its part and its whole."""

from __future__ import annotations

from audit.reports import ids, said

ASSETS = (
    "资产总额1286.45万元，其中流动资产86.32万元、固定资产净值1164.83万元、无形资产35.30万元，"
    "固定资产占资产总额的{}%。"
)


def test_of_the_figures_of_both_names():
    assert ids(ASSETS.format("90.55")) == []
    assert said(ASSETS.format("95.05"))[0][:2] == ("SHARE", "95.05%")


def test_one_that_is_of_something_else():
    assert ids(ASSETS.format("71.38")) == []

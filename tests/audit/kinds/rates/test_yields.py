"""Yields: what an area brings is its yield times its size, whatever the units."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

TEXT = "按新增144公斤/亩计，2.00万亩年新增粮食产能{}。"


@pytest.mark.parametrize("amount", ["288.00万公斤", "2880吨", "0.288万吨"])
def test_what_comes_out(amount: str):
    assert ids(TEXT.format(amount)) == []


def test_a_moved_point_and_a_slip():
    assert said(TEXT.format("2880.00万公斤")) == [("PRODUCT", "2880.00万公斤", "288.00万公斤")]
    assert said("亩均增产42公斤，3.62万亩新增粮食产能1250吨。") == [("PRODUCT", "1250吨", "1520.40吨")]


def test_another_area_may_be_meant():
    assert ids(TEXT.format("197万公斤")) == []
    assert ids("亩均增产42公斤，建成2.15万亩，改善3.62万亩，新增粮食产能1250吨。") == []

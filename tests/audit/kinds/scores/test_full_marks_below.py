"""Full marks of a level are those of what it is made up of."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = "2．过程（{}分）得23.5分。其中预算执行（10分）得9分、预算管理（10分）得9.5分、资产管理（5分）得5分。"


def test_the_sum_of_its_parts():
    assert ids(TEXT.format("25")) == []
    assert said(TEXT.format("52")) == [("SCORE-FULL", "52分", "25分")]


def test_no_parts_with_full_marks():
    assert ids("2．过程（52分）得23.5分。其中预算执行得9分、预算管理得9.5分、资产管理得5分。") == []

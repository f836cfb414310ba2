"""So many for each."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = "全年组织培训12期，培训人员{}人次，平均每期{}人次。"


def test_the_quotient():
    assert ids(TEXT.format("1548", "129")) == []
    assert ids(TEXT.format("1550", "129")) == []  # rounded
    assert ids(TEXT.format("1584", "129")) == ["MEAN"]
    assert ids(TEXT.format("1548", "192")) == ["MEAN"]


def test_of_all_although_parts_stand_before_it():
    text = "开展讲座68场，其中进学校26场、进社区24场、进企业18场，参加群众5440人次，场均{}人次。"
    assert ids(text.format("80")) == []
    assert said(text.format("90")) == [("MEAN", "90人次", "80人次")]


def test_of_the_part_before_it():
    assert ids("开展培训12期，其中线下8期，参训人员1032人次，平均每期129人次。") == []

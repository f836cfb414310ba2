"""So many for each."""

from __future__ import annotations

from audit.reports import ids

TEXT = "全年组织培训12期，培训人员{}人次，平均每期{}人次。"


def test_the_quotient():
    assert ids(TEXT.format("1548", "129")) == []
    assert ids(TEXT.format("1550", "129")) == []  # rounded
    assert ids(TEXT.format("1584", "129")) == ["MEAN"]
    assert ids(TEXT.format("1548", "192")) == ["MEAN"]

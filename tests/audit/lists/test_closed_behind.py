"""A whole set in the sentence behind its total."""

from __future__ import annotations

from audit.reports import ids

TEXT = (
    "本年支出合计2341.76万元，较上年增加151.20万元，增长6.90%。"
    "基本支出1486.52万元，占63.48%；项目支出{}万元，占36.52%。"
)


def test_the_sum_of_its_members():
    assert ids(TEXT.format("855.24")) == []
    assert len(ids(TEXT.format("585.24"))) == 1


def test_one_member_alone():
    assert ids("本年支出合计2341.76万元。基本支出1486.52万元，占63.48%。") == []

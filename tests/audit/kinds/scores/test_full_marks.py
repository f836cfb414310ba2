"""Full marks of all parts of a score come to a hundred."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = (
    "自评总得分93.5分，其中：投入15分，得14.5分；过程{}分，得27.5分；产出30分，得28.5分；效果25分，得23分。"
)


def test_marks_that_do_not_come_to_a_hundred():
    assert ids(TEXT.format("30")) == []
    assert said(TEXT.format("20")) == [("SCORE-FULL", "25分", "35分")]


def test_a_list_that_is_not_all_of_it_says_nothing():
    assert "SCORE-FULL" not in ids(TEXT.format("30").replace("投入15分，得14.5分；", ""))

"""Grades and the projects that have them."""

from __future__ import annotations

from audit.reports import ids, said

TEXT = "对二级项目{}个开展自评，组织3个项目开展部门评价。自评结果为“优”的项目7个，“良”的项目3个。"


def test_grades_come_to_what_was_graded():
    assert ids(TEXT.format("10")) == []
    assert said(TEXT.format("9")) == [("SUM-GRADES", "9个", "10个")]


def test_what_ends_like_a_grade_is_none():
    assert ids("共有学校52个，其中小学18个、初中14个、普通高中3个，另有教学点若干。") == []


def test_grades_of_which_two_share_a_count():
    text = (
        "组织对{}个项目支出开展自评，评价等级为“优”的项目9个，评价等级为“良”的项目2个，"
        "评价等级为“中”和“差”的项目0个。"
    )
    assert ids(text.format("11")) == []
    assert said(text.format("12")) == [("SUM-GRADES", "12个", "11个")]

"""A list of names and figures joined by 、 alone ends where they end."""

from __future__ import annotations

from audit.reports import ids, said

STAFF = "年末在职{}人，其中专职教师13人、管理人员12人、工勤人员4人；退休人员22人。"


def test_what_follows_is_no_part():
    assert ids(STAFF.format(29)) == []
    assert said(STAFF.format(92)) == [("SUM-LIST", "92人", "29人")]


def test_more_than_all():
    text = "全年接收退役士兵{}人，其中由政府安排工作的14人、自主就业的112人；参训183人。"
    assert ids(text.format(126)) == []
    assert said(text.format(121)) == [("SUM-LIST", "121人", "126人")]


def test_some_of_all_or_people_counted_twice():
    assert ids("全年培训干部345人次，其中法规培训86人次、业务培训51人次。") == []
    assert ids("参训教师97人，其中女教师61人、党员48人；参训学生200人。") == []


def test_ages_and_a_second_list():
    text = "在岗职工{}人，其中：30岁以下18人，31—40岁42人，41—50岁38人，51岁以上28人；本科以上88人。"
    assert ids(text.format(126)) == []
    assert said(text.format(162)) == [("SUM-LIST", "162人", "126人")]


def test_years():
    text = "项目总预算{}万元，其中2023年1200万元、2024年1350万元、2025年1050万元。"
    assert ids(text.format(3600)) == []
    assert len(ids(text.format(3060))) == 1


def test_of_what_was_said_before_the_last_figure():
    text = "全年共立案{}件，结案272件，结案率{}%；其中简易程序164件、普通程序122件；罚款48.60万元。"
    assert ids(text.format(286, "95.10")) == []
    assert len(ids(text.format(268, "95.10"))) == 1

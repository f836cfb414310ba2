"""在职人员控制率 is of the people and the posts said before it."""

from __future__ import annotations

from audit.reports import ids, said

STAFF = (
    "本单位编制38个，其中全额编制33个、差额编制5个。年末实有在职人员36人，其中全额在职人员32人、差额在职人员4人；"
    "退休人员17人。在职人员控制率为{}%。"
)


def test_of_all_posts():
    assert ids(STAFF.format("94.74")) == []
    assert said(STAFF.format("94.71")) == [("RATE-NAMED", "94.71%", "94.74%")]


def test_of_those_in_another_paragraph_only_a_slip():
    first, last = STAFF.split("在职人员控制率")
    assert ids(first, "在职人员控制率" + last.format("81.20")) == []
    assert ids(first, "在职人员控制率" + last.format("88.16")) == []
    assert len(ids(first, "在职人员控制率" + last.format("49.74"))) == 1

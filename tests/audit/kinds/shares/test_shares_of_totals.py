"""Shares of what was listed altogether, of the total of the paragraph."""

from __future__ import annotations

from audit.reports import ids, said

_TEXT = (
    "2023年支出412586万元。主要支出项目：教育支出92460万元；卫生支出45208万元；农林水支出71394万元。"
    "以上三项合计209062万元，占{}%。"
)


def test_the_total_of_the_paragraph():
    assert ids(_TEXT.format("50.7")) == []
    assert said(_TEXT.format("57.0")) == [("SHARE", "57.0%", "50.67%")]


def test_silent_about_a_share_that_no_slip_explains():
    assert ids(_TEXT.format("63.4")) == []

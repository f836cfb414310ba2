"""One amount under two names, with a slip."""

from __future__ import annotations

from audit.reports import ids, said

BASIC = "2023年度基本支出1020.46万元，其中：人员经费837.32万元；公用经费183.14万元。"
RUNNING = "2023年度机关运行经费支出{}万元，主要用于办公费、差旅费。"


def test_running_of_the_office():
    assert ids(BASIC, RUNNING.format("183.14")) == []
    assert said(BASIC, RUNNING.format("183.41")) == [("SAID-TWICE", "183.41万元", "183.14万元")]


def test_another_amount():
    assert ids(BASIC, RUNNING.format("171.29")) == []

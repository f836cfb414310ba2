"""Tables that lie on their side."""

from __future__ import annotations

from audit.reports import ids, said

HEAD = ["一级指标", "决策", "过程", "产出", "效益", "合计"]
FULL = ["分值", "15", "20", "40", "25", "100"]


def test_a_row_that_does_not_come_to_its_last_column():
    assert ids([HEAD, FULL, ["得分", "13.5", "17.25", "35", "21", "86.75"]]) == []
    rows = [HEAD, FULL, ["得分", "13.5", "17.25", "36", "21", "86.75"]]
    assert said(rows) == [("TABLE-ROW", "86.75", "87.75分")]


def test_silent_where_no_row_comes_out():
    assert ids([HEAD, ["得分", "13.5", "17.25", "36", "21", "86.75"]]) == []

"""Annexes and tables that are referred to and are not there."""

from __future__ import annotations

from audit.reports import ids, said

LISTED = ("附件：1.基础数据表", "2.评分表", "3.问卷汇总", "附件1", "附件2", "附件3")


def test_an_annex_that_is_not_there():
    assert ids("评分明细见附件2。", *LISTED) == []
    assert said("评分明细见附件5。", *LISTED) == [("ANNEX-MISSING", "附件5", "附件1至附件3")]


def test_silent_where_nobody_knows_how_many_there_are():
    assert ids("评分明细见附件5。") == []
    assert ids("评分明细见附件5。", "附件1") == []
    assert ids("按照《办法》附件5的格式填报。", *LISTED) == []
    assert ids("评分明细见附件5。", "附件2", "附件4") == []

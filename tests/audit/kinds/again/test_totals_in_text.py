"""Totals of a table that the text says one after the other."""

from __future__ import annotations

from audit.reports import ids, said

HEAD = ["区县", "小区（个）", "楼栋（栋）", "户数（户）", "投资（万元）"]
ROWS = [["东区", "14", "126", "5480", "7240.00"], ["西区", "11", "98", "4126", "5460.00"]]
ROWS += [["河区", "9", "85", "3652", "4780.00"], ["合计", "34", "309", "13258", "17480.00"]]
TEXT = "计划改造小区34个，涉及楼栋309栋、居民{}户。"


def test_one_that_is_mistyped():
    assert ids(TEXT.format("13258"), [HEAD, *ROWS]) == []
    assert said(TEXT.format("13528"), [HEAD, *ROWS]) == [("TOTAL-TABLE", "13528户", "13258户")]


def test_silent_of_something_else():
    assert ids(TEXT.format("11860"), [HEAD, *ROWS]) == []
    assert ids("计划改造小区31个，涉及楼栋286栋、居民13528户。", [HEAD, *ROWS]) == []

"""Numbers without a text."""

from __future__ import annotations

from audit.reports import ids


def test_between_its_neighbours():
    assert ids("（一）编制不细。", "（二）", "（三）目标不清。") == ["ITEM-EMPTY"]


def test_a_text_in_the_next_paragraph():
    assert ids("（一）编制不细。", "（二）", "进度偏慢。", "（三）目标不清。") == []

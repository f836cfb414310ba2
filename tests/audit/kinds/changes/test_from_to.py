"""From one figure to another, and what lies between them."""

from __future__ import annotations

import pytest
from audit.reports import ids


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("城乡公交线路由46条增加到53条，新增{}条。", "7", "9"),
        ("小麦亩产由452公斤提高到538公斤，亩均增产{}公斤，增长19.03%。", "86", "68"),
    ],
)
def test_a_difference_that_does_not_follow(text: str, right: str, wrong: str):
    assert ids(text.format(right)) == []
    assert ids(text.format(wrong)) in (["FROM-TO"], ["CHANGE-AMOUNT"])


def test_silent_where_something_else_follows():
    assert ids("公交线路由46条增加到53条；新增停车场9条。") == []

"""How far a result is from its target, where all three are said one behind the other."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "志愿者队伍268人，低于目标值300人，差额{}人。",
        "志愿者队伍268人，未达到计划300人，差{}人。",
        "志愿者队伍268人，较目标数300人少{}人。",
        "志愿者268人，距目标300人还差{}人。",
    ],
)
def test_result_and_target(text: str):
    assert ids(text.format(32)) == []
    assert [one[1:] for one in said(text.format(42))] == [("42人", "32人")]


@pytest.mark.parametrize(
    "text",
    [
        "志愿者268人，其中党员30人，距目标300人，差32人。",
        "志愿者268人，其中党员30人，低于目标300人，差42人。",  # nobody knows of which
        "距目标值300人差额32人，现有268人。",
    ],
)
def test_silent_about_what_may_be_held_against_something_else(text: str):
    assert ids(text) == []

"""Answers by level."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("共发放问卷200份，回收200份，回收率100%。其中非常满意150份、满意40份、一般{}份。", 10, 12),
        ("调查群众500人，满意412人、基本满意72人、不满意{}人。", 16, 18),
        ("发放问卷500份，收回有效问卷486份，其中满意412份、基本满意58份、不满意{}份。", 16, 18),
    ],
)
def test_levels_that_do_not_come_to_what_came_back(text: str, right: int, wrong: int):
    assert ids(text.format(right)) == []
    assert len(ids(text.format(wrong))) == 1


def test_levels_of_which_some_are_left_out():
    assert ids("共发放问卷200份，回收200份，其中非常满意90份、满意40份、一般10份。") == []


def test_levels_of_those_that_are_named_again():
    text = "发放问卷520份，回收有效问卷{}份。有效问卷中非常满意218份、比较满意205份、一般52份、不满意23份。"
    assert ids(text.format(498)) == []
    assert said(text.format(496)) == [("COUNT-LEVELS", "496份", "498份")]

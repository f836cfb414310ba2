"""People of one name counted twice."""

from __future__ import annotations

import pytest
from audit.reports import ids

FIRST = "另有编外人员24人（含安全巡查员18人、司机6人）。"


def test_people_of_one_name():
    assert ids(FIRST, "目前安全巡查员仅16人，难以覆盖。") == ["COUNT-STAFF"]
    assert ids(FIRST, "目前安全巡查员仅18人，难以覆盖。") == []


@pytest.mark.parametrize(
    "text",
    ["培训安全巡查员16人。", "新增安全巡查员16人。", "安全巡查员8人。", "2021年安全巡查员16人。"],
)
def test_other_people(text: str):
    assert ids(FIRST, text) == []

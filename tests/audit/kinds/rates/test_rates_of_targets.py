"""Results, their target, and the rate behind both."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "全年城镇新增就业3.86万人，年度目标为3.60万人，完成目标的{}。",
        "全年城镇新增就业3.86万人，全年目标3.60万人，完成年度目标的{}。",
        "城镇新增就业3.86万人（目标3.60万人），完成目标任务的{}。",
        "新增就业3.86万人，目标任务3.60万人，为目标的{}。",
        "新增就业3.86万人，计划3.60万人，完成计划的{}。",
        "新增就业3.86万人，年初计划为3.60万人，为年初计划的{}。",
        "新增就业3.86万人、年度任务3.60万人，完成任务的{}。",
        "新增就业3.86万人，目标值3.60万人，达到目标值的{}。",
        "新增就业3.86万人，预期目标为3.60万人，目标完成率为{}。",
        "新增就业3.86万人，绩效目标3.60万人，目标完成率{}。",
    ],
)
def test_turned(text: str):
    assert ids(text.format("107.22%")) == []
    assert said(text.format("93.26%"))[:1] == [(said(text.format("93.26%"))[0][0], "93.26%", "107.22%")]


def test_of_something_else():
    assert ids("新增就业3.86万人，年度目标为3.60万人，其中大学生完成目标的88.20%。") == []
    assert ids("新增就业3.86万人，年度目标为3.60万人；再就业完成目标的93.26%。") == []

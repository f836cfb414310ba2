"""Things that are counted at two places."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

WORK = ("我局承担的重点工作任务共9项。", "年初确定的{}项重点工作任务全部按时办结。")


def test_a_count_before_and_behind_its_name():
    assert said(WORK[0], WORK[1].format(8)) == [("COUNT-TWICE", "8项", "9项")]
    assert ids(WORK[0], WORK[1].format(9)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("下属二级预算单位52个。", "53个二级预算单位全部纳入绩效目标管理。"),
        ("项目涉及5个乡镇37个行政村。", "39个行政村中有2个村尚未签订协议。"),
        ("街道下辖9个社区。", "8个社区均建立了网格。"),
        ("开展绩效自评的项目共7个。", "8个项目自评平均得分94.00分。"),
    ],
)
def test_other_ways_to_say_it(first: str, second: str):
    assert ids(first, second) == ["COUNT-TWICE"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("下属二级预算单位52个。", "53个预算单位全部纳入绩效目标管理。"),
        ("项目涉及5个乡镇37个行政村。", "在35个行政村开展了试点。"),
        ("全县19个乡镇均有项目。", "项目涉及5个乡镇。"),
        ("全县共有19个乡镇。", "18个乡镇（街道）全部完成。"),
        ("已通车建制村216个。", "218个建制村全部纳入规划。"),
        (WORK[0], "其中8项重点工作任务按时办结。"),
        (WORK[0], "34项日常工作任务全部按时办结。"),
        ("上年重点工作任务共9项。", "8项重点工作任务全部按时办结。"),
    ],
)
def test_counts_of_other_things(first: str, second: str):
    assert ids(first, second) == []


def test_another_count_directly_behind():
    text = ("全镇辖16个行政村、87个村民小组，总人口21460人。", "全镇{}个行政村全部配备保洁员。")
    assert ids(text[0], text[1].format(16)) == []
    assert ids(text[0], text[1].format(18)) == ["COUNT-TWICE"]


def test_all_there_are_and_those_that_a_project_reaches():
    text = "项目覆盖{}个乡镇，其中8个乡镇已完成验收。"
    assert ids("全县共有15个乡镇。", text.format(12)) == []
    assert ids("街道下辖9个社区。", "项目覆盖8个社区，全部完工。") == []

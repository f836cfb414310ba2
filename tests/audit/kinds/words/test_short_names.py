"""The short name of another office in the place of the own one."""

from __future__ import annotations

import pytest
from audit.reports import titled

TITLE = "2023年度沂河市医疗保险事业中心部门整体绩效自评报告"
OWN = "沂河市医疗保险事业中心（以下简称“市医保中心”）为沂河市医疗保障局所属事业单位。"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("市工伤保险中心2023年度部门整体绩效自评得分95.9分。", ["UNIT-NAME"]),
        ("市医保中心2023年度部门整体绩效自评得分95.9分。", []),
        ("市医疗保险中心2023年度部门整体绩效自评得分95.9分。", []),
        ("市社会保险中心2023年度预算批复数为500.00万元。", []),
        ("市财政局将绩效结果作为安排预算的依据。", []),
        ("与市工伤保险中心2023年度预算执行相比，进度较快。", []),
    ],
)
def test_who_is_spoken_of(text: str, told: list[str]):
    assert titled(TITLE, OWN, text) == told

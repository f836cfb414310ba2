"""Things counted in parts."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

VEHICLES = (
    "本部门共有车辆3辆，其中，主要领导干部用车0辆、应急保障用车1辆、执法执勤用车{}辆、特种专业技术用车0辆、"
    "其他用车1辆，其他用车主要是洒水车。"
)


def test_vehicles_of_all_uses():
    assert [one[1:] for one in said(VEHICLES.format(2))] == [("3辆", "4辆")]
    assert ids(VEHICLES.format(1)) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("工作组成员9人，其中财务人员3人、业务股室人员{}人。", 6, 7),
        (
            "培训1124人次，其中县级126人次、科级{}人次、中青班96人次、村（社区）班344人次、任职班140人次，上年为1042人次。",
            418,
            481,
        ),
        ("项目划分标段8个，其中施工标段6个、监理标段{}个。", 2, 3),
        ("共有定点机构23家，其中儿童康复机构14家、精神康复机构5家、辅具服务机构{}家。", 4, 5),
    ],
)
def test_kinds_of_one_thing(text: str, right: int, wrong: int):
    assert ids(text.format(right)) == []
    assert ids(text.format(wrong)) in (["COUNT-PARTS"], ["SUM-LIST"])


@pytest.mark.parametrize(
    "text",
    [
        "培训教师1200人次，其中骨干教师320人次、新入职教师180人次、女教师640人次。",
        "现有党员86人，其中女党员30人、少数民族党员20人。",
        "验收工程46个，其中合格工程45个、优良工程39个。",
        "培训500人，其中致富带头人200人、村干部120人。",
        "成员9人，其中财务人员3人、业务人员2人。",
        "共有村37个，其中重点村20个、示范村18个。",
    ],
)
def test_silent_where_parts_overlap_or_are_not_all(text: str):
    assert ids(text) == []

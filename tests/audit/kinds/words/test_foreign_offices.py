"""Another department named as if it were the unit."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

OWN = ("石桥县林业局2023年度整体支出绩效自评报告", "石桥县林业局内设7个股室。")


def test_another_department_whose_ways_are_to_be_mended():
    assert said(*OWN, "进一步完善水利局绩效指标体系。") == [("UNIT-NAME", "水利局", "林业局")]
    assert ids(*OWN, "进一步完善林业局绩效指标体系。") == []


@pytest.mark.parametrize(
    "text",
    [
        "县水利局预算编制还不够精细。",
        "一年来，县民政局紧紧围绕中心工作，认真履行职责。",
        "县统计局制定了《财务管理制度》，做到专款专用。",
        "领导小组办公室设在县教育局。",
        "项目资金实行专款专用，县民政局财务室设专账核算。",
        "三、县统计局2023年度收支总体情况",
    ],
)
def test_another_department_that_speaks_of_itself(text: str):
    assert ids(*OWN, text) == ["UNIT-NAME"]


@pytest.mark.parametrize(
    "text",
    [
        "与县水利局配合，共同完成河道绿化。",
        "县水利局牵头验收，县民政局参加。",
        "县财政局严格执行预算，及时拨付资金。",
        "进一步加强与水利局、民政局的沟通。",
        "县水利局制定了《河道管理办法》，水利局并组织了检查。",
    ],
)
def test_another_department_that_does_its_own_work(text: str):
    assert ids(*OWN, text) == []


def test_the_finance_bureau_writes_of_others():
    own = ("石桥县财政局2023年度整体支出绩效自评报告", "石桥县财政局内设12个股室。")
    assert ids(*own, "县教育局整体支出绩效评价得分92.00分。") == []


def test_a_report_of_no_department():
    assert ids("石桥县2023年度造林项目绩效自评报告", "进一步完善水利局绩效指标体系。") == []


def test_a_party_office():
    own = ("中共石桥县委宣传部2023年度部门决算", "宣传部内设5个股室。")
    assert ids(*own, "中共石桥县委组织部2023年度没有政府性基金预算财政拨款支出。") == ["UNIT-NAME"]


def test_a_unit_that_is_filled_in_above_the_report():
    head = ("项目支出绩效自评报告", "项目单位：石桥县教育局", "一、概况")
    assert ids(*head, "成立了学生营养办，下设办公室在石桥县民政局，配备专职人员。") == ["UNIT-NAME"]
    assert ids(*head, "成立了学生营养办，下设办公室在石桥县教育局，配备专职人员。") == []

"""Another town or county in the place of the report's own."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

from jixiao.audit.audit import audit
from jixiao.documents.document import SourceDocument, SourceParagraph, SourcePlace


def under_its_title(*lines: str) -> list[str]:
    """What is found in a report whose title is the first line."""
    blocks = [SourceParagraph(line, SourcePlace(paragraph=number)) for number, line in enumerate(lines, 1)]
    return [one.id for one in audit(SourceDocument("报告.docx", "docx", tuple(blocks))).findings]


TOWN = ("云山区枫林街道办事处2023年度部门决算", "枫林街道办事处内设机构5个。")


def test_another_street():
    text = "云山区{}街道2023年部门决算编制范围为街道本级。"
    assert said(*TOWN, text.format("竹溪")) == [("UNIT-NAME", "竹溪街道", "枫林街道")]
    assert ids(*TOWN, text.format("枫林")) == []


def test_a_neighbour():
    assert ids(*TOWN, "与竹溪街道2023年结对共建。", "竹溪街道在东面。") == []


def test_an_office_of_another_city_that_is_called_the_own_one():
    title = "石桥市残疾人康复项目绩效自评报告"
    text = "{}残疾人联合会（以下简称“市残联”）组织实施了项目。"
    assert under_its_title(title, text.format("白沙市")) == ["UNIT-NAME"]
    assert under_its_title(title, text.format("石桥市")) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("资金由白沙县医疗保障局统一拨付。", ["UNIT-NAME"]),
        ("资金由石桥县医疗保障局统一拨付。", []),
        ("与白沙县医疗保障局统一口径。", []),
    ],
)
def test_who_pays(text: str, told: list[str]):
    title = "石桥县医疗保障局2023年医保补助项目绩效自评报告"
    assert under_its_title(title, "石桥县医疗保障局负责经办。", text) == told


def test_the_year_of_a_title_is_no_place():
    called = "白沙县残疾人联合会（以下简称“县残联”）组织实施了项目。"
    assert under_its_title("2023年度县级康复项目绩效自评报告", called) == []
    assert under_its_title("石桥县2023年度县级康复项目绩效自评报告", called) == ["UNIT-NAME"]


def test_of_two_places_in_the_titles_the_first_one_is_meant():
    title = ("石桥县残疾人联合会", "白马县对口支援康复项目绩效自评报告")
    found = said(*title, "白沙县残疾人联合会（以下简称“县残联”）组织实施了项目。")
    assert found == [("UNIT-NAME", "白沙县残疾人联合会", "石桥县残疾人联合会")]


def test_an_office_of_another_county_in_a_report_on_a_project():
    title = "石桥县2023年饮水安全项目绩效自评报告"
    own = "项目由石桥县水利局组织实施，石桥县六个乡镇受益。"
    assert under_its_title(title, own, "资金由白沙县财政局直接支付。") == ["UNIT-NAME"]
    assert under_its_title(title, own, "资金由石桥县财政局直接支付。") == []
    assert under_its_title(title, own, "根据县财政局要求，学习了白沙县财政局的做法。") == []


def test_the_county_alone():
    title = "石桥县2023年饮水安全项目绩效自评报告"
    own = ("一、概况", "项目由石桥县水利局组织实施。", "项目情况如下。")
    assert under_its_title(title, *own, "白沙县共有农村人口32.5万人。") == ["UNIT-NAME"]
    assert under_its_title(title, *own, "石桥县共有农村人口32.5万人。") == []


def test_the_party_school_of_another_place():
    title = ("中共石桥县委党校", "2023年度部门整体支出绩效自评报告", "一、概况", "（一）职责")
    assert under_its_title(*title, "中共白沙市委党校是参公管理的事业单位。") == ["UNIT-NAME"]
    assert under_its_title(*title, "中共石桥县委党校是参公管理的事业单位。") == []
    assert under_its_title(*title, "在中共白沙市委党校指导下开展培训。") == []


def test_the_health_centre_of_another_town():
    title = ("石桥县柳河镇中心卫生院2023年度单位决算", "柳河镇中心卫生院承担基本医疗。")
    assert under_its_title(*title, "青山镇中心卫生院共有车辆2辆。") == ["UNIT-NAME"]
    assert under_its_title(*title, "柳河镇中心卫生院共有车辆2辆。") == []


@pytest.mark.parametrize("verb", ["并受", "加挂", "报请", "委托", "配合", "依托", "归口", "完成"])
def test_a_verb_before_a_county_is_no_name(verb: str):
    title = (
        "石桥县林业局2023年度部门决算",
        "石桥县林业局内设机构5个，负责全县林业工作。石桥县林业局在编30人。",
    )
    assert under_its_title(*title, f"负责森林管护，{verb}县档案局开展指导。") == []
    assert under_its_title(*title, "负责森林管护，白沙县档案局开展指导。") == ["UNIT-NAME"]


PLACES = ("项目涉及王庄镇、沙河乡2个乡镇。", "沙河乡建设面积3600亩。", "打机井12眼，在沙河乡。")


@pytest.mark.parametrize(
    "text",
    [
        "部分标段滞后，{}因土地纠纷未能完工。",
        "{}工程尾款尚未支付。",
        "建议：{}加快补建。",
        "对{}的地块重新调整。",
    ],
)
def test_a_town_of_another_level(text: str):
    assert said(*PLACES, text.format("沙河镇")) == [("UNIT-NAME", "沙河镇", "沙河乡")]
    assert ids(*PLACES, text.format("沙河乡")) == ids(*PLACES, text.format("柏林镇")) == []


@pytest.mark.parametrize(
    "lines",
    [
        (*PLACES, "沙河镇与沙河乡以河为界。"),
        (*PLACES, "沙河镇打井3眼。", "沙河镇修路2公里。"),
        (*PLACES[:1], "沙河镇打井。"),
        ("统筹城乡发展。", "推进城乡融合。", "县城乡环境整治。", "县城镇居民收入提高。"),
    ],
)
def test_towns_of_one_name(lines: tuple[str, ...]):
    assert ids(*lines) == []

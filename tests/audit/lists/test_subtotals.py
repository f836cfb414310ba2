"""Sub-totals of a list are none of its parts, and what they name makes them up."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "全年评价项目36个，其中优秀12个、良好20个、合格3个、不合格1个，优良32个。",
        "现有教师120人，其中高级30人、中级50人、初级40人，中级以上80人。",
        "抽查项目68处，其中一级20处、二级30处、三级18处，一、二级50处。",
        "抽检样品600批次，其中优等210批次、合格384批次、不合格6批次，优等和合格合计594批次。",
        "支出26万元，其中：人员经费15万元、公用经费6万元、项目支出5万元，人员经费与公用经费21万元。",
        "发放问卷500份，收回486份，其中很满意361份、满意96份、不满意29份，很满意及满意457份。",
        "年末实有在职95人。按学历分，研究生20人、大专30人、高中15人、本科以上30人。",
        "年末实有在职95人。按年龄分，35岁以下30人、36至50岁40人、51岁以上25人，女职工36人。",
        "检查企业120家，其中一类50家、二类40家、三类30家，二类及以上90家，发现隐患86处。",
    ],
)
def test_silent(text: str):
    assert ids(text) == []


def test_parts_with_a_slip_beside_their_subtotal():
    text = "发放问卷500份，收回486份，其中很满意361份、满意96份、不满意92份，很满意及满意457份。"
    assert said(text) == [("SUM-LIST", "486份", "549份")]


def test_a_subtotal_that_is_not_that_of_its_parts():
    text = "人员26人，其中：教师15人、医生6人、其他5人，教师与医生12人。"
    assert said(text) == [("SUM-LIST", "12人", "21人")]

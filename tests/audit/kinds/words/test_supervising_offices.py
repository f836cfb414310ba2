"""Another office as the one above the unit."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

BELONGS = "清水县疾病预防控制中心为县卫生健康局所属公益一类事业单位。"
ASKED = "建议县{}作为主管部门统筹使用空缺编制。"


@pytest.mark.parametrize(
    "text",
    [
        BELONGS,
        "本中心隶属于清水县卫生健康局，编制60名。",
        "单位的主管部门为县卫生健康局，编制60名。",
        "本中心是县卫生健康局下属事业单位。",
    ],
)
def test_where_the_unit_belongs(text: str):
    assert said(text, ASKED.format("农业农村局")) == [("UNIT-NAME", "农业农村局", "卫生健康局")]
    assert ids(text, ASKED.format("卫生健康局")) == ids(text, ASKED.format("卫健局")) == []


@pytest.mark.parametrize(
    "text",
    [
        "建议县农业农村局作为项目主管部门加强统筹。",
        "县农业农村局配合主管部门统筹编制。",
        "各主管部门中县农业农村局作为主管部门之一参与。",
    ],
)
def test_offices_of_other_matters(text: str):
    assert ids(BELONGS, text) == []


def test_a_report_that_does_not_say_to_whom_it_belongs():
    assert ids("编制60名。", ASKED.format("农业农村局")) == []

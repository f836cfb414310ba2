"""Names of institutions that are listed and counted."""

from __future__ import annotations

import pytest
from audit.reports import ids, said


@pytest.mark.parametrize(
    "text",
    [
        "我局内设办公室、规划股、法规股等7个股室。",
        "我局内设办公室、规划股、法规股3个股室。",
        "我局内设办公室、规划与建设股、法规和信访股3个股室。",
        "我局下属事业单位2个，分别是县图书馆、县文化馆。",
        "项目涉及张庄镇、李庄镇以及王庄乡3个乡镇。",
        "开设语文、数学、英语4个学科。",
        "抽查住宅小区、学校、医院等场所12个。",
    ],
)
def test_lists_that_come_to_their_count(text: str):
    assert ids(text) == []


def test_one_name_too_few_or_too_many():
    assert said("我局内设办公室、规划股、法规股4个股室。") == [("COUNT-NAMES", "4个", "3个")]
    assert said("我局内设办公室、规划股、法规股、财务股等3个股室。") == [("COUNT-NAMES", "3个", "4个")]


def test_the_count_before_the_names():
    text = "纳入本部门决算编制范围的单位共4个，包括县水利局本级、县河道管理所、县水利工程站。"
    assert said(text) == [("COUNT-NAMES", "4个", "3个")]
    assert ids(text.replace("4个", "3个")) == []


def test_the_last_count_may_be_a_part_of_those_that_are_listed():
    text = "二级预算单位3个，其中行政单位1个、其他事业单位2个：区文旅局机关、区图书馆、区文化馆{}。"
    assert ids(text.format("")) == []
    assert ids(text.format("、区博物馆")) == ["COUNT-NAMES"]
    assert ids("预算单位包括行政单位1个、事业单位2个：区文旅局机关、区图书馆、区文化馆。") == []


def test_the_office_itself_is_none_of_those_below_it():
    assert ids("下属事业单位2个，分别为：局机关、区图书馆、区文化馆。") == []
    assert ids("所属二级单位2个：区博物馆、区图书馆、区文化馆。") == ["COUNT-NAMES"]
    assert ids("纳入预算编制范围的单位4个：局机关、区图书馆、区文化馆。") == ["COUNT-NAMES"]

"""A purpose that begins with the name of another item."""

from __future__ import annotations

from audit.reports import ids

ITEMS = (
    "3．学员宿舍楼消防改造全年预算90.67万元，支出85.07万元，主要用于消防管网更换和应急照明安装。",
    "4．现场教学基地建设全年预算30.00万元，支出27.45万元，主要用于{}。",
)


def test_of_the_item_before():
    assert ids(ITEMS[0], ITEMS[1].format("学员宿舍楼消防管网更换")) == ["ITEM-PURPOSE"]
    assert ids(ITEMS[0], ITEMS[1].format("教学点展板制作和讲解设备购置")) == []


def test_a_word_of_its_own():
    assert ids(ITEMS[0], ITEMS[1].format("学员宿舍楼消防管网更换后的教学基地布置")) == []


def test_an_item_that_tells_no_purpose_of_its_own():
    lines = (
        "1.门诊综合楼改造：预算860.00万元，支出825.60万元，改造面积6,240平方米。",
        "2.医共体信息平台：预算420.00万元，支出394.80万元；主要用于{}。",
    )
    assert ids(lines[0], lines[1].format("门诊综合楼大厅及诊区改造")) == ["ITEM-PURPOSE"]
    assert ids(lines[0], lines[1].format("门诊医生工作站和互联互通")) == []
    assert ids(lines[0], lines[1].format("门诊综合楼内信息平台机房改造")) == []
    own = "2.门诊综合楼设备购置：预算420.00万元，支出394.80万元；主要用于门诊综合楼大厅设备购置。"
    assert ids(lines[0], own) == []

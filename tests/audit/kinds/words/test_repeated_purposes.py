"""Two items with one purpose, word for word."""

from __future__ import annotations

import pytest
from audit.reports import ids, said

COPIED = "屋面防水、门窗更换"


@pytest.mark.parametrize(
    "text",
    [
        "1.校舍维修支出120.00万元，用于屋面防水、门窗更换。|2.图书购置支出30.00万元，用于{}。",
        "（1）校舍维修120.00万元，占80.00%。主要用于屋面防水、门窗更换。|（2）图书购置30.00万元，占20.00%。主要用于{}。",
        "1.校舍维修项目。支出120.00万元，用于屋面防水、门窗更换。|2.图书购置项目。支出30.00万元，用于{}。",
        "一是校舍维修项目安排资金120.00万元，主要用于屋面防水、门窗更换；二是图书购置项目安排资金30.00万元，主要用于{}。",
    ],
)
def test_the_purpose_of_another_item(text: str):
    assert ids(*text.format("图书和书架采购").split("|")) == []
    assert said(*text.format(COPIED).split("|")) == [("ITEM-PURPOSE", COPIED, "图书购置")]


def test_the_one_whose_name_the_purpose_has_is_right():
    lines = (
        "1.图书购置支出30.00万元，用于校舍维修、门窗更换。",
        "2.校舍维修支出120.00万元，用于校舍维修、门窗更换。",
    )
    assert said(*lines) == [("ITEM-PURPOSE", "校舍维修、门窗更换", "图书购置")]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "1.差旅费10.00万元，用于保障机构日常运转和业务开展。",
            "2.印刷费5.00万元，用于保障机构日常运转和业务开展。",
        ),
        (
            "1.水库维修项目：支出120.00万元，用于大坝加固、渠道清淤。",
            "2.水库维修项目（二期）：支出90.00万元，用于大坝加固、渠道清淤。",
        ),
        (
            "1.春季学期资助12.86万元，用于生活费、住宿费补助。",
            "2.秋季学期资助13.97万元，用于生活费、住宿费补助。",
        ),
        ("1.中央资金120.00万元，用于路面修补、边沟清理。", "2.省级资金80.00万元，用于路面修补、边沟清理。"),
        ("1.城关镇项目12.00万元，用于管沟开挖、管道安装。", "2.柳沟镇项目8.00万元，用于管沟开挖、管道安装。"),
    ],
)
def test_silent_where_both_may_be_for_it(lines: tuple[str, ...]):
    assert ids(*lines) == []


ACCOUNTS = (
    "按项级科目，公共安全支出中：1.行政运行657.80万元，主要用于人员工资和机关日常运转；"
    "2.{}41.20万元，主要用于{}；3.社区矫正52.00万元，主要用于社区矫正对象监管和教育帮扶。"
)
BESIDE = "社区矫正对象监管和教育帮扶"


def test_the_purpose_of_another_account_in_one_paragraph():
    assert said(ACCOUNTS.format("普法宣传", BESIDE)) == [("ITEM-PURPOSE", BESIDE, "普法宣传")]


@pytest.mark.parametrize(
    ("name", "purpose"),
    [
        ("普法宣传", "法治宣传教育和阵地建设"),
        ("社区矫正经费", BESIDE),
        ("对象监管", BESIDE),
        ("普法宣传", "社区矫正对象的普法宣传教育"),
    ],
)
def test_a_purpose_of_an_account_that_may_be_its_own(name: str, purpose: str):
    assert ids(ACCOUNTS.format(name, purpose)) == []

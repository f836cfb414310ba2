"""What an account is said to be for, and cannot be."""

from __future__ import annotations

import pytest
from audit.reports import ids


@pytest.mark.parametrize(
    "text",
    [
        "住房保障支出（类）住房改革支出（款）住房公积金（项）9.00万元，主要用于缴纳基本医疗保险。",
        "4.住房保障（类）支出9.00万元，占总支出的5.16%。主要用于缴纳职业年金。",
        "“卫生健康支出”科目9.00万元，主要用于住房公积金缴存支出。",
        "2.社会保障和就业支出9.00万元，占7.30%。主要用于：教职工住房公积金。",
    ],
)
def test_another_accounts_purpose(text: str):
    assert ids(text) == ["ACCOUNT-PURPOSE"]


@pytest.mark.parametrize(
    "text",
    [
        "住房保障支出（类）住房改革支出（款）住房公积金（项）9.00万元，主要用于职工个人支出。",
        "4.住房保障（类）支出9.00万元。主要用于缴纳住房公积金和医疗保险。",
        "“卫生健康支出”科目9.00万元，主要用于单位缴费。",
        "2.社会保障和就业支出9.00万元，住房保障支出1.00万元，主要用于住房公积金和养老保险。",
    ],
)
def test_silent_where_it_may_be_its_own(text: str):
    assert ids(text) == []


def test_the_reason_of_a_class():
    text = (
        "（四）卫生健康支出年初预算数为45.00万元，决算数为43.66万元，完成年初预算的97.02%，"
        "主要原因是：{}减少。"
    )
    assert ids(text.format("缴存基数调整，住房公积金")) == ["ACCOUNT-PURPOSE"]
    assert ids(text.format("缴费基数调整，医疗保险缴费")) == []


@pytest.mark.parametrize(
    ("item", "wrong", "right"),
    [
        ("5.住房公积金：用于单位为职工缴存的{}。", "基本医疗保险", "住房公积金"),
        ("5.住房公积金：用于{}。年初预算9.00万元。", "职工养老保险缴费", "按规定比例缴存"),
        ("1.机关事业单位基本养老保险缴费支出：用于{}。", "职工住房公积金", "在职职工养老保险缴费"),
        ("（2）事业单位医疗，主要用于{}。", "职业年金缴费", "基本医疗保险缴费"),
        ("2.职业年金缴费支出：用于{}。", "职工基本医疗保险", "单位承担部分"),
    ],
)
def test_an_item_that_names_no_class(item: str, wrong: str, right: str):
    assert ids(item.format(wrong)) == ["ACCOUNT-PURPOSE"]
    assert ids(item.format(right)) == []


def test_the_name_of_an_account_in_that_of_a_project():
    assert ids("1.困难群众医疗补助：用于养老机构失能老人就医。") == []
    assert ids("1.住房公积金中心专网建设：用于养老、医疗数据共享。") == []

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

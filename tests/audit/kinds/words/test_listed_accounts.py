"""Accounts that a text lists and the table does not have."""

from __future__ import annotations

from audit.reports import ids, said

ROWS = [
    ["科目编码", "科目名称", "决算数"],
    ["302", "商品和服务支出", "10.00"],
    ["30201", "办公费", "6.00"],
    ["30207", "邮电费", "0.00"],
    ["30211", "差旅费", "3.00"],
    ["30226", "劳务费", "1.00"],
]
TITLE = ("一般公共预算财政拨款基本支出决算表", "单位：万元", ROWS)
TEXT = "基本支出10.00万元，其中：公用经费10.00万元，主要包括：{}。"


def test_a_name_without_a_figure():
    assert said(*TITLE, TEXT.format("办公费、邮电费、差旅费")) == [
        ("ACCOUNT-LISTED", "邮电费", "表中邮电费为0.00")
    ]


def test_names_with_figures():
    assert ids(*TITLE, TEXT.format("办公费、差旅费、劳务费")) == []


def test_the_class_may_be_named_instead():
    text = "基本支出10.00万元。商品和服务支出主要用于：办公费、{}差旅费、劳务费等。"
    assert [one[0] for one in said(*TITLE, text.format("邮电费、"))] == ["ACCOUNT-LISTED"]
    assert ids(*TITLE, text.format("")) == []


def test_the_paragraph_before_may_say_of_what():
    before, text = "基本支出10.00万元，其中：人员经费0.00万元。", "公用经费10.00万元，主要包括：{}。"
    assert ids(*TITLE, before, text.format("办公费、邮电费")) == ["ACCOUNT-LISTED"]
    assert ids(*TITLE, "项目支出10.00万元。", text.format("办公费、邮电费")) == []

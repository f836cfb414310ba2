"""The amount of an account: beside its head, further on, and in the tables."""

from __future__ import annotations

from audit.reports import ids, said

HEAD = (
    "1.社会保障和就业支出（类）行政事业单位养老支出（款）事业单位离退休（项）"
    "{}万元，主要用于事业单位离退休。{}"
)
TABLE = [
    ["科目编码", "科目名称", "合计"],
    ["208", "社会保障和就业支出", "35.35"],
    ["20805", "行政事业单位养老支出", "35.35"],
    ["2080502", "事业单位离退休", "35.35"],
]
TITLE = ("支出决算表", "单位：万元", TABLE)


def test_twice_in_one_paragraph():
    assert ids(HEAD.format("35.35", "本年支出决算35.35万元。")) == []
    assert said(HEAD.format("35.35", "本年支出决算35.67万元。")) == [
        ("ACCOUNT-TWICE", "35.67万元", "35.35万元")
    ]


def test_against_the_table():
    assert ids(*TITLE, HEAD.format("35.35", "")) == []
    assert said(*TITLE, HEAD.format("53.35", "")) == [("ACCOUNT-TABLE", "53.35万元", "35.35万元")]


def test_another_kind_with_an_item_of_that_name_says_nothing():
    text = HEAD.format("53.35", "").replace("行政事业单位养老支出", "其他事务")
    assert ids(*TITLE, text) == []

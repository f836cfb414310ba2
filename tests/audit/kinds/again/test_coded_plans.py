"""The amount of an account beside its code and name, and the one that is said to be planned."""

from __future__ import annotations

from audit.reports import said

ACCOUNT = "（{}）{}-{}{}万元，主要用于日常开支。2022年执行数为{}万元，{}年预算安排{}万元。"


def plan(last: str, year: str = "2023") -> list[str]:
    accounts = (
        ("一", "2120101", "行政运行", "301.20", "298.40", "2023", "301.20"),
        ("二", "2120102", "一般行政管理事务", "52.60", "61.70", "2023", "52.60"),
        ("三", "2120104", "城管执法", "83.70", "75.10", "2023", "83.70"),
        ("四", "2210201", "住房公积金", "109.34", "105.76", year, last),
    )
    return [ACCOUNT.format(*account) for account in accounts]


def test_two_amounts_of_one_account():
    assert said(*plan("109.34")) == []
    assert said(*plan("112.04")) == [("ACCOUNT-TWICE", "112.04万元", "109.34万元")]


def test_silent_about_another_year_and_where_few_agree():
    assert said(*plan("112.04", "2022")) == []
    assert said(*plan("112.04")[2:]) == []

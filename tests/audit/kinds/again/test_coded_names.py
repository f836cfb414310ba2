"""Accounts that are named with their codes."""

from __future__ import annotations

import pytest
from audit.reports import said

ROWS = [
    ["功能科目编码", "功能科目名称", "合计"],
    ["201", "一般公共服务支出", "322.60"],
    ["20138", "市场监督管理事务", "322.60"],
    ["2013801", "行政运行", "107.64"],
    ["2013802", "一般行政管理事务", "38.00"],
    ["2013804", "市场主体管理", "26.50"],
    ["2013816", "食品安全监管", "135.00"],
    ["2013899", "其他市场监督管理事务", "15.46"],
]
TEXT = (
    "（1）行政运行（2013801）107.64万元；",
    "（2）一般行政管理事务（2013802）38.00万元；",
    "（3）市场主体管理（2013804）26.50万元；",
    "（4）食品安全监管（2013816）{0}万元；",
    "（5）其他{1}管理事务（2013899）15.46万元。",
)


@pytest.mark.parametrize(
    ("amount", "name", "found"),
    [
        ("135.00", "市场监督", []),
        ("153.00", "市场监督", [("ACCOUNT-TABLE", "153.00万元", "135.00万元")]),
        ("135.00", "市场主体", [("ACCOUNT-NAME", "其他市场主体管理事务", "其他市场监督管理事务")]),
        ("70.00", "市场监督", []),  # a part of it, by all appearances
    ],
)
def test_names_and_amounts_of_codes(amount: str, name: str, found: list):
    text = [one.format(amount, name) for one in TEXT]
    assert said("一般公共预算支出明细表", "单位：万元", ROWS, *text) == found


def test_an_amount_that_another_table_has():
    other = [[cell.replace("135.00", "153.00") for cell in row] for row in ROWS]
    text = [one.format("153.00", "市场监督") for one in TEXT]
    tables = ("一般公共预算支出明细表", "单位：万元", ROWS, "支出总表", "单位：万元", other[:1] + other[3:])
    assert "ACCOUNT-TABLE" not in [one[0] for one in said(*tables, *text)]

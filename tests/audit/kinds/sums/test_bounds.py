"""Parts that exclude each other and may not exceed their whole."""

from __future__ import annotations

from audit.reports import ids

WHOLE = "2023年度政府采购金额为{}万元。"
PARTS = (
    "在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额21.00万元；"
    "在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额12.00万元。"
)


def test_within_the_whole():
    assert ids(WHOLE.format("40.00") + PARTS) == []


def test_beyond_it():
    assert ids(WHOLE.format("30.00") + PARTS) == ["BOUND"]

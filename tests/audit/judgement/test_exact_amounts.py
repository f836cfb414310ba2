"""Budgets without decimals are meant to the digit where the other rates say so."""

from __future__ import annotations

from audit.reports import ids, said

ITEMS = (
    "1．培训经费全年预算228万元，支出221.36万元，执行率97.09%。",
    "2．宣讲经费全年预算45万元，支出38.27万元，执行率{}%。",
    "3．基地建设全年预算30万元，支出27.45万元，执行率91.50%。",
    "4．委托办班全年预算70万元，支出68.90万元，执行率98.43%。",
)


def test_one_rate_of_four():
    assert ids(*(item.format("85.04") for item in ITEMS)) == []
    assert said(*(item.format("85.40") for item in ITEMS)) == [("RATE-DONE", "85.40%", "85.04%")]


def test_amounts_that_are_rounded():
    assert ids(ITEMS[0], ITEMS[1].format("85.40")) == []

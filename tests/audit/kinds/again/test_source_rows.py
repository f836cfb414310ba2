"""One source of money in the text against its row."""

from __future__ import annotations

from audit.reports import ids, said

TABLE = [
    ["资金来源", "预算数", "到位数", "支出数"],
    ["省级发展资金", "312.50", "312.50", "309.84"],
    ["市级配套资金", "248.00", "248.00", "241.37"],
    ["合计", "560.50", "560.50", "551.21"],
]


def _report(amount: str) -> list[str | list[list[str]]]:
    return ["资金到位及支出情况表", "单位：万元", TABLE, f"其中市级资金支出{amount}万元，主要用于救助。"]


def test_the_cell_of_its_row_and_column():
    assert ids(*_report("241.37")) == []
    assert said(*_report("214.37")) == [("SOURCE-TABLE", "214.37万元", "241.37万元")]


def test_what_no_slip_explains_may_be_a_part_of_it():
    assert ids(*_report("98.20")) == []

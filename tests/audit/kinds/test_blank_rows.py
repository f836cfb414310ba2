"""Printed tables whose rows lack blank cells."""

from __future__ import annotations

from audit.reports import ids, said

LINES = (
    "部门收入总表",
    "单位：元",
    "单位名称 合计 上年结转 财政拨款 基金",
    "本级 16,602,340.81 415,200.75 15,437,140.06 750,000.00",
    "县图书馆 3,318,642.15 3,318,642.15",
    "县文化馆 3,105,874.60 3,105,874.60",
    "县体育馆 1,205,000.00 1,000,000.00 205,000.00",
    "县博物馆 {} 2,986,410.25 320,000.00",
    "二、其他情况说明。",
)


def _report(amount: str) -> list[str]:
    return [line.format(amount) for line in LINES]


def test_the_first_figure_is_the_sum_of_the_others():
    assert ids(*_report("3,306,410.25"), kind="txt") == []
    assert [one[:2] for one in said(*_report("3,360,410.25"), kind="txt")] == [
        ("TABLE-BLANKS", "3,360,410.25")
    ]

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


def test_full_marks_and_points_are_no_sum():
    lines = (
        "整体支出绩效自评表",
        "单位：万元、分",
        "一级指标 三级指标 年度指标值 实际完成值 分值 得分",
        "投入 在职人员控制率 ≤100% 91.28% 20 20",
        "产出 管理制度健全性 健全 健全 20 20",
        "产出 组织义诊活动场次 ≥50场 52场 20 20",
        "效益 足额发放率 100% 100% 20 20",
        "效益 群众满意度 ≥92% 90.03% 20 14.63",
        "总分 100 {}",
    )
    assert ids(*(line.format("94.63") for line in lines), kind="txt") == []
    assert ids(*(line.format("96.43") for line in lines), kind="txt") == ["SCORE-TOTAL"]

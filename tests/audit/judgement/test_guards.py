"""What is bound wrongly is not told: gaps that no slip explains, kinds that fail again and again."""

from __future__ import annotations

import pytest
from audit.reports import ids

LISTED = "完成门急诊86.42万人次，其中门诊71.38万人次、急诊15.04万人次，比2022年增加5.27万人次，增长6.49%。"


@pytest.mark.parametrize(
    "text",
    [
        LISTED,
        "人员经费支出1002.74万元，占全年预算的98.83%。全年预算1668.75万元，支出1613.28万元。",
        "在岗82人中，专任教师46人、其他36人；专任教师46人中，正高级职称5人、副高级职称14人、中级职称19人、"
        "初级职称8人，高级职称占专任教师的41.30%。",
    ],
)
def test_what_is_stated_has_nothing_to_do_with_what_is_computed(text: str):
    assert ids(text) == []


def test_a_gap_that_is_a_slip_is_told_however_wide():
    text = "公务用车购置及运行费60.60万元，比上年减少{}万元，下降22.90%。"
    assert ids(text.format("18.00")) == []
    assert ids(text.format("8.00")) == ["CHANGE-RATE"]


def test_columns_of_another_year():
    head = "（{}）教育支出（类）普通教育（款）{}（项）{}万元，主要用于教学。"
    names = ("学前教育", "小学教育", "初中教育", "高中教育")
    rows = [
        [f"205020{number}", name, f"{30 + number * 7}.00", f"{60 + number * 9}.00"]
        for number, name in enumerate(names, 1)
    ]
    table = [
        ["科目编码", "科目名称", "2022年执行数", "2023年预算数"],
        ["20502", "普通教育", "190.00", "330.00"],
        *rows,
    ]
    lines = [head.format(number, row[1], row[3]) for number, row in enumerate(rows, 1)]
    assert "ACCOUNT-TABLE" not in ids("一般公共预算支出表", "单位：万元", table, *lines)


def test_the_only_two_amounts_before_a_rate_are_those_of_the_rate():
    text = "2023年度“三公”经费支出预算为7.38万元，支出决算为{}万元，完成预算的84.11%。"
    assert ids(text.format("6.21")) == []
    assert ids(text.format("1.26")) == ["RATE-DONE"]


def test_what_a_list_lacks_stands_right_behind_it():
    grades = "组织对{}个项目开展自评，评价等级为“优”的项目9个，评价等级为“良”的项目2个，{}1个项目未评价。"
    cars = "共有车辆{}辆，其中：机要通信用车9辆、执法执勤用车2辆，{}1辆待报废。"
    for text, alarm in ((grades, "SUM-GRADES"), (cars, "SUM-LIST")):
        assert ids(text.format(12, "另有")) == []
        assert ids(text.format(13, "另有")) == [alarm]
        assert ids(text.format(12, "其余")) == []


def test_a_figure_of_a_balance_that_is_said_otherwise_elsewhere():
    said_before = "2023年度收入合计1041.66万元，其中财政拨款收入968.46万元、其他收入73.20万元。"
    balance = "年初结转结余31.07万元，加上本年收入{}万元，减去本年支出1053.80万元，年末结转结余18.93万元。"
    assert ids(said_before, balance.format("1041.66")) == []
    assert ids(said_before, balance.format("1032.66")) == ["EQUATION"]


def test_a_rate_copied_from_another_line():
    line = "财政拨款收入2581.49万元，比上年增加57.90万元，增长{}%。"
    assert ids(line.format("2.29")) == []
    assert ids(line.format("4.81")) == ["CHANGE-RATE"]

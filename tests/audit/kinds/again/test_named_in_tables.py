"""Amounts of the text that a row of a table is named for."""

from __future__ import annotations

from audit.reports import ids, said

TABLE = [["支出", "决算数"], ["城乡社区支出", "4502.91"], ["农林水支出", "780.44"]]


def test_a_class_of_the_text():
    lines = ("收入支出决算总表", "单位：万元", TABLE)
    assert ids(*lines, "城乡社区支出4502.91万元，用于道路。") == []
    assert said(*lines, "城乡社区支出4520.91万元，用于道路。") == [
        ("NAMED-TABLE", "4520.91万元", "4502.91万元")
    ]


def test_another_amount_is_no_slip():
    assert ids("收入支出决算总表", "单位：万元", TABLE, "农林水支出312.60万元，用于水渠。") == []


def test_an_income_is_no_expenditure():
    rows = [["项目", "决算数"], ["一般公共预算财政拨款收入", "160.04"], ["其他收入", "3.20"]]
    assert ids("收入支出决算总表", "单位：万元", rows, "一般公共预算财政拨款支出160.94万元。") == []


def test_a_class_with_the_word_for_expenditure_twice():
    rows = [["科目编码", "科目名称", "合计"], ["208", "社会保障和就业支出", "158.37"]]
    text = "2.社会保障和就业支出（类）支出{}万元，主要用于养老保险缴费。"
    assert ids("支出总表", "单位：万元", rows, text.format("158.37")) == []
    assert ids("支出总表", "单位：万元", rows, text.format("158.73")) == ["NAMED-TABLE"]


def test_what_was_planned_told_as_paid():
    head = ["序号", "项目名称", "全年预算数", "执行数", "执行率"]
    rows = [
        head,
        ["1", "课后服务经费", "96.00", "94.87", "98.82%"],
        ["2", "教学设备购置", "13.80", "13.69", "99.20%"],
    ]
    lines = ("项目支出明细表", "单位：万元", rows)
    text = "1.课后服务经费。{}万元，参加课后服务学生1386人。"
    assert ids(*lines, text.format("支出94.87")) == []
    assert ids(*lines, text.format("预算96.00")) == []
    assert said(*lines, text.format("支出96.00")) == [("NAMED-TABLE", "96.00万元", "94.87万元")]


def test_what_was_planned_told_as_paid_of_a_printed_row():
    head = ("项目资金安排和使用情况表", "金额单位：万元", "序号 项目名称 资金来源 预算安排 实际支出 执行率")
    rows = ("1 林区道路维修 市级财政 185.00 176.43 95.37%", "2 森林抚育 中央财政 240.00 231.86 96.61%")
    text = "（1）林区道路维修。实际支出{}万元，维修林道37.6公里。"
    total = "合计 425.00 408.29 96.07%"
    assert ids(*head, *rows, total, text.format("176.43"), kind="txt") == []
    assert ids(*head, *rows, total, text.format("185.00"), kind="txt") == ["NAMED-TABLE"]


def test_what_was_handed_out_in_the_paragraph_of_a_row():
    table = [
        ["项目", "预算数", "决算数", "结余"],
        ["军休干部服务管理", "516.00", "511.28", "4.72"],
        ["双拥优待慰问", "198.00", "192.46", "5.54"],
        ["烈士纪念设施管护", "120.00", "114.92", "5.08"],
    ]
    text = "3.双拥优待慰问。走访慰问部队14个、优抚对象852户，支出慰问金{}万元{}。"
    assert ids("单位：万元", table, text.format("192.46", "")) == []
    assert ids("单位：万元", table, text.format("192.64", "")) == ["NAMED-TABLE"]
    assert ids("单位：万元", table, text.format("120.30", "")) == []
    assert ids("单位：万元", table, text.format("192.64", "，其他费用0.18万元")) == []

"""Columns of rates, learnt from the rows that follow."""

from __future__ import annotations

from audit.reports import found, ids, said

HEAD = ["项目", "预算数", "执行数", "执行率"]
ROWS = [
    ["甲", "20.00", "19.00", "95.00%"],
    ["乙", "40.00", "30.00", "75.00%"],
    ["丙", "50.00", "45.00", "90.00%"],
    ["丁", "10.00", "8.20", "82.00%"],
]


def test_a_rate_of_one_row():
    assert ids("单位：万元", [HEAD, *ROWS]) == []
    rows = [*ROWS, ["戊", "10.00", "6.20", "26.00%"]]
    assert said("单位：万元", [HEAD, *rows]) == [("TABLE-RATE", "26.00%", "62.00%")]


def test_shares_of_the_total():
    rows = [
        ["甲", "20.00", "20.00%"],
        ["乙", "30.00", "30.00%"],
        ["丙", "50.00", "{}%"],
        ["合计", "100.00", "100.00%"],
    ]
    head = ["类别", "金额", "占比"]
    good = [[cell.format("50.00") for cell in row] for row in rows]
    assert ids("单位：万元", [head, *good]) == []
    rows.insert(0, ["丁", "0.00", "0.00%"])
    bad = [[cell.format("55.00") for cell in row] for row in rows]
    assert [one[0] for one in said("单位：万元", [head, *bad])] in ([], ["TABLE-RATE"])


def test_the_money_of_a_self_evaluation_has_one_row():
    head = ["项目", "全年预算数（万元）", "全年执行数（万元）", "执行率（%）"]
    assert ids([head, ["年度资金总额", "852.12", "846.38", "99.33"]]) == []
    assert said([head, ["年度资金总额", "852.12", "844.38", "99.33"]]) == [("TABLE-RATE", "99.33", "99.09%")]


_TWO_BUDGETS = [
    ["支出内容", "年初预算数", "全年预算数", "决算数", "执行率"],
    ["人员经费", "100.00", "100.00", "95.10", "95.10%"],
    ["公用经费", "50.00", "50.00", "48.05", "96.10%"],
    ["甲项目", "30.00", "30.00", "28.17", "93.90%"],
    ["乙项目", "20.00", "20.00", "17.66", "88.30%"],
    ["丙项目", "40.00", "35.00", "34.09", "97.40%"],
    ["合计", "240.00", "235.00", "223.07", "94.92%"],
]


def test_the_budget_that_fits_most_rows_is_meant():
    assert ids(_TWO_BUDGETS) == []
    slip = [*_TWO_BUDGETS[:5], [*_TWO_BUDGETS[5][:4], "94.70%"], _TWO_BUDGETS[6]]
    assert ids(slip) == ["TABLE-RATE"]


def test_the_caption_keeps_its_blank():
    wrong = [*_TWO_BUDGETS[:5], [*_TWO_BUDGETS[5][:4], "94.70%"], _TWO_BUDGETS[6]]
    (one,) = found("表1 2024年部门支出情况表", wrong)
    assert "《表1 2024年部门支出情况表》" in one.message
    (one,) = found("表2024年部门支出情况表", wrong)
    assert "表20 24" not in one.message


def test_a_wide_table():
    head = ["区县", "小区（个）", "楼栋（个）", "户数（户）", "面积（万平方米）", "计划投资（万元）"]
    head += ["到位资金（万元）", "支出资金（万元）", "到位率", "支出率"]
    rows = [
        ["东区", "14", "126", "5480", "48.62", "7240.00", "6880.00", "6512.40", "95.03%", "94.66%"],
        ["西区", "11", "98", "4126", "36.15", "5460.00", "5187.00", "4868.75", "95.00%", "93.86%"],
        ["南县", "8", "62", "2518", "22.47", "3320.00", "3154.00", "2716.30", "95.00%", "86.12%"],
        ["北县", "6", "45", "1884", "16.92", "2400.00", "2238.00", "2105.39", "93.25%", "94.07%"],
    ]
    wrong = ["河区", "9", "85", "3652", "31.84", "4780.00", "4541.00", "4402.16", "95.00%", "92.10%"]
    assert ids([head, *rows, [*wrong[:-1], "96.94%"]]) == []
    assert said([head, *rows, wrong]) == [("TABLE-RATE", "92.10%", "96.94%")]

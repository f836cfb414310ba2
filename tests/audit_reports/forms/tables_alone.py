"""The published tables without a word about them."""

from __future__ import annotations

from decimal import Decimal

from audit_reports import tables, totals
from audit_reports.figures import Year
from audit_reports.pen import Pen
from audit_reports.pieces import Report


def tables_alone(year: Year) -> Report:
    pen, yuan = Pen("tables_alone", year), year.dice.random() < 0.5
    year.other_income, year.fund.now = [], Decimal(0)
    pen.p(pen.name(), f"{year.year}年度部门决算公开表", heading=True)
    totals.income_and_spending(pen, "收入支出决算总表", yuan=yuan)
    pen.p("注：本表反映部门本年度的总收支和年末结转结余情况。")
    tables.by_function(pen, "一般公共预算财政拨款支出决算表", total_at=pen.pick("above", "below"), yuan=yuan)
    pen.p("注：本表反映部门本年度一般公共预算财政拨款支出情况。")
    totals.by_kind_of_money(pen, "财政拨款收入支出决算总表", yuan=yuan)
    tables.by_economic_item(pen, "一般公共预算财政拨款基本支出决算表", yuan=yuan)
    pen.p("注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。")
    tables.three_expenses(pen, "财政拨款“三公”经费支出决算表", yuan=yuan)
    pen.p("政府性基金预算财政拨款收入支出决算表", heading=True)
    if pen.dice.random() < 0.5:
        columns = ["年初结转和结余", "本年收入", "本年支出", "年末结转和结余"]
        pen.table([["科目编码", "科目名称", *columns], ["", "合计", *[""] * len(columns)]], "万元")
    pen.p("说明：本部门本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。")
    return pen.report()

"""部门决算公开: what a unit publishes about its accounts, in three wordings."""

from __future__ import annotations

from decimal import Decimal

from audit_reports import other_matters, sections, tables, totals
from audit_reports.figures import Year, total
from audit_reports.pen import Pen, joined
from audit_reports.pieces import Report, Words


def accounts_with_tables(year: Year) -> Report:
    """Tables first, then a section of prose for each."""
    year.other_income = []
    pen = Pen("accounts_with_tables", year)
    y, yuan = year.year, year.dice.random() < 0.4
    pen.p(pen.name(), f"{y}年度部门决算", heading=True)
    pen.p("第一部分 部门概况", heading=True)
    pen.p("一、主要职责", heading=True)
    pen.p(
        "贯彻执行国家和省有关法律法规和方针政策，承担上级部门交办的其他事项。办公电话：0731-88530216，邮编410012。",
    )  # fmt: skip
    pen.p(f"第二部分 {y}年度部门决算表", heading=True)
    totals.income_and_spending(pen, "收入支出决算总表", yuan=yuan)
    tables.by_function(pen, "一般公共预算财政拨款支出决算表", total_at=pen.pick("above", "below"), yuan=yuan)
    totals.by_kind_of_money(pen, "财政拨款收入支出决算总表", yuan=yuan)
    tables.by_economic_item(pen, "一般公共预算财政拨款基本支出决算表", yuan=yuan)
    tables.three_expenses(pen, "财政拨款“三公”经费支出决算表", yuan=yuan)
    pen.p(f"第三部分 {y}年度部门决算情况说明", heading=True)
    pen.levels = [0, 0, 0]
    figures = sections.Figures(pen)
    pen.h(0, "收入支出决算总体情况说明")
    sections.whole(pen, figures)
    pen.h(0, "收入决算情况说明")
    sections.income(pen, figures)
    pen.h(0, "支出决算情况说明")
    sections.spending(pen, figures)
    pen.h(0, "一般公共预算财政拨款支出决算情况说明")
    pen.h(1, "总体情况")
    sections.general(pen, figures)
    pen.h(1, "结构情况")
    sections.structure(pen, figures)
    pen.h(1, "具体情况")
    sections.items(pen, figures)
    pen.h(0, "一般公共预算财政拨款基本支出决算情况说明")
    sections.basic(pen, figures)
    pen.h(0, "“三公”经费财政拨款支出决算情况说明")
    sections.three(pen, figures)
    pen.h(0, "其他重要事项的情况说明")
    pen.h(1, "机关运行经费支出情况")
    other_matters.running_costs(pen)
    pen.h(1, "政府采购支出情况")
    other_matters.procurement(pen)
    pen.h(1, "国有资产占用情况")
    other_matters.assets(pen)
    return pen.report()


def accounts_by_sections(year: Year) -> Report:
    """Prose alone, with totals of income and of spending told apart, and shares in brackets."""
    year.other_income = year.other_income if year.dice.random() < 0.5 else []
    pen = Pen("accounts_by_sections", year)
    figures = sections.Figures(pen)
    pen.p(pen.name(), f"{year.year}年部门决算公开说明", heading=True)
    pen.h(0, "单位基本情况")
    other_matters.staff(pen)
    pen.h(0, "收支决算总体情况")
    whole = figures.totals
    both = pen.money(whole["总计"], "总计.now")
    pen.p(
        f"{year.year}年度收、支总计均为", both, "。",
        pen.change(both, whole["总计"], year.near(whole["总计"]), "总计"), "。",
    )  # fmt: skip
    pen.h(1, "收入决算情况")
    income = pen.money(whole["收入"], "本年收入合计.now")
    parts = [(name, amount, pen.money(amount, f"{name}.now")) for name, amount in figures.incomes()]
    pen.relate("sum", income, [figure for _, _, figure in parts])
    said = [
        [name, figure, "（占", pen.share(figure, income, amount / whole["收入"]), "）"]
        for name, amount, figure in parts
    ]
    pen.p(
        f"{year.year}年度本年收入合计", income, "，其中：",
        joined(said, "，"),
        "。",
    )  # fmt: skip
    pen.h(1, "支出决算情况")
    outlay = pen.money(whole["支出"], "本年支出合计.now")
    basic, rest = (
        pen.money(figures.basic, "基本支出"),
        pen.money(whole["支出"] - figures.basic, "全部项目支出"),
    )
    pen.relate("sum", outlay, [basic, rest])
    pen.p(
        f"{year.year}年度本年支出合计", outlay, "，其中：基本支出", basic, "（占",
        pen.share(basic, outlay, figures.basic / whole["支出"]), "）；项目支出", rest, "（占",
        pen.share(rest, outlay, 1 - figures.basic / whole["支出"]), "）。",
    )  # fmt: skip
    first, last = pen.money(year.opening, "年初结转.now"), pen.money(totals.closing_of(year), "年末结转.now")
    pen.relate("balance", last, [(1, first), (1, income), (-1, outlay)])
    pen.h(1, "结转结余情况")
    pen.p("年初结转和结余", first, "，年末结转和结余", last, "。")
    pen.h(0, "预算绩效情况说明")
    other_matters.performance(pen)
    pen.h(0, "“三公”经费支出情况")
    sections.three(pen, figures)
    pen.h(0, "政府采购支出说明")
    other_matters.procurement(pen)
    pen.h(0, "国有资产占用情况说明")
    other_matters.assets(pen)
    return pen.report()


def accounts_in_prose(year: Year) -> Report:
    """Items by function in one long sentence each; budget, account, rate of completion."""
    year.other_income, year.fund.now = [], Decimal(0)
    pen = Pen("accounts_in_prose", year)
    figures = sections.Figures(pen)
    pen.p(f"{year.year}年度", pen.name(), "决算说明", heading=True)
    pen.h(0, "财政拨款支出决算情况说明")
    pen.h(1, "财政拨款支出决算总体情况")
    general = figures.totals["一般公共"]
    spent = pen.money(general, "支出.now")
    pen.p(
        f"{year.year}年度财政拨款支出", spent, "，占本年支出合计的100%。",
        pen.change(spent, general, total(year.items, "prior"), "支出"), "。",
    )  # fmt: skip
    pen.h(1, "财政拨款支出决算结构情况")
    sections.structure(pen, figures)
    pen.h(1, "财政拨款支出决算具体情况")
    budget = pen.money(total(year.items, "budget"), "支出.budget")
    pen.p(
        f"{year.year}年度财政拨款支出年初预算数为", budget, "，支出决算数为",
        pen.money(general, "支出.now"), "，完成年初预算的",
        pen.share(pen.said["支出.now", False], budget, general / total(year.items, "budget"), "rate"),
        "，其中：",
    )  # fmt: skip
    spent_parts, budget_parts = sections.numbered_items(pen)
    pen.relate("sum", spent, spent_parts)
    pen.relate("sum", budget, budget_parts)
    pen.h(0, "机关运行经费支出说明")
    other_matters.running_costs(pen)
    pen.h(0, "一般性支出情况")
    meeting, training = year.amount(1000, 40000), year.amount(1000, 60000)
    people, trainees = year.dice.randint(20, 300), year.dice.randint(20, 400)
    held, taught = year.dice.randint(1, 9), year.dice.randint(1, 9)
    pen.p(
        f"{year.year}年本部门开支会议费", pen.money(meeting), "，用于召开工作会议", Words(f"{held}次"),
        f"，人数{people}人；开支培训费", pen.money(training),
        f"，用于开展业务培训{taught}期，人数{trainees}人。联系电话：0739-5321{year.dice.randint(100, 999)}。",
    )  # fmt: skip
    return pen.report()

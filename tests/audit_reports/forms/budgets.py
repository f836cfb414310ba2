"""部门预算公开: by items with last year's execution, and a short one with tables in 元."""

from __future__ import annotations

from decimal import Decimal

from audit_reports import other_matters, sections, tables, totals
from audit_reports.figures import Year, total
from audit_reports.pen import Pen, joined, rounded
from audit_reports.pieces import Report, Words


def budget_by_items(year: Year) -> Report:
    """Tables in 元 behind the text in 万元; each item with what was spent last year, 增长 or 持平."""
    year.other_income, year.fund.now, year.fund.budget = [], Decimal(0), Decimal(0)
    pen, y = Pen("budget_by_items", year), year.year
    amount, prior = total(year.items, "budget"), total(year.items, "prior")
    pen.p(pen.name(), f"{y}年部门预算", heading=True)
    pen.h(0, "收支预算总体情况")
    income, outlay = pen.money(amount, "总计.budget"), pen.money(amount, "总计.budget")
    pen.p(
        f"{y}年", pen.name(), "收入预算", income, "，支出预算", outlay, "。",
        pen.change(outlay, amount, prior, "支出预算"), "。",
    )  # fmt: skip
    general = pen.money(amount, "总计.budget")
    pen.p(
        "财政拨款收入预算", general, "，比上年预算数相应变动，其中一般公共预算拨款收入",
        pen.money(amount, "总计.budget"), "。",
    )  # fmt: skip
    pen.h(0, "财政拨款支出主要内容")
    pen.p("财政拨款支出主要内容如下：")
    parts = []
    for number, item in enumerate(year.items, 1):
        head = pen.money(item.budget, f"项{item.code}.budget")
        parts.append(head)
        before, now = pen.money(item.prior), pen.money(item.budget, f"项{item.code}.budget")
        pen.p(
            f"{number}. “{item.way[0]}（类）{item.way[1]}（款）{item.name}（项）”科目", head, "，主要用于",
            sections.purpose(pen, item, _purpose), f"。{y - 1}年当年预算执行数为", before,
            f"，{y}年预算安排", now, "，", _against(pen, now, before, item.budget, item.prior), "。",
        )  # fmt: skip
    pen.relate("sum", outlay, parts)
    yuan = year.step >= 1 or year.dice.random() < 0.5
    totals.income_and_spending(pen, f"{y}年部门财务收支预算总表", "budget", yuan=yuan, words="预算数")
    tables.by_function(pen, f"{y}年部门一般公共预算支出功能分类预算表", "budget", total_at="below", yuan=yuan)
    tables.by_economic_item(pen, f"{y}年部门一般公共预算基本支出预算表", "budget", yuan=yuan)
    pen.levels[0] = 0
    pen.p("其他相关情况说明", heading=True)
    pen.h(0, "“三公”经费预算情况说明")
    _three(pen)
    pen.h(0, "政府采购预算情况")
    _procurement(pen)
    pen.h(0, "国有资产占有使用情况")
    other_matters.assets(pen)
    return pen.report()


def _against(pen: Pen, now, before, amount: Decimal, prior: Decimal) -> list:  # type: ignore[no-untyped-def]
    if rounded(amount / 10000) == rounded(prior / 10000):
        return [f"比{pen.year.year - 1}年预算执行数持平"]
    grew = amount > prior
    rate = pen.share(
        [(1, now), (-1, before)] if grew else [(1, before), (-1, now)],
        before,
        abs(amount / prior - 1),
        "growth",
    )
    right, wrong = ("增加", "减少") if grew else ("减少", "增加")
    word = Words(right, {"direction": wrong, "template": "增加（减少）"})
    return [f"比{pen.year.year - 1}年预算执行数", word, rate, "。", pen.reason(grew)]


def _purpose(name: str) -> str:
    return {"行政运行": "在职人员工资福利和日常公用支出", "一般行政管理事务": "各专项业务工作"}.get(
        name, name.removesuffix("支出")
    )


def _three(pen: Pen) -> None:
    year = pen.year
    abroad, buying, running, guests = year.trips
    amounts = {"now": total(year.trips, "budget"), "prior": total(year.trips, "prior")}
    whole = pen.money(amounts["now"], "三公预算")
    parts, said = [], []
    for name, accounts in (
        ("因公出国（境）费", [abroad]),
        ("公务用车购置及运行费", [buying, running]),
        ("公务接待费", [guests]),
    ):
        now, prior = total(accounts, "budget"), total(accounts, "prior")
        figure = pen.money(now)
        parts.append(figure)
        said.append([name, figure, "，", pen.change(figure, now, prior)])
    pen.relate("sum", whole, parts)
    pen.p(
        f"{year.year}年“三公”经费预算数为", whole, "，",
        pen.change(whole, amounts["now"], amounts["prior"]), "。其中：",
    )  # fmt: skip
    for number, one in enumerate(said):
        pen.p(f"（{'一二三'[number]}）", *one, "。")


def _procurement(pen: Pen) -> None:
    year = pen.year
    amounts = [year.amount(10000, 400000) for _ in range(3)]
    whole, parts = pen.money(sum(amounts, Decimal(0))), [pen.money(one) for one in amounts]
    pen.relate("sum", whole, parts)
    kinds = [
        [f"政府采购{kind}预算", part] for kind, part in zip(("货物", "工程", "服务"), parts, strict=True)
    ]
    pen.p(f"{year.year}年本部门政府采购预算", whole, "，其中：", joined(kinds, "、"), "。")


def budget_in_short(year: Year) -> Report:
    """A few paragraphs: totals, 基本 and 项目, running costs, projects as a numbered list."""
    year.other_income, year.fund.budget, year.fund.now = [], Decimal(0), Decimal(0)
    pen, y = Pen("budget_in_short", year), year.year
    amount, prior = total(year.items, "budget"), total(year.items, "prior")
    pen.p(f"{y}年", pen.name(), "部门预算公开说明", heading=True)
    pen.h(0, "部门收支总体情况")
    income = pen.money(amount, "收入预算")
    pen.p(
        "（一）收入预算。", f"{y}年年初预算数", income, "，其中：一般公共预算拨款",
        pen.money(amount, "收入预算"), "。收入", pen.change(income, amount, prior, "收支"), "。",
    )  # fmt: skip
    outlay = pen.money(amount, "支出预算")
    pen.relate("equality", outlay, income)
    classes = sorted({(one.code[:3], one.way[0]) for one in year.items})
    parts = [
        pen.money(total([one for one in year.items if one.code[:3] == code], "budget")) for code, _ in classes
    ]
    pen.relate("sum", outlay, parts)
    said = [[name, part] for (_, name), part in zip(classes, parts, strict=True)]
    pen.p("（二）支出预算。", f"{y}年年初预算数", outlay, "，其中，", joined(said, "，"), "。")
    pen.h(0, "一般公共预算拨款支出预算")
    basic, people = total(year.personnel + year.costs, "budget"), total(year.personnel, "budget")
    whole, one, other = pen.money(amount, "支出预算"), pen.money(basic), pen.money(amount - basic)
    pen.relate("sum", whole, [one, other])
    pen.p(f"{y}年一般公共预算拨款支出预算", whole, "，具体安排情况如下：")
    first, second = pen.money(people), pen.money(basic - people)
    pen.relate("sum", one, [first, second])
    pen.p(
        "（一）基本支出：", f"{y}年基本支出年初预算数为", one,
        "，主要是为保障部门正常运转而发生的各项支出，其中：人员经费", first, "，日常公用经费", second, "。",
    )  # fmt: skip
    lines = [(project.name, pen.money(project.budget)) for project in year.projects]
    pen.relate("sum", other, [figure for _, figure in lines])
    pen.p("（二）项目支出：", f"{y}年项目支出年初预算数为", other, f"，共安排项目{len(lines)}个，其中：")
    for number, (name, figure) in enumerate(lines, 1):
        pen.p(
            f"{number}．{name}项目", figure,
            pen.pick("；", "，主要用于该项工作的开展；") if number < len(lines) else "。",
        )  # fmt: skip
    pen.h(0, "其他重要事项的情况说明")
    costs, before = total(year.costs, "budget"), total(year.costs, "prior")
    run = pen.money(costs)
    pen.p(
        f"（一）机关运行经费。{y}年机关运行经费当年一般公共预算拨款", run, "，",
        pen.change(run, costs, before), "。",
    )  # fmt: skip
    pen.p("（二）“三公”经费预算。")
    _three(pen)
    return pen.report()

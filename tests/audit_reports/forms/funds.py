"""A social insurance fund: income, spending, balances that may be negative, people insured."""

from __future__ import annotations

from decimal import Decimal

from audit_reports.figures import Year
from audit_reports.pen import Pen, joined
from audit_reports.pieces import Report, Words


def insurance_fund(year: Year) -> Report:
    pen, y = Pen("insurance_fund", year), year.year
    centre = f"{year.place}社会保险服务中心"
    pen.p(centre, f"{y}年度社会保险基金预算执行情况报告", heading=True)
    pen.h(0, "总体情况")
    inflow = [year.amount(900000, 90000000), year.amount(10000, 900000), year.amount(100000, 9000000)]
    outflow = [year.amount(900000, 90000000), year.amount(1000, 30000), year.amount(1000, 400000)]
    first = year.amount(50000000, 300000000)
    got, gave = sum(inflow, Decimal(0)), sum(outflow, Decimal(0))
    income, spent = pen.money(got, "基金收入"), pen.money(gave, "基金支出")
    surplus, opening, closing = (
        pen.money(got - gave, "收支结余"),
        pen.money(first, "期初"),
        pen.money(first + got - gave, "期末"),
    )
    pen.relate("balance", surplus, [(1, income), (-1, spent)])
    pen.relate("balance", closing, [opening, surplus])
    pen.p(
        f"{y}年工伤保险基金实现收入", income, "，支出", spent, "，当年收支结余", surplus, "，期初结余",
        opening, "，期末滚存结余", closing, "。",
    )  # fmt: skip
    pen.h(0, "基金收入情况")
    again = pen.money(got, "基金收入")
    parts = [pen.money(one) for one in inflow]
    pen.relate("sum", again, parts)
    names = ("工伤保险费收入", "利息收入", "上级补助收入")
    said = [[name, part] for name, part in zip(names, parts, strict=True)]
    prior = year.near(got)
    pen.p(
        f"{y}年工伤保险基金收入", again, "，", pen.change(again, got, prior, "基金收入"), "。其中：",
        joined(said, pen.pick("，", "；")), "。",
    )  # fmt: skip
    planned_yuan = year.near(got, 8)
    planned = pen.money(planned_yuan)
    pen.p("完成年初预算", planned, "的", pen.share(again, planned, got / planned_yuan, "rate"), "。")
    pen.h(0, "基金支出情况")
    again = pen.money(gave, "基金支出")
    parts = [pen.money(one) for one in outflow]
    pen.relate("sum", again, parts)
    names = ("工伤保险待遇支出", "劳动能力鉴定支出", "工伤预防费用支出")
    for_whole = pen.share(parts[0], again, outflow[0] / gave)
    pen.p(
        f"{y}年工伤保险基金支出", again, "，", pen.change(again, gave, year.near(gave), "基金支出"),
        "。其中：", names[0], parts[0], "，占支出总额的", for_whole, "，",
        joined([[name, part] for name, part in zip(names[1:], parts[1:], strict=True)], "，"), "。",
    )  # fmt: skip
    pen.h(0, "参保情况")
    counts = [pen.dice.randint(1000, 30000), pen.dice.randint(100, 9000), pen.dice.randint(10, 5000)]
    people, groups = pen.count(sum(counts), "人"), [pen.count(one, "人") for one in counts]
    pen.relate("count", people, groups)
    kinds = ("企业职工", "机关事业单位人员", "按项目参保农民工")
    pen.p(
        f"截至{y}年底，全", Words(year.place[-1]), "工伤保险参保人数", people, "，其中：",
        joined([[kind, group] for kind, group in zip(kinds, groups, strict=True)], "、"), "。",
    )  # fmt: skip
    return pen.report()

"""项目支出绩效自评报告: one project with its money and outputs; a unit's many projects in one report."""

from __future__ import annotations

from decimal import Decimal

from audit_reports import other_matters
from audit_reports.figures import Year, total
from audit_reports.pen import Pen, joined, plain
from audit_reports.pieces import Figure, Report

OUTPUTS = (
    ("新建改造站点", "个"), ("开展宣传活动", "场次"), ("培训业务骨干", "人次"),
    ("发放宣传资料", "份"), ("完成现场核查", "次"), ("惠及群众", "户"),
)  # fmt: skip


def one_project(year: Year) -> Report:
    """Money by source, arrived, spent; uses of it; outputs against targets; areas with parts within parts."""
    pen, y = Pen("one_project", year), year.year
    project = year.projects[0]
    pen.p(f"{y}年{project.name}项目支出绩效自评报告", heading=True)
    pen.h(0, "项目概况")
    levels = ("中央", "省级", "市级", "县级")[pen.dice.randint(0, 1) :]
    amounts = [year.amount(20000, 2000000) for _ in levels]
    planned_yuan = sum(amounts, Decimal(0))
    planned, parts = pen.money(planned_yuan, "总投资"), [pen.money(one) for one in amounts]
    pen.relate("sum", planned, parts)
    said = [[f"{level}资金", part] for level, part in zip(levels, parts, strict=True)]
    pen.p(
        f"{project.name}项目由", pen.name(), f"组织实施，实施期限为{y}年3月至{y}年11月。项目计划总投资",
        planned, "，其中：", joined(said, "，"), "。",
    )  # fmt: skip
    if pen.dice.random() < 0.6:
        _areas(pen)
    pen.h(0, "项目资金情况")
    pen.h(1, "资金到位情况")
    share = Decimal(pen.dice.choice((100, 100, 95, 80))) / 100
    arrived_yuan = year.stepped(planned_yuan * share)
    again, arrived = pen.money(planned_yuan, "总投资"), pen.money(arrived_yuan, "到位")
    pen.p(
        f"截至{y}年12月31日，项目计划资金", again, "，实际到位", arrived, "，资金到位率",
        pen.share(arrived, again, arrived_yuan / planned_yuan, "rate"), "。",
    )  # fmt: skip
    pen.h(1, "资金使用情况")
    used_yuan = year.stepped(arrived_yuan * Decimal(pen.dice.randint(7000, 10000)) / 10000)
    left_yuan = arrived_yuan - used_yuan
    used, left, base = pen.money(used_yuan, "支出"), pen.money(left_yuan), pen.money(arrived_yuan, "到位")
    pen.relate("balance", left, [(1, base), (-1, used)])
    rate = pen.share(used, base, used_yuan / arrived_yuan, "rate")
    pen.p("项目到位资金", base, "，实际支出", used, "，资金使用率", rate, "，结余资金", left, "。")
    uses = _split(year, used_yuan, pen.dice.randint(3, 5))
    figures = [pen.money(one) for one in uses]
    pen.relate("sum", pen.said["支出", False], figures)
    names = ("设备购置", "材料费", "劳务费", "宣传培训费", "其他费用")
    said = [[name, figure] for name, figure in zip(names, figures, strict=False)]
    pen.p("支出", pen.money(used_yuan, "支出"), "主要用于以下方面：", joined(said, "、"), "。")
    pen.h(0, "项目绩效情况")
    for name, unit in pen.dice.sample(OUTPUTS, 3):
        goal = pen.dice.randint(5, 800)
        done = pen.dice.choice((goal, goal, goal - goal // 7))
        target, real = pen.count(goal, unit), pen.count(done, unit)
        pen.p(
            f"{name}计划", target, "，实际完成", real, "，完成率",
            pen.share(real, target, Decimal(done) / goal, "rate"), "。",
        )  # fmt: skip
    asked = pen.dice.randint(60, 500)
    happy = asked - pen.dice.randint(0, asked // 8)
    sent, good = pen.count(asked, "份"), pen.count(happy, "份")
    pen.p(
        "发放满意度调查问卷", sent, "，其中满意", good, "，满意度为",
        pen.share(good, sent, Decimal(happy) / asked), "。",
    )  # fmt: skip
    return pen.report()


def _split(year: Year, amount: Decimal, number: int) -> list[Decimal]:
    """Parts that make the amount to the cent."""
    weights = [year.dice.randint(5, 60) for _ in range(number)]
    parts = [year.stepped(amount * weight / sum(weights)) for weight in weights[1:]]
    return [amount - sum(parts, Decimal(0)), *parts]


def _areas(pen: Pen) -> None:
    """Square metres, parts within parts."""
    above_in, above_out, below = (Decimal(pen.dice.randint(1000, 90000)) / 10 for _ in range(3))

    def area(number: Decimal) -> Figure:
        text = plain(number)
        return Figure(text, unit="平方米", places=len(text.partition(".")[2]), exact=True)

    whole, above, under = area(above_in + above_out + below), area(above_in + above_out), area(below)
    counted, not_counted = area(above_in), area(above_out)
    pen.relate("sum", whole, [above, under])
    pen.relate("sum", above, [counted, not_counted])
    pen.p(
        "项目总建筑面积", whole, "，其中地上建筑面积", above, "（其中计容面积", counted, "，不计容面积",
        not_counted, "），地下建筑面积", under, "。",
    )  # fmt: skip


def many_projects(year: Year) -> Report:
    """How many projects, what grades, their money; a table of them with budget, spent, rate."""
    pen, y = Pen("many_projects", year), year.year
    pen.p(pen.name(), f"{y}年度项目支出绩效自评情况汇总报告", heading=True)
    pen.h(0, "自评工作开展情况")
    other_matters.performance(pen)
    pen.h(0, "项目资金执行情况")
    amount, budget = total(year.projects), total(year.projects, "budget")
    planned, spent = pen.money(budget, "项目.budget"), pen.money(amount, "项目.now")
    number = pen.count(len(year.projects), "个")
    pen.p(
        "纳入重点自评的项目", number, "，年初预算", planned, "，实际支出", spent, "，预算执行率",
        pen.share(spent, planned, amount / budget, "rate"), "。",
    )  # fmt: skip
    pen.p(pen.change(spent, amount, total(year.projects, "prior")), "。")
    yuan = pen.dice.random() < 0.3
    rows, columns = [], ([], [])
    for place, one in enumerate(year.projects, 1):
        cells = [pen.cell(one.budget, yuan=yuan), pen.cell(one.now, yuan=yuan)]
        for column, cell in zip(columns, cells, strict=True):
            column.append(cell)
        rows.append(
            [str(place), one.name, *cells, pen.share(cells[1], cells[0], one.now / one.budget, "rate")]
        )
    ends = [pen.cell(budget, "项目.budget", yuan=yuan), pen.cell(amount, "项目.now", yuan=yuan)]
    for end, column in zip(ends, columns, strict=True):
        pen.relate("sum", end, column)
    rows.append(["", "合计", *ends, pen.share(ends[1], ends[0], amount / budget, "rate")])
    unit = "元" if yuan else "万元"
    pen.p(f"{y}年度项目支出情况表", heading=True)
    pen.p(f"单位：{unit}")
    pen.table([["序号", "项目名称", "预算数", "执行数", "执行率（%）"], *rows], unit)
    pen.h(0, "主要做法")
    said = [[one.name, "支出", pen.money(one.now)] for one in year.projects[:2]]
    pen.p("一是突出重点保障，", joined(said, "，"), "；二是加强日常监管，严格执行〔2020〕65号文件规定。")
    return pen.report()

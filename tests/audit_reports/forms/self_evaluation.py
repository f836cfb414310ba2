"""部门整体支出绩效自评报告: the two outlines that the packs have, and the older one of some counties."""

from __future__ import annotations

from decimal import Decimal

from audit_reports import other_matters, sections
from audit_reports.figures import Year, total
from audit_reports.forms.scores import score_table, scores_in_words
from audit_reports.pen import Pen, joined
from audit_reports.pieces import Figure, Report, Words
from audit_reports.tables import CLASSES
from audit_reports.totals import closing_of


def outline_a(year: Year) -> Report:
    """Income, spending by three classifications, balances; then general budget, and scores in words."""
    year.other_income = []
    pen, y = Pen("outline_a", year), year.year
    figures = sections.Figures(pen)
    whole = figures.totals
    pen.p("附件1")
    pen.p(year.unit, f"{y}年部门整体支出绩效评价报告", heading=True)
    pen.h(0, "部门、单位基本情况")
    pen.h(1, "部门概况")
    other_matters.staff(pen)
    pen.h(0, "部门整体收支情况")
    pen.h(1, f"{y}年度部门整体收入情况")
    income = pen.money(whole["收入"], "本年收入合计.now")
    general, fund = (
        pen.money(whole["收入"] - year.fund.now, "一般公共收入.now"),
        pen.money(year.fund.now, "基金收入.now"),
    )
    pen.relate("sum", income, [general, fund])
    pen.p(
        f"{y}年度部门本年收入总计", income, "，均为财政拨款收入。其中：本年一般公共预算收入", general,
        "；本年政府性基金预算收入", fund, "。",
    )  # fmt: skip
    pen.h(1, f"{y}年度部门整体支出情况")
    outlay = pen.money(whole["支出"], "本年支出合计.now")
    pen.p(f"{y}年度部门本年支出总计", outlay, "，均为财政拨款支出。")
    basic, rest = (
        pen.money(figures.basic, "基本支出"),
        pen.money(whole["支出"] - figures.basic, "全部项目支出"),
    )
    pen.relate("sum", outlay, [basic, rest])
    pen.p("按支出性质分类，其中：基本支出", basic, "；项目支出", rest, "。")
    classes = _classes(year)
    parts = [pen.money(amount, f"类{code}.now") for code, _, amount in classes]
    pen.relate("sum", outlay, parts)
    pen.p(
        "按支出功能分类，其中：",
        joined([[name, part] for (_, name, _), part in zip(classes, parts, strict=True)]), "。",
    )  # fmt: skip
    first, last = pen.money(year.opening, "年初结转"), pen.money(closing_of(year), "年末结转")
    pen.relate("balance", last, [(1, first), (1, income), (-1, outlay)])
    pen.h(1, f"{y}年度结转结余情况")
    pen.p(f"{y}年度年初结转结余", first, "；年末结转结余", last, "。")
    pen.h(0, "一般公共预算收支情况")
    pen.h(1, "一般公共预算支出")
    amount = whole["一般公共"]
    spent = pen.money(amount, "支出.now")
    pen.p(
        f"{y}年一般公共预算支出", spent, "，",
        pen.change(spent, amount, total(year.items, "prior"), "支出"), "。",
    )  # fmt: skip
    pen.h(2, "基本支出情况")
    again, economic = pen.money(figures.basic, "基本支出"), _economic(pen)
    pen.relate("sum", again, [figure for _, figure in economic])
    pen.p(
        f"{y}年基本支出", again, "。按经济科目划分，各项支出金额分别为：",
        joined([[name, figure] for name, figure in economic]), "。",
    )  # fmt: skip
    pen.h(2, "项目支出情况")
    _projects(pen)
    pen.h(0, "社会保险基金预算支出情况")
    pen.p("（无）")
    pen.h(0, "部门整体支出绩效情况")
    scores_in_words(pen)
    sections.three(pen, figures)
    return pen.report()


def outline_b(year: Year) -> Report:
    """General budget, people and office, the three expenses, a score table as an annex."""
    year.other_income, year.fund.now = [], Decimal(0)
    pen, y = Pen("outline_b", year), year.year
    figures = sections.Figures(pen)
    amount = figures.totals["一般公共"]
    pen.p(pen.name(), f"{y}年度部门整体支出绩效自评报告", heading=True)
    pen.h(0, "部门、单位基本情况")
    other_matters.staff(pen)
    pen.h(0, "一般公共预算支出情况")
    spent = pen.money(amount, "支出.now")
    basic, rest = pen.money(figures.basic, "基本支出"), pen.money(amount - figures.basic, "全部项目支出")
    pen.relate("sum", spent, [basic, rest])
    pen.p(
        f"{y}年，本单位一般公共预算支出共计", spent, "，其中基本支出", basic, "，占比",
        pen.share(basic, spent, figures.basic / amount), "，项目支出", rest, "，占比",
        pen.share(rest, spent, 1 - figures.basic / amount), "。",
    )  # fmt: skip
    pen.h(1, "基本支出情况")
    sections.basic(pen, figures)
    sections.three(pen, figures)
    pen.h(1, "项目支出情况")
    _projects(pen)
    pen.h(0, "政府性基金预算支出情况")
    pen.p("（无）")
    pen.h(0, "部门整体支出绩效情况")
    budget = total(year.items, "budget")
    planned = pen.money(budget)
    again = pen.money(amount, "支出.now")
    pen.p(
        f"{y}年年初预算安排", planned, "，全年实际支出", again, "，预算执行率为",
        pen.share(again, planned, amount / budget, "rate"), "。",
    )  # fmt: skip
    pen.h(0, "存在的问题及原因分析")
    pen.p("预算编制的精细化程度有待提高，个别项目支付进度偏慢，12月集中支付的情况仍然存在。")
    pen.p(f"附件2：{y}年度部门整体支出绩效自评表", heading=True)
    score_table(pen)
    return pen.report()


def outline_c(year: Year) -> Report:
    """Begins with what the unit is and what it got; budget added during the year; result at the end."""
    year.other_income, year.fund.now, year.opening = [], Decimal(0), Decimal(0)
    pen, y = Pen("outline_c", year), year.year
    figures = sections.Figures(pen)
    amount, budget = figures.totals["一般公共"], total(year.items, "budget")
    pen.p(f"关于{y}年度", pen.name(), "整体支出绩效评价的自评报告", heading=True)
    pen.p(
        f"根据《关于开展{y}年度财政资金绩效自评工作的通知》",
        f"（财绩〔{y + 1}〕{pen.dice.randint(2, 60)}号）要求，",
        "现将有关情况报告如下：",
    )  # fmt: skip
    pen.h(0, "基本情况")
    pen.h(1, "部门整体支出概况")
    more = amount - budget
    planned, spent = pen.money(budget, "年初预算"), pen.money(amount, "支出.now")
    change = pen.money(abs(more))
    pen.relate("change", spent, [(1, planned), (1 if more > 0 else -1, change)])
    word = "追加" if more > 0 else "调减"
    pen.p(
        f"{y}年年初部门预算", planned, f"，年中{word}", change, "，全年实际支出", spent, "。",
        _parts(pen, spent, figures),
    )  # fmt: skip
    pen.p(pen.change(spent, amount, total(year.items, "prior"), "支出"), "。")
    pen.h(1, "部门整体支出绩效目标")
    pen.p("保障机关正常运转，完成年度重点工作任务，群众满意度达到95%以上。")
    pen.h(1, "实施情况分析")
    economic = _economic(pen)
    basic = pen.money(figures.basic, "基本支出")
    pen.relate("sum", basic, [figure for _, figure in economic])
    pen.p("基本支出", basic, "，包括", joined([[name, figure] for name, figure in economic], "，"), "。")
    _projects(pen)
    pen.h(0, "“三公”经费使用情况")
    sections.three(pen, figures)
    pen.h(0, "绩效评价工作情况")
    scores_in_words(pen)
    pen.h(0, "存在的主要问题")
    pen.p("一是预算编制不够科学；二是绩效指标设置不够细化，量化程度不高。")
    return pen.report()


def _parts(pen: Pen, spent: Figure, figures: sections.Figures) -> list:
    amount = figures.totals["一般公共"]
    basic, rest = pen.money(figures.basic, "基本支出"), pen.money(amount - figures.basic, "全部项目支出")
    pen.relate("sum", spent, [basic, rest])
    return ["其中：基本支出", basic, "，项目支出", rest, "。"]


def _classes(year: Year) -> list[tuple[str, str, Decimal]]:
    classes = sorted({(one.code[:3], one.way[0]) for one in year.items})
    rows = [
        (code, name, total([one for one in year.items if one.code[:3] == code])) for code, name in classes
    ]
    return [*rows, *([("212", "城乡社区支出", year.fund.now)] if year.fund.now else [])]


def _economic(pen: Pen) -> list[tuple[str, Figure]]:
    accounts = pen.year.personnel + pen.year.costs
    codes = sorted({one.code[:3] for one in accounts})
    return [
        (
            CLASSES[code],
            pen.money(total([one for one in accounts if one.code[:3] == code]), f"经济{code}.now"),
        )
        for code in codes
    ]


def _projects(pen: Pen) -> None:
    """The projects as a list that makes the whole, or as a few examples that do not."""
    year = pen.year
    amount = total(year.projects)
    whole = pen.money(amount)
    budget = total(year.projects, "budget")
    planned = pen.money(budget)
    rate = pen.share(whole, planned, amount / budget, "rate")
    figures = [pen.money(one.now) for one in year.projects]
    said = [[one.name, Words("经费"), figure] for one, figure in zip(year.projects, figures, strict=True)]
    if pen.dice.random() < 0.3:
        pen.p(
            f"{year.year}年一般公共预算项目支出年初预算", planned, "，实际支出", whole, "，执行率", rate,
            "，如", said[0], "等。",
        )  # fmt: skip
        return
    pen.relate("sum", whole, figures)
    pen.p(
        f"{year.year}年一般公共预算项目支出年初预算", planned, "，实际支出", whole, "，执行率", rate,
        "。其中：", joined(said), "。",
    )  # fmt: skip

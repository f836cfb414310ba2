"""Sections of prose that several genres have, each in more than one wording."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from audit_reports.figures import Account, Year, total
from audit_reports.pen import Pen, joined, rounded
from audit_reports.pieces import Figure, Words
from audit_reports.totals import closing_of


class Figures:
    """The totals of a year, and what this author writes about them."""

    def __init__(self, pen: Pen) -> None:
        self.pen, year = pen, pen.year
        self.year: Year = year
        general = total(year.items)
        spent = general + year.fund.now
        received = spent + closing_of(year) - year.opening
        self.basic = total(year.personnel + year.costs)
        self.totals = {"一般公共": general, "支出": spent, "收入": received, "总计": received + year.opening}

    def incomes(self) -> list[tuple[str, Decimal]]:
        year = self.year
        earned = total(year.other_income)
        rows = [("一般公共预算财政拨款收入", self.totals["收入"] - earned - year.fund.now)]
        rows += [("政府性基金预算财政拨款收入", year.fund.now)] if year.fund.now else []
        return [*rows, *((one.name, one.now) for one in year.other_income)]


def whole(pen: Pen, figures: Figures) -> None:
    amount, y = figures.totals["总计"], pen.year.year
    figure = pen.money(amount, "总计.now")
    lead = pen.pick(f"{y}年度收入支出总计", f"{y}年度收入总计、支出总计均为", f"{y}年收、支总计")
    pen.p(lead, figure, "。", pen.change(figure, amount, pen.year.near(amount), "总计"), "。")


def income(pen: Pen, figures: Figures) -> None:
    year, amount = pen.year, figures.totals["收入"]
    figure = pen.money(amount, "本年收入合计.now")
    rows = [("财政拨款收入", amount)] if pen.dice.random() < 0.3 else figures.incomes()
    parts = [pen.money(one, "" if name == "财政拨款收入" else f"{_key(name)}.now") for name, one in rows]
    pen.relate("sum", figure, parts)
    said = [
        [name, part, "，占", pen.pick("", "本年收入的"), pen.share(part, figure, one / amount)]
        for (name, one), part in zip(rows, parts, strict=True)
    ]
    pen.p(f"{year.year}年度本年收入合计", figure, "，其中：", joined(said), "。")


def _key(name: str) -> str:
    return {"一般公共预算财政拨款收入": "一般公共收入", "政府性基金预算财政拨款收入": "基金收入"}.get(
        name, name
    )


def spending(pen: Pen, figures: Figures) -> None:
    amount, basic = figures.totals["支出"], figures.basic
    figure = pen.money(amount, "本年支出合计.now")
    parts = [pen.money(basic, "基本支出"), pen.money(amount - basic, "全部项目支出")]
    pen.relate("sum", figure, parts)
    shares = [
        pen.share(part, figure, true / amount)
        for part, true in zip(parts, (basic, amount - basic), strict=True)
    ]
    pen.p(
        "本年支出合计", figure, "，其中：基本支出", parts[0], "，占", shares[0], "；项目支出", parts[1],
        "，占", shares[1], "。",
    )  # fmt: skip


def general(pen: Pen, figures: Figures) -> None:
    amount, whole_ = figures.totals["一般公共"], figures.totals["支出"]
    figure, outlay = pen.money(amount, "支出.now"), pen.said["本年支出合计.now", False]
    share = pen.share(figure, outlay, amount / whole_)
    year = pen.year
    pen.p(f"{year.year}年度一般公共预算财政拨款支出", figure, "，占本年支出合计的", share, "。")
    pen.p(pen.change(figure, amount, total(year.items, "prior"), "支出"), "。")
    budget = total(year.items, "budget")
    planned, again = pen.money(budget, "支出.budget"), pen.money(amount, "支出.now")
    pen.p(
        f"{year.year}年度一般公共预算财政拨款支出年初预算为", planned, "，支出决算为", again,
        "，完成年初预算的", pen.share(again, planned, amount / budget, "rate"), "。",
        pen.beside(again, planned, (amount, budget)), "。",
    )  # fmt: skip


def structure(pen: Pen, figures: Figures) -> None:
    """支出按功能分类: classes with their shares."""
    year, amount = pen.year, figures.totals["一般公共"]
    figure = pen.money(amount, "支出.now")
    parts, said = [], []
    for code, name in sorted({(one.code[:3], one.way[0]) for one in year.items}):
        one = total([item for item in year.items if item.code[:3] == code])
        part = pen.money(one, f"类{code}.now")
        parts.append(part)
        said.append([name, "（类）", part, "，占", pen.share(part, figure, one / amount)])
    pen.relate("sum", figure, parts)
    pen.p(f"{year.year}年度一般公共预算财政拨款支出", figure, "，主要用于以下方面：", joined(said), "。")


def numbered_items(pen: Pen) -> tuple[list[Figure], list[Figure]]:
    """类（款）项 with budget, account, rate and reason; the budget of an item can be nothing."""
    spent, planned = [], []
    style = pen.dice.randrange(3)
    for number, item in enumerate(pen.year.items, 1):
        name = f"{item.way[0]}（类）{item.way[1]}（款）{item.name}（项）"
        budget, now = (
            pen.money(item.budget, f"项{item.code}.budget"),
            pen.money(item.now, f"项{item.code}.now"),
        )
        spent.append(now)
        planned.append(budget)
        rate = pen.share(now, budget, item.now / item.budget, "rate") if item.budget and style != 1 else None
        done = ["，完成年初预算的", rate] if rate else []
        why = pen.beside(now, budget, (item.now, item.budget))
        if style == 0:
            pen.p(f"{number}.{name}。年初预算为", budget, "，支出决算为", now, done, "。", why, "。")
        elif style == 1:
            pen.p(
                f"{number}、{name}，主要用于", purpose(pen, item, _purpose), "。年初预算为", budget,
                "，支出决算为", now, "，", why, "。",
            )  # fmt: skip
        else:
            pen.p(f"（{number}）{name}：支出决算为", now, "，年初预算为", budget, done, "，", why, "。")
    return spent, planned


def purpose(pen: Pen, item: Account, said: Callable[[str], str]) -> Words:
    """What an item is for; a slip is what its neighbour is for."""
    others = [said(one.name) for one in pen.year.items if one.name != item.name]
    return Words(said(item.name), {"purpose": pen.dice.choice(others)})


def _purpose(name: str) -> str:
    return {"行政运行": "保障机关正常运转的人员和公用支出"}.get(name, f"{name}方面的支出")


def items(pen: Pen, figures: Figures) -> None:
    spent, planned = numbered_items(pen)
    pen.relate("sum", pen.said["支出.now", False], spent)
    pen.relate("sum", pen.said["支出.budget", False], planned)


def basic(pen: Pen, figures: Figures) -> None:
    year = pen.year
    figure = pen.money(figures.basic, "基本支出")
    people, office = (
        pen.money(total(year.personnel), "人员经费.now"),
        pen.money(total(year.costs), "公用经费.now"),
    )
    pen.relate("sum", figure, [people, office])
    people_names, office_names = ([one.name for one in of] for of in (year.personnel, year.costs))
    listed = Words("、".join(office_names))
    if (f"经济{year.idle[0].code}.now", False) in pen.said:  # the table shows what was not used
        extra = pen.dice.choice(year.idle).name
        listed.slips["listed account"] = "、".join([office_names[0], extra, *office_names[1:]])
    verb = pen.pick("主要包括", "主要用于", "包括")
    pen.p(
        f"{year.year}年度一般公共预算财政拨款基本支出", figure, "，其中：人员经费", people,
        f"，{verb}{'、'.join(people_names)}；公用经费", office, f"，{verb}", listed, "。",
    )  # fmt: skip


def three(pen: Pen, figures: Figures) -> None:
    """“三公”经费: totals, shares, each with change, and counts."""
    year = pen.year
    abroad, buying, running, guests = year.trips
    whole_now, whole_budget = total(year.trips), total(year.trips, "budget")
    cars = Account(
        "", "用车", (), buying.now + running.now, buying.budget + running.budget, buying.prior + running.prior
    )
    if rounded(whole_now / 10000) == 0:
        pen.p(f"{year.year}年度无“三公”经费财政拨款支出。")
        return
    planned, spent = pen.money(whole_budget, "三公.合计.预算"), pen.money(whole_now, "三公.合计.决算")
    rate = pen.share(spent, planned, whole_now / whole_budget, "rate")
    pen.p(
        f"{year.year}年度“三公”经费财政拨款支出预算为", planned, "，支出决算为", spent, "，完成预算的",
        rate, "，其中：",
    )  # fmt: skip
    rows = (
        ("因公出国（境）费", abroad, "三公.因公出国（境）费"),
        ("公务用车购置及运行维护费", cars, "三公.用车"),
        ("公务接待费", guests, "三公.公务接待费"),
    )  # fmt: skip
    parts, budgets = [], []
    for name, one, key in rows:
        budget, now = pen.money(one.budget, f"{key}.预算"), pen.money(one.now, f"{key}.决算")
        parts.append(now)
        budgets.append(budget)
        done = ["，完成预算的", pen.share(now, budget, one.now / one.budget, "rate")] if one.budget else []
        same = rounded(one.now / 10000) == rounded(one.prior / 10000)
        lead = "与上年持平" if same else pen.change(now, one.now, one.prior, key)
        pen.p(f"{name}支出预算为", budget, "，支出决算为", now, done, "，", lead, "。")
    pen.relate("sum", spent, parts)
    pen.relate("sum", planned, budgets)
    shares = [
        pen.share(now, spent, one.now / whole_now) for (_, one, _), now in zip(rows, parts, strict=True)
    ]
    said = [
        [f"{name}支出决算", pen.money(one.now, f"{key}.决算"), "，占", share]
        for (name, one, key), share in zip(rows, shares, strict=True)
    ]
    pen.p(f"{year.year}年度“三公”经费财政拨款支出决算中，", joined(said), "。")
    buy, run = (
        pen.money(buying.now, "三公.公务用车购置费.决算"),
        pen.money(running.now, "三公.公务用车运行维护费.决算"),
    )
    pen.relate("sum", parts[1], [buy, run])
    bought = year.dice.randint(1, 3) if buying.now else 0
    pen.p(
        "公务用车购置及运行维护费中，公务用车购置支出", buy, f"，购置车辆{bought}辆；公务用车运行维护支出",
        run, "，主要用于燃料、维修和保险等。",
    )  # fmt: skip
    groups = year.dice.randint(3, 60) if guests.now else 0
    pen.p(
        "公务接待费主要用于上级检查指导的接待，",
        f"全年共接待{groups}批次{groups * 7}人次。" if groups else "全年国内公务接待0批次0人次。",
    )  # fmt: skip

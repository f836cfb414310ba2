"""公开01 and 公开04: income on one side, spending by class on the other, carried forward and balanced."""

from __future__ import annotations

from decimal import Decimal

from audit_reports.figures import Year, listed, total
from audit_reports.pen import NUMERALS, Pen
from audit_reports.pieces import Figure

ALL_CLASSES, ALL_INCOMES = listed("classes"), listed("incomes")  # as the form prints them
FUND_CLASS = "城乡社区支出"


def income_and_spending(
    pen: Pen, title: str, of: str = "now", *, yuan: bool = False, words: str = "决算数"
) -> None:
    """With all rows of the form, or with those alone that have an amount."""
    year: Year = pen.year
    _head(pen, title, yuan)
    earned, fund = total(year.other_income, of), getattr(year.fund, of)
    spent = total(year.items, of) + fund
    # budgets carry nothing forward
    opening, closing = (year.opening, closing_of(year)) if of == "now" else (Decimal(0), Decimal(0))
    received = spent + closing - opening
    left = {"一般公共预算财政拨款收入": (received - earned - fund, f"一般公共收入.{of}")}
    left |= {"政府性基金预算财政拨款收入": (fund, f"基金收入.{of}")} if fund else {}
    left |= {one.name: (getattr(one, of), f"{one.name}.{of}") for one in year.other_income}
    right = _spent(year, of)
    right |= {FUND_CLASS: (fund, f"基金支出.{of}")} if fund else {}
    every = pen.dice.random() < 0.5
    incomes = _side(pen, left, ALL_INCOMES if every else [], yuan)
    outlays = _side(pen, right, ALL_CLASSES if every else [], yuan)
    income = pen.cell(received, f"本年收入合计.{of}", yuan=yuan)
    outlay = pen.cell(spent, f"本年支出合计.{of}", yuan=yuan)
    pen.relate("sum", income, _figures(incomes))
    pen.relate("sum", outlay, _figures(outlays))
    first, last = (
        pen.cell(opening, f"年初结转.{of}", yuan=yuan),
        pen.cell(closing, f"年末结转.{of}", yuan=yuan),
    )
    both = [pen.cell(received + opening, f"总计.{of}", yuan=yuan) for _ in "ab"]
    pen.relate("balance", both[0], [income, first])
    pen.relate("balance", both[1], [outlay, last])
    rows = [
        ["本年收入合计", income, "本年支出合计", outlay],
        ["年初结转和结余", first, "年末结转和结余", last],
        ["总计", both[0], "总计", both[1]],
    ]
    if every:
        rows.insert(1, ["使用非财政拨款结余", "", "结余分配", ""])
    head = [["收入", "", "支出", ""], ["项目", words, "项目", words]]
    pen.table([*head, *_beside(incomes, outlays), *rows], "元" if yuan else "万元")


def by_kind_of_money(pen: Pen, title: str, *, yuan: bool = False) -> None:
    """财政拨款收入支出决算总表: each class in all, from the general budget, funds, state capital."""
    year = pen.year
    _head(pen, title, yuan)
    fund = year.fund.now
    spent = total(year.items) + fund
    received = spent + closing_of(year) - year.opening
    left = {"一般公共预算财政拨款": (received - fund, "一般公共收入.now")}
    left |= {"政府性基金预算财政拨款": (fund, "基金收入.now")} if fund else {}
    three = [one.removesuffix("收入") for one in ALL_INCOMES[:3]]
    incomes = _side(pen, left, three, yuan)
    rows, wholes, generals, funds = [], [], [], []
    classes = _spent(year, "now") | ({FUND_CLASS: (fund, "基金支出.now")} if fund else {})
    every = ALL_CLASSES if pen.dice.random() < 0.5 else list(classes)
    for number, name in enumerate(every):
        amount, key = classes.get(name, (None, ""))
        cells: list = ["", "", "", ""]
        if amount is not None:
            place = 2 if name == FUND_CLASS and fund else 1
            cells[0] = pen.cell(amount, key, yuan=yuan)
            cells[place] = pen.cell(amount, key, yuan=yuan)
            wholes.append(cells[0])
            (funds if place == 2 else generals).append(cells[place])
        rows.append([f"{NUMERALS[number]}、{name}", *cells])
    income = pen.cell(received, "本年收入合计.now", yuan=yuan)
    ends = [pen.cell(spent, "本年支出合计.now", yuan=yuan), pen.cell(spent - fund, "支出.now", yuan=yuan)]
    pen.relate("sum", income, _figures(incomes))
    pen.relate("sum", ends[0], wholes)
    pen.relate("sum", ends[1], generals)
    last = pen.cell(fund, "基金支出.now", yuan=yuan) if fund else ""
    if fund:
        pen.relate("row", ends[0], [ends[1], last])
        pen.relate("sum", last, funds)
    head = [
        ["收入", "", "支出", "", "", "", ""],
        [
            "项目",
            "决算数",
            "项目",
            "合计",
            "一般公共预算财政拨款",
            "政府性基金预算财政拨款",
            "国有资本经营预算财政拨款",
        ],
    ]
    foot = ["本年收入合计", income, "本年支出合计", *ends, last, ""]
    pen.table([*head, *_beside(incomes, rows), foot], "元" if yuan else "万元")


def closing_of(year: Year) -> Decimal:
    """What is carried forward: part of what was brought."""
    return year.stepped(year.opening * Decimal(year.year % 7) / 10)


def _head(pen: Pen, title: str, yuan: bool) -> None:
    pen.p(title, heading=True)
    pen.p(pen.name(), "    ", f"单位：{'元' if yuan else '万元'}")


def _spent(year: Year, of: str) -> dict[str, tuple[Decimal, str]]:
    """Class -> amount and key."""
    return {
        way: (total([one for one in year.items if one.way[0] == way], of), f"类{code}.{of}")
        for code, way in sorted({(one.code[:3], one.way[0]) for one in year.items})
    }


def _side(pen: Pen, amounts: dict[str, tuple[Decimal, str]], every: list[str], yuan: bool) -> list[list]:
    return [
        [f"{NUMERALS[number]}、{name}", pen.cell(*amounts[name], yuan=yuan) if name in amounts else ""]
        for number, name in enumerate(every or amounts)
    ]


def _figures(rows: list[list]) -> list[Figure]:
    return [row[1] for row in rows if isinstance(row[1], Figure)]


def _beside(left: list[list], right: list[list]) -> list[list]:
    """Rows of both sides; the shorter side ends earlier."""
    height = max(len(left), len(right))
    return [
        [*(left[n] if n < len(left) else ["", ""]), *(right[n] if n < len(right) else [""] * len(right[0]))]
        for n in range(height)
    ]

"""The published tables that several forms have: by function, by economic item, the three expenses."""

from __future__ import annotations

from decimal import Decimal

from audit_reports.figures import Account, total
from audit_reports.pen import Pen
from audit_reports.pieces import Figure, Words


def by_function(
    pen: Pen, title: str, of: str = "now", *, total_at: str = "above", yuan: bool = False, words: str = "支出"
) -> None:
    """Codes of three, five and seven digits; classes make the total, every row is 基本 and 项目."""
    year, made = pen.year, []
    pen.p(title.format(pen.name()) if "{" in title else title, heading=True)
    pen.p(f"单位：{'元' if yuan else '万元'}")

    def row(code: str, name: str, members: list[Account], key: str) -> list[Figure]:
        basic = sum((_basic(one, of) for one in members), Decimal(0))
        all_of_it = total(members, of)
        figures = [
            pen.cell(all_of_it, f"{key}.{of}", yuan=yuan),
            pen.cell(basic, f"{key}.{of}.基本", yuan=yuan),
            pen.cell(all_of_it - basic, f"{key}.{of}.项目", yuan=yuan),
        ]
        pen.relate("row", figures[0], figures[1:])
        made.append([code, name, *figures])
        return figures

    whole = row("", "合计", year.items, "支出") if total_at == "above" else None
    classes = []
    for class_code in sorted({one.code[:3] for one in year.items}):
        of_class = [one for one in year.items if one.code[:3] == class_code]
        class_ = row(class_code, of_class[0].way[0], of_class, f"类{class_code}")
        classes.append(class_)
        groups = []
        for code in sorted({one.code[:5] for one in of_class}):
            of_group = [one for one in of_class if one.code[:5] == code]
            group = row(code, of_group[0].way[1], of_group, f"款{code}")
            groups.append(group)
            items = [row(one.code, one.name, [one], f"项{one.code}") for one in of_group]
            _columns(pen, group, items)
        _columns(pen, class_, groups)
    if whole is None:
        whole = row("", "合计", year.items, "支出")
    _columns(pen, whole, classes)
    pen.table(
        [["科目编码", "科目名称", f"{words}合计", "基本支出", "项目支出"], *made], "元" if yuan else "万元"
    )


def _basic(one: Account, of: str) -> Decimal:
    if of == "now":
        return one.basic
    return getattr(one, of) if one.basic else Decimal(0)


def _columns(pen: Pen, whole: list[Figure], parts: list[list[Figure]]) -> None:
    for number, figure in enumerate(whole):
        pen.relate("hierarchy", figure, [part[number] for part in parts])


def by_economic_item(pen: Pen, title: str, of: str = "now", *, yuan: bool = False) -> None:
    """Two sides, people on the left and the office on the right; their totals in the last row."""
    pen.p(title, heading=True)
    pen.p(f"单位：{'元' if yuan else '万元'}")
    used = pen.year.costs + (pen.year.idle if of == "now" and pen.dice.random() < 0.6 else [])
    people, office = _classes(pen, pen.year.personnel, of, yuan), _classes(pen, used, of, yuan)
    rows = [["编码", "科目名称", "金额", "编码", "科目名称", "金额"]]
    for number in range(max(len(people), len(office))):
        left = people[number] if number < len(people) else ["", "", ""]
        right = office[number] if number < len(office) else ["", "", ""]
        rows.append([*left, *right])
    ends = []
    for side, key, accounts in (
        (people, "人员经费", pen.year.personnel),
        (office, "公用经费", pen.year.costs),
    ):
        figure = pen.cell(total(accounts, of), f"{key}.{of}", yuan=yuan)
        pen.relate("sum", figure, [row[2] for row in side if len(row[0]) == 3])
        ends += ["", f"{key}合计", figure]
    pen.table([*rows, ends], "元" if yuan else "万元")


CLASSES = {"301": "工资福利支出", "302": "商品和服务支出", "303": "对个人和家庭的补助", "310": "资本性支出"}


def _classes(pen: Pen, accounts: list[Account], of: str, yuan: bool) -> list[list]:
    rows = []
    for code in sorted({one.code[:3] for one in accounts}):
        members = sorted((one for one in accounts if one.code[:3] == code), key=lambda one: one.code)
        head = pen.cell(total(members, of), f"经济{code}.{of}", yuan=yuan)
        items = [
            [one.code, one.name, pen.cell(getattr(one, of), f"经济{one.code}.{of}", yuan=yuan)]
            for one in members
        ]
        pen.relate("hierarchy", head, [item[2] for item in items])
        rows += [[code, CLASSES[code], head], *items]
    return rows


def three_expenses(pen: Pen, title: str, *, yuan: bool = False) -> None:
    """“三公”经费: one row of twelve figures, budget and account of each."""
    pen.p(title, heading=True)
    pen.p(f"单位：{'元' if yuan else '万元'}")
    abroad, buying, running, guests = pen.year.trips
    cells = []
    for of in ("budget", "now"):
        key = {"budget": "预算", "now": "决算"}[of]
        one = [
            pen.cell(getattr(a, of), f"三公.{a.name}.{key}", yuan=yuan)
            for a in (abroad, buying, running, guests)
        ]
        cars = pen.cell(getattr(buying, of) + getattr(running, of), f"三公.用车.{key}", yuan=yuan)
        whole = pen.cell(total(pen.year.trips, of), f"三公.合计.{key}", yuan=yuan)
        pen.relate("sum", cars, one[1:3])
        pen.relate("sum", whole, [one[0], cars, one[3]])
        cells.append([whole, one[0], cars, one[1], one[2], one[3]])
    names = [
        "合计",
        "因公出国（境）费",
        "公务用车购置及运行维护费小计",
        "公务用车购置费",
        "公务用车运行维护费",
        "公务接待费",
    ]
    pen.table(
        [["", *names], ["预算数", *cells[0]], ["决算数", *cells[1]]]
        if pen.dice.random() < 0.5
        else [
            [word for name in names for word in (name, "")],
            ["预算数", "决算数"] * 6,
            [cell for pair in zip(*cells, strict=True) for cell in pair],
        ],
        "元" if yuan else "万元",
    )  # fmt: skip
    pen.p(Words("", {"empty note": "注：本部门本年度无此项支出，故本表为空表。"}))

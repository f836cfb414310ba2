"""其他重要事项: running costs, procurement, vehicles, staff, projects that were evaluated."""

from __future__ import annotations

from decimal import Decimal

from audit_reports.figures import total
from audit_reports.pen import Pen, joined, plain


def running_costs(pen: Pen) -> None:
    year, amount = pen.year, total(pen.year.costs)
    figure = pen.money(amount, "公用经费.now" if pen.dice.random() < 0.7 else "")
    lead = pen.pick("机关运行经费支出", f"{year.year}年度机关运行经费支出", "本部门机关运行经费支出")
    pen.p(lead, figure, "，", pen.change(figure, amount, total(year.costs, "prior")), "。")


def procurement(pen: Pen) -> None:
    year = pen.year
    parts = [year.amount(10000, 900000) if pen.dice.random() < 0.8 else Decimal(0) for _ in range(3)]
    amount = sum(parts, Decimal(0))
    if not amount:
        pen.p(f"{year.year}年度本部门无政府采购支出。")
        return
    whole_, figures = pen.money(amount, "采购"), [pen.money(part) for part in parts]
    pen.relate("sum", whole_, figures)
    kinds = [
        [f"政府采购{kind}支出", figure]
        for kind, figure in zip(("货物", "工程", "服务"), figures, strict=True)
    ]
    small = year.stepped(amount * year.dice.randint(30, 100) / 100)
    tiny = year.stepped(small * year.dice.randint(10, 100) / 100)
    to_small, to_tiny = pen.money(small), pen.money(tiny)
    share = pen.share(to_small, whole_, small / amount)
    last = pen.pick((to_small, small, "占授予中小企业合同金额的"), (whole_, amount, "占政府采购支出总额的"))
    pen.p(
        f"{year.year}年度政府采购支出总额", whole_, "，其中：", joined(kinds, "、"),
        "。授予中小企业合同金额", to_small, "，占政府采购支出总额的", share, "，其中：授予小微企业合同金额",
        to_tiny, f"，{last[2]}", pen.share(to_tiny, last[0], tiny / last[1]), "。",
    )  # fmt: skip


def assets(pen: Pen) -> None:
    year = pen.year
    kinds = pen.dice.sample(
        ("机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车", "其他用车"), 4
    )
    counts = [pen.dice.choice((0, 0, 1, 2, 5, 8)) for _ in kinds]
    whole_, parts = pen.count(sum(counts), "辆"), [pen.count(one, "辆") for one in counts]
    pen.relate("count", whole_, parts)
    said = [[kind, part] for kind, part in zip(kinds, parts, strict=True)]
    machines = pen.count(pen.dice.choice((0, 0, 1, 3)), pen.pick("台（套）", "台套"))
    pen.p(
        f"截至{year.year}年12月31日，", pen.name(), "共有车辆", whole_, "，其中：", joined(said, "、"),
        "；单位价值100万元（含）以上设备（不含车辆）", machines, "。",
    )  # fmt: skip


def staff(pen: Pen) -> None:
    """Posts and people: kinds make the whole; people who retired are told beside."""
    posts, kinds = pen.dice.randint(20, 90), ("行政", "事业", "工勤")
    cut = sorted(pen.dice.sample(range(1, posts), 2))
    counts = [cut[0], cut[1] - cut[0], posts - cut[1]]
    whole_, parts = pen.count(posts, pen.pick("名", "人")), [pen.count(one, "名") for one in counts]
    pen.relate("count", whole_, parts)
    said = [[f"{kind}编制", part] for kind, part in zip(kinds, parts, strict=True)]
    pen.p(
        pen.name(),
        f"内设机构{pen.dice.randint(3, 12)}个，根据编办发〔2019〕{pen.dice.randint(3, 99)}号文件，核定编制",
        whole_, "，其中：", joined(said, "，"),
        f"。年末在职{posts - pen.dice.randint(0, 5)}人，退休{pen.dice.randint(2, 40)}人。",
    )  # fmt: skip


def performance(pen: Pen) -> None:
    """How many projects were evaluated, with what money, and how they came out."""
    year = pen.year
    grades = ("优", "良", "中", "差")
    counts = [pen.dice.randint(1, 20), pen.dice.randint(0, 5), pen.dice.randint(0, 2), 0]
    whole_, parts = pen.count(sum(counts), "个"), [pen.count(one, "个") for one in counts]
    pen.relate("count", whole_, parts)
    amount = year.amount(200000, 9000000)
    said = [[f"评价结果为“{grade}”的项目", part] for grade, part in zip(grades, parts, strict=True)]
    money = pen.money(amount)
    pen.p(
        "根据预算绩效管理要求，", pen.name(), f"组织对{year.year}年度项目支出开展绩效自评，共涉及项目",
        whole_, "，资金", money, "。其中，", joined(said, "，"),
        f"。平均得分{plain(Decimal(year.dice.randint(8800, 9900)) / 100)}分。",
    )  # fmt: skip

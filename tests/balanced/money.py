"""Projects, income and what is carried over, this year and last year."""

from __future__ import annotations

from balanced.chance import CENT, NOTHING
from balanced.draft import GENERAL, Draft, row
from balanced.entries import PACK, Rows
from balanced.spending import FUNDS

INCOME = ("一般公共预算", "上级补助", "事业", "经营", "附属单位上缴", "其他")
LAST_INCOME = (*FUNDS, "上级补助", "事业", "经营", "其他")


def plan_projects(draft: Draft) -> None:
    """The projects of 一般公共预算 in two kinds, of three rows each, and those of other money."""
    chance, spent = draft.chance, draft.kinds["一般公共预算"][1]
    parts = dict(zip(("专项经费", "其他项目"), chance.split(spent, 2), strict=True))
    draft.put("项目支出", **parts, 合计=spent)
    budgets = {kind: chance.more(amount) for kind, amount in parts.items()}
    draft.put("项目预算", **budgets, 合计=sum(budgets.values(), NOTHING))
    rows: Rows = []
    for kind, amount in parts.items():
        shares = zip(chance.split(budgets[kind], 3), chance.split(amount, 3), strict=True)
        rows += [
            row("项目明细", 项目名称=f"{kind}{number}", 类别=kind, 预算数=budget, 支出数=paid)
            for number, (budget, paid) in enumerate(shares)
        ]
    draft.tables["项目明细"] = rows + _projects_of_other_money(draft)
    basic = draft.column("经济分类", "基本支出" if draft.fiscal_only else GENERAL)
    staff, office = basic["301"] + basic["303"], basic["302"] + basic["310"]
    draft.put("基本支出", 人员经费=staff, 公用经费=office, 合计=draft.kinds["一般公共预算"][0])


def _projects_of_other_money(draft: Draft) -> Rows:
    return [
        row(
            "项目明细",
            项目名称=f"{kind}项目{number}",
            类别="其他项目",
            资金来源=kind,
            预算数=draft.chance.more(spent),
            支出数=spent,
        )
        for kind, (_, projects) in draft.kinds.items()
        if projects and kind != "一般公共预算"
        for number, spent in enumerate(draft.chance.split(projects, 2))
    ]


def earn(draft: Draft) -> None:
    """Income that covers the spending, and the balances around both."""
    chance, spent = draft.chance, draft.amounts["支出.合计"]
    for name in FUNDS:
        _earn_of_fund(draft, name)
    opening, used, shared = chance.some(), chance.some(), chance.some()
    used, shared = NOTHING if draft.fiscal_only else used, min(shared, opening)
    opening += sum((draft.amounts[f"{name}.年初结转结余"] for name in FUNDS), NOTHING)
    income = spent + chance.some() * 3
    closing = opening + used + income - spent - shared
    draft.put("结转结余", 年初=opening, 动用非财政结余=used, 结余分配=shared, 年末=closing)
    draft.put("上年结转结余", 年末=opening)
    rest = income - sum((draft.amounts[f"{name}.本年收入"] for name in FUNDS), NOTHING)
    parts = [rest, *[NOTHING] * 5] if draft.fiscal_only else chance.split(rest, 6)
    draft.put("收入", 合计=income, **dict(zip(INCOME, parts, strict=True)))
    general = sum(draft.kinds["一般公共预算"], NOTHING)
    draft.put("一般公共预算", 收入=draft.amounts["收入.一般公共预算"], 支出=general)


def _earn_of_fund(draft: Draft, name: str) -> None:
    """A budget of its own spends what it earns, and keeps what it had."""
    basic, project = draft.kinds[name]
    spent = basic + project
    kept = draft.chance.some() if spent else NOTHING
    draft.put(name, 年初结转结余=kept, 本年收入=spent, 基本支出=basic)
    draft.put(name, 项目支出=project, 本年支出=spent, 年末结转结余=kept)
    draft.amounts[f"收入.{name}"] = spent


def look_back(draft: Draft) -> None:
    """Last year's income and spending."""
    chance, amounts = draft.chance, draft.amounts
    columns = (term for term in PACK.single_terms if term.startswith(("上年收入.", "上年支出.")))
    amounts |= dict.fromkeys(columns, NOTHING)
    basic, project = (chance.before(amounts[f"支出.{name}"]) for name in ("基本支出", "项目支出"))
    draft.put("上年支出", 基本支出=basic, 项目支出=project, 合计=basic + project)
    names = () if draft.fiscal_only else LAST_INCOME
    others = {name: chance.before(amounts[f"收入.{name}"]) for name in names}
    general = chance.before(amounts["收入.一般公共预算"])
    draft.put("上年收入", **others, 一般公共预算=general, 合计=general + sum(others.values(), NOTHING))
    part = sum(draft.kinds["一般公共预算"], NOTHING) / amounts["支出.合计"]
    spent = basic + project if draft.fiscal_only else ((basic + project) * part).quantize(CENT)
    draft.put("上年一般公共预算", 收入=general, 支出=spent)

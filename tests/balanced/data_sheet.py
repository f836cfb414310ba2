"""The budget, and 附件2: last year, budget and this year. What is listed there makes the budget."""

from __future__ import annotations

from decimal import Decimal

from balanced.chance import CENT, NOTHING
from balanced.draft import GENERAL, Draft
from balanced.entries import Amounts

OFFICIAL = {
    "公车购置": "31013",
    "公车运行维护": "30231",
    "出国经费": "30212",
    "公务接待": "30217",
}  # 三公经费
OFFICE = {"办公经费": "30201", "水费": "30205", "电费": "30206", "差旅费": "30211", "会议费": "30215"}
OFFICE |= {"培训费": "30216"}
PROJECTS = ("业务工作专项", "运行维护专项", "省级专项资金", "其他项目")


class DataSheet:
    """Fills the budget in while it lists what it is made of."""

    def __init__(self, draft: Draft) -> None:
        self.draft, self.chance = draft, draft.chance
        basic, projects = self._plan()
        whole, running = (
            draft.column("经济分类", GENERAL if draft.told else c) for c in ("金额", "基本支出")
        )
        spent = {name: whole[code] for name, code in OFFICIAL.items()}
        spent |= {name: running[code] for name, code in OFFICE.items()}
        office = running["302"] + running["310"]
        spent_on_projects = draft.amounts["支出.项目支出"]
        parts = self.chance.split(spent_on_projects, 3 if draft.fiscal_only else 4)
        self.shares = [part / spent_on_projects for part in parts]
        self._column("本年决算", spent, office, spent_on_projects)
        rest = office - _listed(spent)
        planned = {name: self.chance.more(amount) for name, amount in spent.items()}
        budget = _listed(planned) + self.chance.more(rest)
        self._open(budget, basic, projects)
        self._column("本年预算", planned, budget, self.chance.more(spent_on_projects))
        last = {name: self._before(name, amount) for name, amount in spent.items()}
        office = _listed(last) + self.chance.before(rest)
        self._column("上年决算", last, office, draft.amounts["上年支出.项目支出"])

    def _plan(self) -> tuple[Decimal, Decimal]:
        """What is planned of money that is not 一般公共预算: basic, and for projects and the rest."""
        draft, chance = self.draft, self.chance
        amounts = draft.amounts
        amounts["基本支出预算.人员经费"] = chance.more(amounts["基本支出.人员经费"])
        rest = chance.more(amounts["经济分类合计.其他支出"])
        others = [
            Decimal(row["项目明细.预算数"]) for row in draft.tables["项目明细"] if "项目明细.资金来源" in row
        ]
        planned = chance.more(amounts["支出.基本支出"] - amounts["基本支出.合计"]), sum(others, rest)
        basic, project = chance.some(), chance.some()
        amounts |= {"基本预算.调整数": basic, "整体预算.调整数": basic + project}
        amounts["整体预算.政策性调整数"] = chance.share(basic)
        return planned

    def _open(self, office: Decimal, basic: Decimal, projects: Decimal) -> None:
        """The budgets of 一般公共预算, and those of the whole unit."""
        amounts = self.draft.amounts
        general = amounts["基本支出预算.人员经费"] + office
        self.draft.put("基本支出预算", 公用经费=office, 合计=general)
        amounts["基本预算.年初预算数"] = general + basic
        amounts["整体预算.年初预算数"] = general + basic + amounts["项目预算.合计"] + projects
        for scope in ("整体预算", "基本预算"):
            amounts[f"{scope}.全年预算数"] = amounts[f"{scope}.年初预算数"] + amounts[f"{scope}.调整数"]

    def _before(self, name: str, amount: Decimal) -> Decimal:
        """Last year's figure; what may not grow was more then."""
        return self.chance.before(amount) if name in OFFICE else self.chance.more(amount)

    def _column(self, column: str, items: Amounts, office: Decimal, projects: Decimal) -> None:
        cars = items["公车购置"] + items["公车运行维护"]
        official = cars + items["出国经费"] + items["公务接待"]
        parts = [(projects * share).quantize(CENT) for share in self.shares[:-1]]
        parts.append(projects - sum(parts, NOTHING))
        listed = dict(zip(PROJECTS, parts, strict=False))
        self.draft.put(
            column, **items, 公务用车=cars, 三公经费=official, **listed, 项目支出=projects, 公用经费=office
        )


def _listed(items: Amounts) -> Decimal:
    """What of the office's spending is told line by line."""
    return sum((items[name] for name in OFFICE), NOTHING)

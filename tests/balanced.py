"""A year of a budget unit, invented at random and consistent to the cent: what a perfect workbook holds.

Made from the leaves up: leaves are random, totals are sums. Last year's figures and the budget are of the
size of this year's, as in life. Amounts are 元; `filling` gives them in the unit that a workbook asks for,
rounded as an accountant would.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from jixiao.model.fact import Fact, Kind, Record, State
from jixiao.model.filling import Entry, Filling
from jixiao.model.term import Term
from jixiao.pack.computed import with_computed
from jixiao.pack.declarations import with_declined
from jixiao.pack.loading import load_pack
from jixiao.pack.pack import Pack

CENT = Decimal("0.01")
COLUMNS = ("金额", "基本支出", "项目支出", "其他支出")  # of both classifications
GENERAL = "一般公共预算基本支出"  # and of the economic one
FUNDS = ("政府性基金", "国有资本经营")
PACK = load_pack()
CODES = {title[:4]: codes for title, codes in PACK.names_of_codes.items()}
FACTORS = {"元": Decimal(1), "万元": Decimal(10000)}

Amounts = dict[str, Decimal]
Value = Decimal | str | int  # an int is a score, not money
Row = dict[str, Value]
Rows = list[Row]


class Year:
    """`amounts` maps single terms to 元; `tables` maps a table to its rows; `fund` is the one fund.

    Without `fiscal_only`, government funds, state capital and the unit's own money bear a part of it all.
    Every third such unit does not tell what of it is 一般公共预算 by class, and fills 附件2 in for all.
    """

    def __init__(self, seed: int, *, fiscal_only: bool = True) -> None:
        self.random = random.Random(seed)
        self.fiscal_only = fiscal_only
        self.told = not fiscal_only and seed % 3 < 2
        self.amounts: Amounts = {}
        self.tables: dict[str, Rows] = {}
        self._spending()
        self._functions()
        self._kinds()
        self._projects()
        self._income()
        self._last_year()
        self._budget()
        self._data_sheet()
        self._fund()
        self._self_evaluations()
        if not fiscal_only and not self.told:
            self._forget(GENERAL)

    def _forget(self, column: str) -> None:
        """Leave a column of the economic classes blank."""
        del self.amounts[f"经济分类合计.{column}"]
        for row in self.tables["经济分类"]:
            del row[f"经济分类.{column}"]

    def some(self) -> Decimal:
        """A random amount between 1 and 500 万元, with cents."""
        return Decimal(self.random.randint(1_000_000, 500_000_000)) / 100

    def share(self, amount: Decimal) -> Decimal:
        """A random part of an amount, all of it at most."""
        return (amount * self.some() / 5_000_000).quantize(CENT)

    def more(self, amount: Decimal) -> Decimal:
        """Up to half as much again: what was planned for it."""
        return amount + self.share(amount / 2)

    def before(self, amount: Decimal) -> Decimal:
        """Between three quarters and five quarters of an amount: what it was last year."""
        return amount + self.share(amount / 2) - (amount / 4).quantize(CENT)

    def split(self, total: Decimal, parts: int, least: int = 1) -> list[Decimal]:
        """`total` in random positive parts, none smaller than `least` thousandths of it."""
        cuts = sorted(self.random.sample(range(least, 1000, least), parts - 1))
        edges = [(total * cut / 1000).quantize(CENT) for cut in cuts]
        return [high - low for low, high in zip([Decimal(0), *edges], [*edges, total], strict=True)]

    def _spending(self) -> None:
        """Economic classes from their items: basic, project and other spending."""
        items = {
            "301": ["30101", "30107", "30108"],
            "302": ["30201", "30205", "30206", "30211", "30212", "30215", "30216", "30217", "30231", "30227"],
            "303": ["30302"],
            "310": ["31002", "31013"],
        }
        rows: Rows = []
        for top, codes in items.items():
            below = [self._item(code) for code in codes]
            rows += [
                self._row("经济分类", top, _sums(below)),
                *(self._row("经济分类", c, a) for c, a in below),
            ]
        self.tables["经济分类"] = rows
        total = _sums(
            [(str(r["经济分类.编码"]), _columns(r)) for r in rows if len(str(r["经济分类.编码"])) == 3]
        )
        self.amounts |= {f"经济分类合计.{name}": amount for name, amount in total.items()}
        self.amounts |= {f"功能分类合计.{name}": total[name] for name in COLUMNS}
        other = (
            [total["其他支出"], Decimal(0), Decimal(0)]
            if self.fiscal_only
            else self.split(total["其他支出"], 3)
        )
        names = ("支出.经营", "支出.上缴上级", "支出.对附属单位补助")
        self.amounts |= dict(zip(names, other, strict=True))
        self.amounts |= {f"支出.{name}": total[name] for name in ("基本支出", "项目支出")}
        self.amounts["支出.合计"] = total["金额"]

    def _item(self, code: str) -> tuple[str, Amounts]:
        project = self.some() if code in ("30227", "31002") else Decimal(0)
        other = self.some() if code == "30227" and not self.fiscal_only else Decimal(0)
        basic = self.some()
        general = {} if self.fiscal_only else {GENERAL: self.split(basic, 2)[0]}
        amounts = (basic + project + other, basic, project, other)
        return code, dict(zip(COLUMNS, amounts, strict=True)) | general

    @staticmethod
    def _row(table: str, code: str, amounts: Amounts) -> Row:
        name = CODES[table].get(code, "其他科目")
        return {f"{table}.编码": code, f"{table}.名称": name} | {
            f"{table}.{name}": amount for name, amount in amounts.items()
        }

    def _functions(self) -> None:
        """The same spending by function, down to the items of one class."""
        leaves = ["2080101", "2080109", "2080505", "2101102", "2210201"]
        columns = {
            name: self.amounts[f"功能分类合计.{name}"] for name in ("基本支出", "项目支出", "其他支出")
        }
        shares = {name: self.split(total, len(leaves)) for name, total in columns.items()}
        found: dict[str, Amounts] = {}
        for index, leaf in enumerate(leaves):
            amounts = {name: shares[name][index] for name in columns}
            for code in (leaf[:3], leaf[:5], leaf):
                sums = found.setdefault(code, dict.fromkeys((*columns, "金额"), Decimal(0)))
                for name, amount in amounts.items():
                    sums[name] += amount
                    sums["金额"] += amount
        self.tables["功能分类"] = [self._row("功能分类", code, found[code]) for code in sorted(found)]

    def _kinds(self) -> None:
        """What each kind of money bears: its basic and its project spending."""
        basic, projects = (self.amounts[f"支出.{name}"] for name in ("基本支出", "项目支出"))
        if self.fiscal_only:
            nothing = Decimal(0)
            self.kinds = {"一般公共预算": (basic, projects), **dict.fromkeys(FUNDS, (nothing, nothing))}
            return
        general = self.amounts[f"经济分类合计.{GENERAL}"]
        shares = (general, *self.split(basic - general, 3, 100)), self.split(projects, 4, 100)
        names = ("一般公共预算", *FUNDS, "单位资金")
        self.kinds = dict(zip(names, zip(*shares, strict=True), strict=True))

    def _projects(self) -> None:
        spent = self.kinds["一般公共预算"][1]
        special, ordinary = self.split(spent, 2)
        self.amounts |= {"项目支出.专项经费": special, "项目支出.其他项目": ordinary, "项目支出.合计": spent}
        budgets = {"专项经费": self.more(special), "其他项目": self.more(ordinary)}
        self.amounts |= {f"项目预算.{kind}": amount for kind, amount in budgets.items()}
        self.amounts["项目预算.合计"] = sum(budgets.values(), Decimal(0))
        self.tables["项目明细"] = [
            {
                "项目明细.项目名称": f"{kind}{n}",
                "项目明细.类别": kind,
                "项目明细.预算数": b,
                "项目明细.支出数": s,
            }
            for kind, total in (("专项经费", special), ("其他项目", ordinary))
            for n, (b, s) in enumerate(zip(self.split(budgets[kind], 3), self.split(total, 3), strict=True))
        ] + self._projects_of_other_money()
        basic = self._economic("基本支出" if self.fiscal_only else GENERAL)
        self.amounts["基本支出.人员经费"] = basic["301"] + basic["303"]
        self.amounts["基本支出.公用经费"] = basic["302"] + basic["310"]
        self.amounts["基本支出.合计"] = self.kinds["一般公共预算"][0]

    def _projects_of_other_money(self) -> Rows:
        return [
            {
                "项目明细.项目名称": f"{kind}项目{n}",
                "项目明细.类别": "其他项目",
                "项目明细.资金来源": kind,
                "项目明细.预算数": self.more(spent),
                "项目明细.支出数": spent,
            }
            for kind, (_, projects) in self.kinds.items()
            if projects and kind != "一般公共预算"
            for n, spent in enumerate(self.split(projects, 2))
        ]

    def _economic(self, column: str) -> Amounts:
        """A column of the economic classes by code."""
        return {
            str(row["经济分类.编码"]): Decimal(row[f"经济分类.{column}"]) for row in self.tables["经济分类"]
        }

    def _income(self) -> None:
        total = self.amounts["支出.合计"]
        for name in FUNDS:
            self._government_fund(name, *self.kinds[name])
        general = sum(self.kinds["一般公共预算"])
        opening, used, shared = self.some(), self.some(), self.some()
        used, shared = Decimal(0) if self.fiscal_only else used, min(shared, opening)
        opening += sum((self.amounts[f"{name}.年初结转结余"] for name in FUNDS), Decimal(0))
        income = total + self.some() * 3
        closing = opening + used + income - total - shared
        self.amounts |= {
            "结转结余.年初": opening,
            "结转结余.动用非财政结余": used,
            "上年结转结余.年末": opening,
        }
        self.amounts |= {"结转结余.结余分配": shared, "结转结余.年末": closing, "收入.合计": income}
        rest = income - self.amounts["政府性基金.本年收入"] - self.amounts["国有资本经营.本年收入"]
        names = ("一般公共预算", "上级补助", "事业", "经营", "附属单位上缴", "其他")
        parts = [rest, *[Decimal(0)] * 5] if self.fiscal_only else self.split(rest, 6)
        self.amounts |= {f"收入.{n}": a for n, a in zip(names, parts, strict=True)}
        self.amounts |= {"一般公共预算.收入": self.amounts["收入.一般公共预算"], "一般公共预算.支出": general}

    def _government_fund(self, name: str, basic: Decimal, project: Decimal) -> None:
        spent = basic + project
        opening = closing = self.some() if spent else Decimal(0)
        for item, amount in (
            ("年初结转结余", opening),
            ("本年收入", spent),
            ("基本支出", basic),
            ("项目支出", project),
            ("本年支出", spent),
            ("年末结转结余", closing),
        ):
            self.amounts[f"{name}.{item}"] = amount
        self.amounts[f"收入.{name}"] = spent

    def _last_year(self) -> None:
        columns = (name for name in PACK.single_terms if name.startswith(("上年收入.", "上年支出.")))
        self.amounts |= dict.fromkeys(columns, Decimal(0))
        basic, project = (self.before(self.amounts[f"支出.{name}"]) for name in ("基本支出", "项目支出"))
        self.amounts |= {
            "上年支出.基本支出": basic,
            "上年支出.项目支出": project,
            "上年支出.合计": basic + project,
        }
        names = ("政府性基金", "国有资本经营", "上级补助", "事业", "经营", "其他")
        others = [] if self.fiscal_only else [self.before(self.amounts[f"收入.{name}"]) for name in names]
        self.amounts |= {f"上年收入.{n}": a for n, a in zip(names, others, strict=False)}
        general = self.before(self.amounts["收入.一般公共预算"])
        self.amounts |= {"上年收入.一般公共预算": general, "上年收入.合计": general + sum(others, Decimal(0))}
        part = sum(self.kinds["一般公共预算"]) / self.amounts["支出.合计"]
        spent = basic + project if self.fiscal_only else ((basic + project) * part).quantize(CENT)
        self.amounts |= {"上年一般公共预算.收入": general, "上年一般公共预算.支出": spent}

    def _budget(self) -> None:
        """Its part for the office is settled with the data sheet, which lists what it is made of."""
        self.amounts["基本支出预算.人员经费"] = self.more(self.amounts["基本支出.人员经费"])
        general = self.amounts["基本支出.合计"]
        basic = self.amounts["支出.基本支出"]
        others = (
            Decimal(row["项目明细.预算数"]) for row in self.tables["项目明细"] if "项目明细.资金来源" in row
        )
        rest = self.more(self.amounts["经济分类合计.其他支出"])
        self.other_budgets = self.more(basic - general), sum(others, rest)
        basic, project = self.some(), self.some()
        self.amounts |= {"基本预算.调整数": basic, "整体预算.调整数": basic + project}
        self.amounts["整体预算.政策性调整数"] = self.share(basic)

    def _opening_budget(self, staff: Decimal, office: Decimal) -> None:
        """The budgets of 一般公共预算, and those of the whole unit."""
        basic, projects = self.other_budgets
        self.amounts |= {"基本支出预算.人员经费": staff, "基本支出预算.公用经费": office}
        self.amounts |= {"基本支出预算.合计": staff + office, "基本预算.年初预算数": staff + office + basic}
        self.amounts["整体预算.年初预算数"] = (
            self.amounts["基本预算.年初预算数"] + self.amounts["项目预算.合计"] + projects
        )

    def _data_sheet(self) -> None:
        items = {"公车购置": "31013", "公车运行维护": "30231", "出国经费": "30212", "公务接待": "30217"}
        details = {
            "办公经费": "30201",
            "水费": "30205",
            "电费": "30206",
            "差旅费": "30211",
            "会议费": "30215",
        }
        details |= {"培训费": "30216"}
        whole, basic = (self._economic(GENERAL if self.told else c) for c in ("金额", "基本支出"))
        spent = {name: whole[code] for name, code in items.items()}
        spent |= {name: basic[code] for name, code in details.items()}
        office = basic["302"] + basic["310"]
        projects = self.amounts["支出.项目支出"]
        shares = [part / projects for part in self.split(projects, 3 if self.fiscal_only else 4)]
        self._data_column("本年决算", spent, office, projects, shares)
        rest = office - sum((spent[name] for name in details), Decimal(0))
        planned = {name: self.more(amount) for name, amount in spent.items()}
        listed = sum((planned[name] for name in details), Decimal(0))
        budget = listed + self.more(rest)
        self._opening_budget(self.amounts["基本支出预算.人员经费"], budget)
        for scope in ("整体预算", "基本预算"):
            total = self.amounts[f"{scope}.年初预算数"] + self.amounts[f"{scope}.调整数"]
            self.amounts[f"{scope}.全年预算数"] = total
        self._data_column("本年预算", planned, budget, self.more(projects), shares)
        last = {n: self.before(a) if n in details else self.more(a) for n, a in spent.items()}
        office = sum((last[name] for name in details), Decimal(0)) + self.before(rest)
        self._data_column("上年决算", last, office, self.amounts["上年支出.项目支出"], shares)

    def _data_column(
        self, column: str, items: Amounts, office: Decimal, projects: Decimal, shares: list[Decimal]
    ) -> None:
        amounts = dict(items)
        amounts["公务用车"] = amounts["公车购置"] + amounts["公车运行维护"]
        amounts["三公经费"] = amounts["公务用车"] + amounts["出国经费"] + amounts["公务接待"]
        kinds = ("业务工作专项", "运行维护专项", "省级专项资金", "其他项目")
        parts = [(projects * share).quantize(CENT) for share in shares[:-1]]
        amounts |= dict(zip(kinds, (*parts, projects - sum(parts, Decimal(0))), strict=False))
        amounts |= {"项目支出": projects, "公用经费": office}
        self.amounts |= {f"{column}.{name}": amount for name, amount in amounts.items()}

    def _fund(self) -> None:
        income = {"工伤保险费收入": self.some(), "利息收入": self.some(), "上级补助收入": self.some()}
        spent = {"工伤保险待遇支出": self.some(), "其他支出": self.some()}
        spent["上解上级支出"] = income["工伤保险费收入"] + income["利息收入"]
        opening, received, paid = (
            self.some(),
            sum(income.values(), Decimal(0)),
            sum(spent.values(), Decimal(0)),
        )
        self.fund: Amounts = {
            "社保基金.上年期末滚存结余": opening,
            "社保基金.期初结余": opening,
            "社保基金.收入合计": received,
            "社保基金.支出合计": paid,
            "社保基金.收支结余": received - paid,
            "社保基金.期末滚存结余": opening + received - paid,
        }
        self.fund_items = {"社保基金.收入项目": income, "社保基金.支出项目": spent}

    def _self_evaluations(self) -> None:
        """Each project of 项目明细 with 90 points for its indicators, some of them lost for a reason."""
        projects = self.tables["项目明细"]
        self.tables["项目自评"] = [self._evaluation(row) for row in projects]
        self.tables["项目指标"] = [
            self._indicator(str(row["项目明细.项目名称"]), *weighed)
            for row in projects
            for weighed in WEIGHTS
        ]

    def _evaluation(self, project: Row) -> Row:
        spent = Decimal(project["项目明细.支出数"])
        granted, carried = self.split(spent, 2)
        return {
            "项目自评.项目名称": project["项目明细.项目名称"],
            "项目自评.年初预算数": project["项目明细.预算数"],
            "项目自评.全年预算数": self.more(spent),
            "项目自评.全年执行数": spent,
            "项目自评.当年财政拨款": granted,
            "项目自评.上年结转资金": carried,
        }

    def _indicator(self, project: str, level1: str, level2: str, weight: int) -> Row:
        lost = self.random.choice((0, 0, 3))
        return {
            "项目指标.项目名称": project,
            "项目指标.一级指标": level1,
            "项目指标.二级指标": level2,
            "项目指标.三级指标": f"{level2}完成情况",
            "项目指标.年度指标值": "100%",
            "项目指标.实际完成值": "95%" if lost else "100%",
            "项目指标.分值": weight,
            "项目指标.得分": weight - lost,
            "项目指标.偏差原因": "资金下达较晚" if lost else "",
        }

    def filling(self, unit: str = "元") -> Filling:
        """The year as entries of a workbook, with the texts that a workbook needs."""
        factor = FACTORS[unit]
        groups = {name: tuple(entries_of(row, factor) for row in rows) for name, rows in self.tables.items()}
        items = {
            table: tuple(
                entries_of({f"{table}.项目": name, f"{table}.金额": amount}, factor)
                for name, amount in rows.items()
            )
            for table, rows in self.fund_items.items()
        }
        fund = entries_of(
            {"社保基金.名称": "工伤保险基金", "社保基金.统筹层次": "省级统筹", **self.fund}, factor
        )
        groups["社保基金"] = (Filling(fund.entries, items),)
        groups["文字材料"] = tuple(
            Filling({"文字材料.章节": chapter, "文字材料.正文": "按规定办理。"})
            for chapter in ("部门职责", "存在的问题", "改进措施")
        )
        return Filling(entries_of({**self.amounts, **_TEXTS, "单位.金额单位": unit}, factor).entries, groups)


WEIGHTS = (
    ("产出指标", "数量指标", 30),
    ("产出指标", "时效指标", 20),
    ("效益指标", "社会效益指标", 30),
    ("满意度指标", "服务对象满意度指标", 10),
)

_TEXTS: Row = {
    "单位.名称": "某县某中心",
    "单位.简称": "我中心",
    "单位.年度": "2022",
    "单位.主管部门": "某县某局",
    "单位.机构类型": "下属二级机构",
    "单位.经费性质": "财政全额拨款的事业单位",
    "单位.会计制度": "政府会计制度",
    "编制数.全额": 10,
    "编制数.合计": 10,
    "实有数.全额": 10,
    "实有数.合计": 10,
    "没有的业务.其他编制": "无",
    "没有的业务.政府采购": "无",
    "没有的业务.楼堂馆所": "无",
    "一般公共预算增减原因.收入": "项目变化",
    "一般公共预算增减原因.支出": "项目变化",
}


def entries_of(values: Mapping[str, Value], factor: Decimal) -> Filling:
    """Amounts in 元 as entries in a unit, rounded as an accountant would; texts and scores as they are."""
    return Filling({term: _entry(value, factor) for term, value in values.items()})


def _entry(value: Value, factor: Decimal) -> Entry:
    if isinstance(value, Decimal):
        return (value / factor).quantize(CENT, ROUND_HALF_UP)
    return Decimal(value) if isinstance(value, int) else value


def _sums(rows: list[tuple[str, Amounts]]) -> Amounts:
    return {name: sum((amounts[name] for _, amounts in rows), Decimal(0)) for name in rows[0][1]}


def _columns(row: Row) -> Amounts:
    return {term.rpartition(".")[2]: amount for term, amount in row.items() if isinstance(amount, Decimal)}


def record_of(filling: Filling, unit: str, pack: Pack = PACK) -> Record:
    """The record that reading the filling's workbook would give, made without a file."""

    def scope(part: Filling, terms: tuple[str, ...], path: tuple[str, ...]) -> Record:
        fields = {name: _fact(pack.vocabulary[name], part.entries.get(name), FACTORS[unit]) for name in terms}
        inner = [group for group in pack.groups.values() if group.path[:-1] == path]
        groups = {
            group.name: tuple(scope(row, group.terms, group.path) for row in part.groups.get(group.name, ()))
            for group in inner
        }
        key = pack.groups[path[-1]].key if path else ""
        return Record(fields, groups, fields[key].text if key else "")

    whole = scope(filling, pack.single_terms, ())
    return with_computed(with_declined(whole, pack.declarations, pack.vocabulary), pack)


def _fact(term: Term, entry: Entry | None, factor: Decimal) -> Fact:
    if entry is None:
        return Fact(term.name, term.label, term.kind, None, state=State.BLANK)
    value = Decimal(str(entry)) if term.kind.numeric else entry
    if term.kind is not Kind.AMOUNT or not isinstance(value, Decimal):
        return Fact(term.name, term.label, term.kind, None, value)
    quantum = factor / 100 if value else Decimal(0)
    return Fact(term.name, term.label, term.kind, None, value * factor, quantum)

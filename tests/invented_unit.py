"""A whole workbook of an invented budget unit of a given kind, consistent to the last digit of its unit.

Amounts are whole numbers of the last digit typed (0.01元 or 0.01万元), and every total is the sum of its
parts, so that nothing has to be rounded. Proportions are those of real units: last year is near this year,
budgets are a little above what was spent, spending per head is what people cost.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from decimal import Decimal

import msgspec
from invented_lists import BASIC, CHAPTERS, EXPENSES, OTHER_BASIC, PROJECT, TITLES, WEIGHTS

from jixiao.building.samples import samples
from jixiao.model.filling import Entry, Filling
from jixiao.pack.filling import read_filling
from jixiao.pack.loading import load_pack

PACK = load_pack()
NAMES = TITLES | {code: name for names in PACK.names_of_codes.values() for code, name in names.items()}
GENERAL, FUND, STATE, FEES, OWN = "一般公共预算", "政府性基金", "国有资本经营", "财政专户", "单位资金"
PER_UNIT = {"元": 100, "万元": Decimal("0.01")}  # last digits in a yuan

Amounts = dict[str, int]
Value = int | str | Decimal  # an int is money
Row = dict[str, Value]


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """What kind of unit it is; everything else is invented.

    `functions`: the codes of the leaves by kind of money, for whatever the unit does with it.
    `basic` and `projects`: by kind of money, thousandths of the basic spending of 一般公共预算 that it bears
    besides, and its number of projects. `income` shares out what is not from the treasury.
    """

    texts: Mapping[str, Entry]
    unit: str = "元"
    staff: int
    per_head: int = 120_000  # basic spending in 元
    functions: Mapping[str, tuple[str, ...]]
    levels: tuple[int, ...] = (3, 5, 7)
    basic: Mapping[str, int] = {}
    projects: Mapping[str, int] = {}
    income: Mapping[str, int] = {}
    adjusted: int = 0  # the budget, in thousandths, in the middle of the year
    lines: bool = True  # 附件2 tells 项目支出 by the kinds of Hunan


class Invented:
    """One year of a unit. `single` and `tables` hold amounts as numbers of last digits, and texts."""

    def __init__(self, unit: Unit, seed: int) -> None:
        self.unit, self.random = unit, random.Random(seed)
        self.single: Row = {}
        self.tables: dict[str, list[Row]] = {}
        self.kinds = tuple(k for k in (GENERAL, FUND, STATE, FEES, OWN) if self._bears(k))
        self._spending()
        self._classified()
        self._projects()
        self._money()
        self._budgets()
        self._last_year()
        self._data_sheet()
        self._evaluations()

    def _bears(self, kind: str) -> bool:
        return kind == GENERAL or bool(self.unit.basic.get(kind) or self.unit.projects.get(kind))

    def digits(self, yuan: int) -> int:
        """An amount of 元 as a number of last digits."""
        return int(yuan * PER_UNIT[self.unit.unit])

    def near(self, amount: int, low: int, high: int) -> int:
        """`low` to `high` thousandths of an amount."""
        return amount * self.random.randint(low, high) // 1000

    def shared(self, total: int, weights: Mapping[str, int]) -> Amounts:
        """`total` by weights that are a little shaken; the first takes what is left over."""
        shaken = {name: self.near(weight * 1000, 900, 1100) for name, weight in weights.items()}
        found = {name: total * weight // sum(shaken.values()) for name, weight in shaken.items()}
        first = next(iter(found))
        return found | {first: found[first] + total - sum(found.values())}

    # ---- what was spent: by kind of money, basic or project, economic class

    def _spending(self) -> None:
        general = self.digits(self.unit.staff * self.unit.per_head)
        self.basic = {kind: general * self.unit.basic.get(kind, 0) // 1000 for kind in self.kinds}
        self.basic[GENERAL] = general
        self.plan = {kind: self._listed(kind) for kind in self.kinds}  # kind -> its projects
        self.project = {kind: sum(plan.values()) for kind, plan in self.plan.items()}
        self.economic = {
            (nature, kind): self.shared(total, weights)
            for kind in self.kinds
            for nature, total, weights in (
                ("基本支出", self.basic[kind], BASIC if kind == GENERAL else OTHER_BASIC),
                ("项目支出", self.project[kind], PROJECT),
            )
        }

    def _listed(self, kind: str) -> Amounts:
        names = [f"{kind}安排的第{n}个项目" for n in range(1, self.unit.projects.get(kind, 0) + 1)]
        return {name: self.digits(self.random.randrange(30_000, 900_000, 100)) for name in names}

    def _of(self, nature: str, *kinds: str) -> Amounts:
        """Spending of a nature by economic class, of these kinds of money or of all."""
        parts = [self.economic[nature, kind] for kind in kinds or self.kinds]
        return {code: sum(part.get(code, 0) for part in parts) for code in sorted(set().union(*parts))}

    # ---- by function and by economic class

    def _classified(self) -> None:
        columns = {nature: self._of(nature) for nature in ("基本支出", "项目支出")}
        if sum(self.basic.values()) > self.basic[GENERAL]:
            columns["一般公共预算基本支出"] = self._of("基本支出", GENERAL)
        self._table("经济分类", columns, (3, 5))
        functions: dict[str, Amounts] = {"基本支出": {}, "项目支出": {}}
        for nature, totals in (("基本支出", self.basic), ("项目支出", self.project)):
            for kind, total in totals.items():
                leaves = self.unit.functions.get(kind) or self.unit.functions[GENERAL]
                shared = self.shared(total, dict.fromkeys(leaves, 10))
                found = functions[nature]
                found |= {code: found.get(code, 0) + amount for code, amount in shared.items()}
        self._table("功能分类", functions, self.unit.levels)

    def _table(self, table: str, columns: Mapping[str, Amounts], levels: tuple[int, ...]) -> None:
        codes = sorted(
            {code[:n] for leaves in columns.values() for code, a in leaves.items() if a for n in levels}
        )
        rows = [{"编码": code, "名称": NAMES[code], **self._sums(columns, code)} for code in codes]
        self.tables[table] = [{f"{table}.{name}": value for name, value in row.items()} for row in rows]
        self.single |= {f"{table}合计.{name}": value for name, value in self._sums(columns, "").items()}

    @staticmethod
    def _sums(columns: Mapping[str, Amounts], prefix: str) -> Amounts:
        found = {
            name: sum(amount for code, amount in leaves.items() if code.startswith(prefix))
            for name, leaves in columns.items()
        }
        return {"金额": found["基本支出"] + found["项目支出"]} | found

    # ---- projects

    def _projects(self) -> None:
        rows: list[Row] = []
        for kind, plan in self.plan.items():
            for name, spent in plan.items():
                row = {"项目名称": name, "预算数": self.near(spent, 1000, 1090), "支出数": spent}
                row |= {"上年支出数": self.near(spent, 930, 1060), "用途": "购置设备和改善服务条件"}
                row |= {"类别": self.random.choice(("专项经费", "其他项目"))}
                rows.append(row | ({} if kind == GENERAL else {"资金来源": kind}))
        self.tables["项目明细"] = [{f"项目明细.{n}": v for n, v in row.items()} for row in rows]
        for term, column in (("项目支出", "支出数"), ("项目预算", "预算数")):
            own = [row for row in rows if "资金来源" not in row]
            parts = {c: _total(r[column] for r in own if r["类别"] == c) for c in ("专项经费", "其他项目")}
            self._put(term, {**parts, "合计": sum(parts.values())})
        self.planned = {
            kind: _total(r["预算数"] for r in rows if r.get("资金来源", GENERAL) == kind)
            for kind in self.kinds
        }

    def _put(self, scope: str, amounts: Mapping[str, int]) -> None:
        self.single |= {f"{scope}.{name}": amount for name, amount in amounts.items()}

    # ---- money in and out

    def _money(self) -> None:
        spent = {kind: self.basic[kind] + self.project[kind] for kind in self.kinds}
        opening = {kind: 0 if kind == GENERAL else self.near(spent[kind], 20, 60) for kind in self.kinds}
        closing = {kind: self.near(amount, 500, 900) for kind, amount in opening.items()}
        received = {kind: spent[kind] + closing[kind] - opening[kind] for kind in self.kinds}
        own = received.get(FEES, 0) + received.get(OWN, 0)
        income = {kind: received.get(kind, 0) for kind in (GENERAL, FUND, STATE)}
        income |= self.shared(own, self.unit.income) if own else {}
        self._put("收入", {**income, "合计": sum(received.values())})
        basic, projects = sum(self.basic.values()), sum(self.project.values())
        self._put("支出", {"基本支出": basic, "项目支出": projects, "合计": basic + projects})
        start, end = sum(opening.values()), sum(closing.values())
        self._put("结转结余", {"年初": start, "年末": end, "动用非财政结余": 0, "结余分配": 0})
        self.single["上年结转结余.年末"] = start
        self._put("一般公共预算", {"收入": received[GENERAL], "支出": spent[GENERAL]})
        staff = sum(a for c, a in self.economic["基本支出", GENERAL].items() if c[:3] in ("301", "303"))
        office = self.basic[GENERAL] - staff
        self._put("基本支出", {"人员经费": staff, "公用经费": office, "合计": self.basic[GENERAL]})
        for kind in (FUND, STATE):
            if kind in self.kinds:
                flows = {"年初结转结余": opening[kind], "本年收入": received[kind], "本年支出": spent[kind]}
                flows |= {
                    "基本支出": self.basic[kind],
                    "项目支出": self.project[kind],
                    "年末结转结余": closing[kind],
                }
                self._put(kind, flows)

    def _budgets(self) -> None:
        cut = max(-self.unit.adjusted, 0)
        staff, office = (
            self.near(int(self.single[f"基本支出.{name}"]), 1010 + cut, 1040 + cut)
            for name in ("人员经费", "公用经费")
        )
        self._put("基本支出预算", {"人员经费": staff, "公用经费": office, "合计": staff + office})
        basic = staff + office + sum(self.near(a, 1010, 1040) for k, a in self.basic.items() if k != GENERAL)
        whole = basic + sum(self.planned.values())
        for scope, opening in (("整体预算", whole), ("基本预算", basic)):
            change = opening * self.unit.adjusted // 1000
            self._put(scope, {"年初预算数": opening, "调整数": change, "全年预算数": opening + change})
        self.single["整体预算.政策性调整数"] = int(self.single["整体预算.调整数"])

    def _last_year(self) -> None:
        projects = _total(row["项目明细.上年支出数"] for row in self.tables["项目明细"])
        before = {"基本支出": self._before("支出.基本支出"), "项目支出": projects}
        self._put("上年支出", {**before, "合计": sum(before.values())})
        incomes = [t for t in self.single if t.startswith("收入.") and t != "收入.合计"]
        received = {term.removeprefix("收入."): self._before(term) for term in incomes}
        if self.kinds == (GENERAL,):
            received[GENERAL] = sum(before.values())
        self._put("上年收入", {**received, "合计": sum(received.values())})
        spent = sum(before.values()) if self.kinds == (GENERAL,) else self._before("一般公共预算.支出")
        self._put("上年一般公共预算", {"收入": received[GENERAL], "支出": spent})
        for item in ("收入", "支出"):
            self.single[f"一般公共预算增减原因.{item}"] = "人员经费和项目安排变化"

    def _before(self, term: str) -> int:
        return self.near(int(self.single[term]), 930, 1050)

    # ---- 附件2, project evaluations, texts

    def _data_sheet(self) -> None:
        now = {item: self.economic["基本支出", GENERAL].get(code, 0) for item, code in EXPENSES.items()}
        now |= {
            "项目支出": int(self.single["支出.项目支出"]),
            "公用经费": int(self.single["基本支出.公用经费"]),
        }
        now["政府采购金额"] = self.near(now["公用经费"], 90, 110)
        self._column("本年决算", now)
        planned = {item: self.near(amount, 1010, 1060) for item, amount in now.items()}
        opening = int(self.single["整体预算.年初预算数"]) - int(self.single["基本预算.年初预算数"])
        planned |= {"公用经费": int(self.single["基本支出预算.公用经费"]), "项目支出": opening}
        planned["政府采购金额"] = now["政府采购金额"]
        self._column("本年预算", planned)
        last = {item: self.near(amount, 940, 1050) for item, amount in now.items()}
        self._column("上年决算", last | {"项目支出": int(self.single["上年支出.项目支出"])})

    def _column(self, column: str, items: Amounts) -> None:
        cars = items["公车运行维护"]
        items = items | {"公车购置": 0, "出国经费": 0, "公务用车": cars, "三公经费": cars + items["公务接待"]}
        if self.unit.lines:
            kinds = {"业务工作专项": 50, "运行维护专项": 30, "省级专项资金": 10, "其他项目": 10}
            items |= self.shared(items["项目支出"], kinds)
        self._put(column, items)

    def _evaluations(self) -> None:
        self.tables["项目自评"] = [self._evaluation(row) for row in self.tables["项目明细"]]
        self.tables["项目指标"] = [
            self._indicator(str(row["项目明细.项目名称"]), *weighed)
            for row in self.tables["项目明细"]
            for weighed in WEIGHTS
        ]

    def _evaluation(self, project: Row) -> Row:
        spent = int(project["项目明细.支出数"])
        treasury = project.get("项目明细.资金来源", GENERAL) in (GENERAL, FUND, STATE)
        return {
            "项目自评.项目名称": project["项目明细.项目名称"],
            "项目自评.预期目标": "按计划完成全部内容。",
            "项目自评.实际完成情况": "已按计划完成。",
            "项目自评.年初预算数": project["项目明细.预算数"],
            "项目自评.全年预算数": project["项目明细.预算数"],
            "项目自评.全年执行数": spent,
            "项目自评.当年财政拨款" if treasury else "项目自评.其他资金": spent,
        }

    @staticmethod
    def _indicator(project: str, level1: str, level2: str, weight: int) -> Row:
        row = {"项目名称": project, "一级指标": level1, "二级指标": level2, "三级指标": f"{level2}完成情况"}
        row |= {"年度指标值": "100%", "实际完成值": "100%", "分值": Decimal(weight), "得分": Decimal(weight)}
        return {f"项目指标.{name}": value for name, value in row.items()}

    def filling(self) -> Filling:
        """The workbook as its accountant has typed it."""
        groups = {name: tuple(Filling(_entries(row)) for row in rows) for name, rows in self.tables.items()}
        groups |= {"指标自评": assessments(), "文字材料": paragraphs(*CHAPTERS)}
        staff = {
            f"{scope}.{kind}": Decimal(self.unit.staff)
            for scope in ("编制数", "实有数")
            for kind in ("全额", "合计")
        }
        texts = {
            "单位.金额单位": self.unit.unit,
            "填报.日期": "2024-03-20",
            "基础数据.厉行节约措施": "从严控制一般性支出。",
        }
        return with_zeros(Filling(_entries(self.single) | staff | texts | self.unit.texts, groups))


def with_zeros(filling: Filling) -> Filling:
    """The workbook with a zero in every single figure that has none, as the form asks for it."""
    figures = (PACK.vocabulary[name] for name in PACK.single_terms)
    zeros = {
        term.name: Decimal(0)
        for term in figures
        if term.kind.numeric and not term.formula and not term.optional
    }
    declined = {
        term
        for declaration in PACK.declarations
        if filling.entries.get(declaration.cell.name)
        for term in declaration.single
    }
    asked = {name: zero for name, zero in zeros.items() if name not in declined}
    return Filling({**asked, **filling.entries}, filling.groups)


def paragraphs(*chapters: str) -> tuple[Filling, ...]:
    """One for each chapter of the report."""
    said = "按规定和本单位的实际情况办理，各项工作有序推进。"
    return tuple(Filling({"文字材料.章节": chapter, "文字材料.正文": said}) for chapter in chapters)


def assessments() -> tuple[Filling, ...]:
    """The self-assessment of the sample, with words that fit any unit."""
    (sample,) = (sample for sample in samples() if sample.values.stem == "leiyang-2022-balanced")
    words = {"指标自评.依据": "有关文件、账簿和统计资料", "指标自评.扣分原因": "年度中间预算有调整"}
    rows = read_filling(sample.values, PACK).groups["指标自评"]
    return tuple(Filling({**row.entries, **words}) for row in rows)


def _entries(row: Mapping[str, Value]) -> dict[str, Entry]:
    return {term: Decimal(value) / 100 if isinstance(value, int) else value for term, value in row.items()}


def _total(amounts: Iterable[Value]) -> int:
    return sum(int(amount) for amount in amounts)

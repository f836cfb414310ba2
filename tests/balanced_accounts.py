"""The nine tables of a year, invented at random and consistent to the cent: what perfect 决算公开表 hold.

Made from the leaves up, as in balanced/: items by code are random, every level above and every other
table follows. `funds` adds a government fund and state capital, `own` money that is not from the treasury.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from decimal import Decimal

from balanced import CENT, FACTORS, Amounts, entries_of

from jixiao.model.fact import Kind
from jixiao.model.filling import Filling
from jixiao.pack.loading import load_pack
from jixiao.pack.sections import TableSection

PACK = load_pack("department-final-accounts")
NOTHING = Decimal(0)
KINDS = ("一般公共预算", "政府性基金", "国有资本经营")
BALANCES = ("年初结转和结余", "本年收入", "本年支出", "年末结转和结余")

Leaves = dict[str, Amounts]  # code -> column -> 元


class AccountsYear:
    """`amounts` maps single terms to 元; `leaves` maps a table to its items by code.

    `before`: the year before, whose closing balances are this one's opening ones; of the same kinds of money.
    """

    def __init__(
        self,
        seed: int,
        *,
        funds: bool | None = None,
        own: bool | None = None,
        before: AccountsYear | None = None,
    ) -> None:
        self.random = random.Random(seed)
        self.before = before
        self.funds = bool(seed & 1) if funds is None else funds
        self.own = bool(seed & 2) if own is None else own
        self.amounts: Amounts = {}
        self.leaves: dict[str, Leaves] = {}
        self._basic()
        self._general()
        self._fund("政府性基金", ("2082701", "2082702", "229"))
        self._fund("国资", ("223",))
        self._treasury()
        self._spending()
        self._income()
        self._three()
        self._totals()

    def some(self) -> Decimal:
        """A random amount between 1 and 100 万元, with cents."""
        return Decimal(self.random.randint(1_000_000, 100_000_000)) / 100

    def split(self, total: Decimal, parts: int) -> list[Decimal]:
        """`total` in random positive parts."""
        cuts = sorted(self.random.sample(range(1, 1000), parts - 1))
        edges = [(total * cut / 1000).quantize(CENT) for cut in cuts]
        return [high - low for low, high in zip([NOTHING, *edges], [*edges, total], strict=True)]

    def _basic(self) -> None:
        """Basic spending of the general budget by economic items."""
        staff = ("30101", "30107", "30108", "30109", "30110", "30111", "30113", "30302", "30305")
        office = ("30201", "30205", "30211", "30212", "30217", "30228", "30231", "31002", "31013")
        items = {code: self.some() for code in (*staff, *office)}
        self.leaves["基本支出明细"] = {code: {"决算数": amount} for code, amount in items.items()}
        self.amounts["基本支出明细合计.人员经费"] = sum((items[code] for code in staff), NOTHING)
        self.amounts["基本支出明细合计.公用经费"] = sum((items[code] for code in office), NOTHING)
        self.amounts["附报.机关运行经费"] = self.amounts["基本支出明细合计.公用经费"]

    def _general(self) -> None:
        """The same by function: some items must agree with their economic twins."""
        items = {code: row["决算数"] for code, row in self.leaves["基本支出明细"].items()}
        twins = {"2080505": "30108", "2080506": "30109", "2101102": "30110", "2101103": "30111"}
        twins["2210201"] = "30113"
        basic = {code: items[twin] for code, twin in twins.items()}
        rest = sum(items.values(), NOTHING) - sum(basic.values(), NOTHING)
        basic |= dict(zip(("2080101", "2080109", "2080501"), self.split(rest, 3), strict=True))
        project = {code: self.some() for code in ("2080102", "2080109", "2080108")}
        self.leaves["一般公共"] = {
            code: _spent(basic.get(code, NOTHING), project.get(code, NOTHING))
            for code in sorted({*basic, *project})
        }

    def _fund(self, table: str, codes: Iterable[str]) -> None:
        """Opening + income = spending + closing, for each code."""
        self.leaves[table] = {}
        for code in codes if self.funds else ():
            basic, project, closing = self.some(), self.some(), self.some()
            opening = self.split(closing + basic + project, 2)[0]
            if self.before:
                opening = self.before.leaves[table][code]["年末结转和结余"]
                closing += opening
            row = _spent(basic, project)
            row |= {"年初结转和结余": opening, "年末结转和结余": closing}
            row["本年收入"] = row["本年支出"] + closing - opening
            self.leaves[table][code] = row

    def _treasury(self) -> None:
        """财政拨款收入支出决算总表: each kind of money from opening to closing balance."""
        general = _sum(self.leaves["一般公共"])["本年支出"]
        opening, closing = self.some(), self.some()
        if self.before:
            opening = self.before.amounts["财拨总表.年末结转和结余.一般公共预算"]
            closing += opening
        income = general + closing - opening
        row = dict(zip(BALANCES, (opening, income, general, closing), strict=True))
        kinds: dict[str, Amounts] = {KINDS[0]: row}
        for kind, table in zip(KINDS[1:], ("政府性基金", "国资"), strict=True):
            kinds[kind] = _sum(self.leaves[table], BALANCES)
        for kind, amounts in kinds.items():
            self._kind(kind, amounts)
        total = _sum(kinds)
        self.amounts |= {
            "财拨总表.收入.本年合计": total["本年收入"],
            "财拨总表.收入.年初结转和结余": total["年初结转和结余"],
            "财拨总表.收入.总计": total["本年收入"] + total["年初结转和结余"],
            "财拨总表.本年支出.合计": total["本年支出"],
            "财拨总表.年末结转和结余.合计": total["年末结转和结余"],
            "财拨总表.支出总计.合计": total["本年支出"] + total["年末结转和结余"],
        }

    def _kind(self, kind: str, row: Amounts) -> None:
        self.amounts |= {
            f"财拨总表.收入.{kind}": row["本年收入"],
            f"总表.收入.{kind}": row["本年收入"],
            f"财拨总表.收入.年初{kind}": row["年初结转和结余"],
            f"上年年末.{kind}": row["年初结转和结余"],
            f"财拨总表.本年支出.{kind}": row["本年支出"],
            f"财拨总表.年末结转和结余.{kind}": row["年末结转和结余"],
            f"财拨总表.支出总计.{kind}": row["本年支出"] + row["年末结转和结余"],
        }

    def _spending(self) -> None:
        """支出决算表: the three tables together, and what is paid from own money."""
        columns = ("基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
        found: Leaves = {}
        for table in ("一般公共", "政府性基金", "国资"):
            for code, row in self.leaves[table].items():
                target = found.setdefault(code, dict.fromkeys(columns, NOTHING))
                for column in columns[:2]:
                    target[column] += row[column]
        if self.own:
            for code in ("2080109", "2080199"):
                target = found.setdefault(code, dict.fromkeys(columns, NOTHING))
                for column in columns:
                    target[column] += self.some()
        for row in found.values():
            row["本年支出合计"] = sum(row.values(), NOTHING)
        self.leaves["支出决算"] = found

    def _income(self) -> None:
        """收入决算表, and the upper part of 收入支出决算总表."""
        treasury = self.amounts["财拨总表.收入.本年合计"]
        spent = _sum(self.leaves["支出决算"])["本年支出合计"]
        others = [self.some() * 5 for _ in range(5)] if self.own else [NOTHING] * 5
        used, shared = (self.some(), self.some()) if self.own else (NOTHING, NOTHING)
        income = treasury + sum(others, NOTHING)
        opening = self.amounts["财拨总表.收入.年初结转和结余"] + (self.some() * 50 if self.own else NOTHING)
        if self.before:
            opening = self.before.amounts["总表.支出.年末结转和结余"]
        closing = income + used + opening - spent - shared
        columns = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
        named = dict(zip(("财政拨款收入", *columns), (treasury, *others), strict=True))
        self._income_by_code(named)
        rows = ("上级补助", "事业", "经营", "附属单位上缴", "其他")
        self.amounts |= {f"总表.收入.{row}": amount for row, amount in zip(rows, others, strict=True)}
        self.amounts |= {
            "总表.收入.本年合计": income,
            "总表.收入.使用非财政拨款结余": used,
            "总表.收入.年初结转和结余": opening,
            "上年年末.全部资金": opening,
            "总表.收入.总计": income + used + opening,
            "总表.支出.本年合计": spent,
            "总表.支出.结余分配": shared,
            "总表.支出.年末结转和结余": closing,
            "总表.支出.总计": spent + shared + closing,
        }

    def _income_by_code(self, totals: Amounts) -> None:
        codes = sorted(self.leaves["支出决算"])
        shares = {name: self.split(total, len(codes)) for name, total in totals.items()}
        self.leaves["收入决算"] = {
            code: {name: shares[name][index] for name in totals} for index, code in enumerate(codes)
        }
        for row in self.leaves["收入决算"].values():
            row["本年收入合计"] = sum(row.values(), NOTHING)

    def _three(self) -> None:
        """“三公”: basic spending, and for receptions a part of the projects."""
        items = {code: row["决算数"] for code, row in self.leaves["基本支出明细"].items()}
        spent = {"出国经费": items["30212"], "公车购置": items["31013"], "公车运行维护": items["30231"]}
        spent["公务接待"] = items["30217"] + self.split(self.leaves["一般公共"]["2080102"]["项目支出"], 2)[0]
        self._three_column("三公决算", spent)
        self._three_column("三公预算", {name: amount + self.some() for name, amount in spent.items()})

    def _three_column(self, column: str, items: Amounts) -> None:
        amounts = {**items, "公务用车": items["公车购置"] + items["公车运行维护"]}
        amounts["合计"] = amounts["出国经费"] + amounts["公务用车"] + amounts["公务接待"]
        self.amounts |= {f"{column}.{name}": amount for name, amount in amounts.items()}

    def _totals(self) -> None:
        for table in ("收入决算", "支出决算", "一般公共", "政府性基金", "国资"):
            for column, amount in _sum(self.leaves[table]).items():
                self.amounts[f"{table}合计.{column}"] = amount

    def classes(self) -> dict[str, dict[str, Amounts]]:
        """The rows of the two tables that print all classes."""
        spent = _levels(self.leaves["支出决算"])
        tables = dict(zip(KINDS, ("一般公共", "政府性基金", "国资"), strict=True))
        kinds = {kind: _levels(self.leaves[table]) for kind, table in tables.items()}
        treasury: Leaves = {}
        for code in (code for code in spent if len(code) == 3):
            row = {kind: rows[code]["本年支出"] if code in rows else NOTHING for kind, rows in kinds.items()}
            treasury[code] = {**row, "合计": sum(row.values(), NOTHING)}
        whole = {code: {"决算数": row["本年支出合计"]} for code, row in spent.items() if len(code) == 3}
        return {"总表.功能分类": whole, "财拨总表.功能分类": treasury}

    def filling(self, unit: str = "元") -> Filling:
        """The year as entries of a workbook, with the texts that a workbook needs."""
        factor = FACTORS[unit]
        groups = {
            table: tuple(_row(table, code, row, factor) for code, row in _levels(leaves).items())
            for table, leaves in self.leaves.items()
        }
        for table, rows in self.classes().items():
            groups[table] = tuple(
                _row(table, given["编码"], rows.get(given["编码"], {}), factor, given["名称"])
                for given in _printed(table)
            )
        entries = entries_of({**self.amounts, **_TEXTS, "单位.金额单位": unit}, factor).entries
        return Filling({**entries, **_COUNTS, **self._numbers(), **({} if self.funds else _NOTES)}, groups)

    def _numbers(self) -> dict[str, Decimal]:
        """As many guests, travellers and vehicles as what was spent on them is usual for."""
        spent = {name: self.amounts[f"三公决算.{name}"] for name in ("公务接待", "出国经费", "公车运行维护")}
        return {
            "三公数量.接待批次": Decimal(1),
            "三公数量.接待人次": spent["公务接待"] // 200 + 1,
            "三公数量.出国团组": Decimal(1),
            "三公数量.出国人次": spent["出国经费"] // 20000 + 1,
            "三公数量.车辆保有量": spent["公车运行维护"] // 40000 + 1,
        }


_TEXTS: dict[str, Decimal | str] = {"单位.名称": "某县某中心", "单位.性质": "参照公务员法管理的事业单位"}
_COUNTED = [
    term.name
    for term in PACK.vocabulary.values()
    if term.kind is Kind.COUNT
    and term.name != PACK.form.units.summed  # of a sum of units, which no table prints
]
_COUNTS = {"单位.年度": Decimal(2024), **dict.fromkeys(_COUNTED, Decimal(9))}
_NOTES = dict.fromkeys(("空表说明.政府性基金", "空表说明.国有资本经营"), "本表无数据。")


def _spent(basic: Decimal, project: Decimal) -> Amounts:
    return {"本年支出": basic + project, "基本支出": basic, "项目支出": project}


def _sum(leaves: Leaves, columns: Iterable[str] = ()) -> Amounts:
    names = dict.fromkeys([*columns, *(column for row in leaves.values() for column in row)])
    return {name: sum((row.get(name, NOTHING) for row in leaves.values()), NOTHING) for name in names}


def _levels(leaves: Leaves) -> Leaves:
    """The leaves with the rows of the levels above them, in the order of the codes."""
    above = {code[:length] for code in leaves for length in (3, 5, 7)}
    return {
        code: _sum({leaf: row for leaf, row in leaves.items() if leaf.startswith(code)})
        for code in sorted(above)
    }


def _row(table: str, code: str, row: Mapping[str, Decimal], factor: Decimal, name: str = "") -> Filling:
    codes = PACK.names_of_codes["经济分类科目" if code.startswith("3") else "功能分类科目"]
    texts: dict[str, Decimal | str] = {"编码": code, "名称": name or codes.get(code, "其他科目")}
    return entries_of({f"{table}.{column}": value for column, value in {**texts, **row}.items()}, factor)


def _printed(table: str) -> tuple[dict[str, str], ...]:
    sections = [section for sheet in PACK.form.sheets for section in sheet.sections]
    return next(s.given for s in sections if isinstance(s, TableSection) and s.name == table)

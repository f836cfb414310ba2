"""All that a unit has when it begins its evaluation: accounts of two years, the budget, last year's workbook.

Everything is of one invented unit and agrees to the cent, so that a new workbook made of it must agree, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from balanced import CENT, PACK, Amounts
from balanced_accounts import PACK as ACCOUNTS
from balanced_accounts import AccountsYear
from importing.pages import Page, Value, write_xlsx
from importing.published import Layout, Style

from jixiao.carryover.taking import SourceFile, taken_from
from jixiao.model.filling import Entry, Filling
from jixiao.pack.computed import filled_record

UNIT = "某县某中心"
NOTHING = Decimal(0)
PROJECTS = {"业务工作经费": "一般公共预算", "信息化建设": "一般公共预算", "设施维修": "一般公共预算"}


class CompleteSources:
    """`published`: files of both years' accounts and of the budget; `last`: last year's workbook."""

    def __init__(self, folder: Path, seed: int = 1, *, own: bool = False) -> None:
        last = AccountsYear(seed, funds=True, own=own)
        this = AccountsYear(seed + 100, funds=True, own=own, before=last)
        self.budget = Budget(this)
        before = _dated(last, 2023)
        self.published = (
            write_xlsx(
                folder / "2024年决算公开表.xlsx", Layout(_dated(this, 2024), Style(unit="元")).pages()
            ),
            write_xlsx(folder / "2023年决算公开表.xlsx", Layout(before, Style(unit="元")).pages()),
            write_xlsx(folder / "2024年预算公开表.xlsx", self.budget.pages()),
        )
        self.last = _workbook(before, self.budget)


def _dated(year: AccountsYear, number: int) -> Filling:
    filling = year.filling("元")
    return Filling({**filling.entries, "单位.年度": Decimal(number)}, filling.groups)


def _workbook(accounts: Filling, budget: Budget) -> SourceFile:
    """Last year's workbook as its accountant has finished it: what the accounts tell, and what she added."""
    tables = SourceFile("决算.xlsm", filled_record(accounts, ACCOUNTS), "元", ACCOUNTS, 2023)
    filling = taken_from([tables], PACK, Filling()).filling
    added: dict[str, Entry] = {f"年末资产.{name}": Decimal(5000) for name in ("流动资产", "固定资产")}
    added |= {f"年末资产.{name}": NOTHING for name in ("在建工程", "无形资产")}
    added |= {"年末资产.总额": Decimal(10000), "本年决算.政府采购金额": Decimal(2000)}
    added |= {f"本年决算.{name}": NOTHING for name in ("业务工作专项", "运行维护专项", "省级专项资金")}
    added["本年决算.其他项目"] = filling.entries["本年决算.项目支出"]
    texts = {
        "单位.简称": "我中心",
        "单位.机构类型": "下属二级机构",
        "单位.经费性质": "财政全额拨款的事业单位",
    }
    projects = tuple(
        Filling({"项目明细.项目名称": name, "项目明细.支出数": amount - 100, "项目明细.类别": "专项经费"})
        for name, amount in budget.projects.items()
    )
    texts |= dict.fromkeys((sheet.incomplete for sheet in PACK.form.sheets if sheet.incomplete), "已补填")
    whole = Filling({**added, **filling.entries, **texts}, {**filling.groups, "项目明细": projects})
    return SourceFile("我单位2023.xlsm", filled_record(whole, PACK), "元", PACK, 2023)


class Budget:
    """The budget of a year of accounts: a little more than was spent; “三公” as the accounts name it."""

    def __init__(self, accounts: AccountsYear) -> None:
        self.three = {name: accounts.amounts[f"三公预算.{name}"] for name in THREE}
        self.items = {code: _more(row["决算数"]) for code, row in accounts.leaves["基本支出明细"].items()}
        self.kinds = {
            kind: _planned(accounts.leaves[table])
            for kind, table in (
                ("一般公共预算", "一般公共"),
                ("政府性基金", "政府性基金"),
                ("国有资本经营", "国资"),
            )
        }
        general = self.kinds["一般公共预算"]
        first = next(row for row in general.values() if row["基本支出"])
        first["基本支出"] += sum(self.items.values(), NOTHING) - _of(general, "基本支出")
        self.kinds["事业"] = _planned(_own(accounts))
        shares = accounts.split(_of(general, "项目支出"), len(PROJECTS))
        self.projects = dict(zip(PROJECTS, shares, strict=True))

    def pages(self) -> list[Page]:
        return [
            self._whole(), self._income(), *self._spending(), self._treasury(), self._basic(), self._cars(),
            self._projects(),
        ]  # fmt: skip

    def page(self, title: str, number: int) -> Page:
        page = Page(title)
        page.put(f"附件{number}")
        page.put(f"2024年{title}")
        page.put(f"部门：{UNIT}", None, None, "单位：元")
        return page

    def _total(self, *kinds: str) -> Amounts:
        """Spending by function of these kinds of money, or of all."""
        found: dict[str, Decimal] = {}
        for kind in kinds or self.kinds:
            for code, row in self.kinds[kind].items():
                found[code] = found.get(code, NOTHING) + row["基本支出"] + row["项目支出"]
        return found

    def _whole(self) -> Page:
        page = self.page("部门收支总表", 1)
        page.put("收入", None, "支出", None)
        page.put("项目", "预算数", "项目", "预算数")
        labels = {"一般公共预算": "一、一般公共预算拨款收入", "政府性基金": "二、政府性基金预算拨款收入"}
        labels |= {"国有资本经营": "三、国有资本经营预算拨款收入", "事业": "四、事业收入"}
        left = [(label, sum(self._total(kind).values(), NOTHING)) for kind, label in labels.items()]
        right = [(ACCOUNTS_NAMES[code], amount) for code, amount in _classes(self._total()).items()]
        height = max(len(left), len(right))
        for number in range(height):
            one = left[number] if number < len(left) else (None, None)
            page.put(*one, *(right[number] if number < len(right) else (None, None)))
        total = sum(self._total().values(), NOTHING)
        page.put("本年收入合计", total, "本年支出合计", total)
        page.put("上年结转结余", NOTHING, "结转下年", NOTHING)
        page.put("收入总计", total, "支出总计", total)
        return page

    def _income(self) -> Page:
        page = self.page("部门收入总表", 2)
        page.put(
            "单位代码",
            "单位名称",
            "合计",
            "一般公共预算拨款收入",
            "政府性基金预算拨款收入",
            "国有资本经营预算拨款收入",
            "事业收入",
        )
        parts = [sum(self._total(kind).values(), NOTHING) for kind in self.kinds]
        page.put(None, "合计", sum(parts, NOTHING), *parts)
        page.put("123001", UNIT, sum(parts, NOTHING), *parts)
        return page

    def _spending(self) -> list[Page]:
        titles = {"部门支出总表": (), "一般公共预算支出表": ("一般公共预算",)}
        titles |= {"政府性基金预算支出表": ("政府性基金",), "国有资本经营预算支出表": ("国有资本经营",)}
        return [
            self._by_function(title, number, kinds) for number, (title, kinds) in enumerate(titles.items(), 3)
        ]

    def _by_function(self, title: str, number: int, kinds: tuple[str, ...]) -> Page:
        page = self.page(title, number)
        page.put("科目编码", "科目名称", "合计", "基本支出", "项目支出")
        leaves: dict[str, Amounts] = {}
        for kind in kinds or self.kinds:
            for code, row in self.kinds[kind].items():
                found = leaves.setdefault(code, {"基本支出": NOTHING, "项目支出": NOTHING})
                for column in found:
                    found[column] += row[column]
        page.put("合计", None, *_row(leaves, ""))
        for code in sorted({code[:digits] for code in leaves for digits in (3, 5, 7)}):
            page.put(code, ACCOUNTS_NAMES.get(code, "其他科目"), *_row(leaves, code))
        return page

    def _treasury(self) -> Page:
        page = self.page("财政拨款收支总表", 7)
        page.put("收入", None, "支出", None, None, None, None)
        page.put("项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算")
        kinds = [kind for kind in self.kinds if kind != "事业"]
        income = [sum(self._total(kind).values(), NOTHING) for kind in kinds]
        classes = [_classes(self._total(kind)) for kind in kinds]
        codes = sorted(set().union(*classes))
        names = ("一般公共预算拨款", "政府性基金预算拨款", "国有资本经营预算拨款")
        for number in range(max(3, len(codes))):
            left: list[Value] = [names[number], income[number]] if number < 3 else [None, None]
            amounts = [each.get(codes[number], NOTHING) for each in classes] if number < len(codes) else []
            page.put(
                *left, *([ACCOUNTS_NAMES[codes[number]], sum(amounts, NOTHING), *amounts] if amounts else [])
            )
        page.put("收入总计", sum(income, NOTHING), "支出总计", sum(income, NOTHING), *income)
        return page

    def _basic(self) -> Page:
        page = self.page("一般公共预算基本支出表", 8)
        page.put("科目编码", "科目名称", "合计", "人员经费", "公用经费")
        levels = sorted({code[:digits] for code in self.items for digits in (3, 5)})
        for code in ("", *levels):
            found = {each: amount for each, amount in self.items.items() if each.startswith(code)}
            staff = sum((a for each, a in found.items() if each[:3] in ("301", "303")), NOTHING)
            total = sum(found.values(), NOTHING)
            page.put(code or "合计", ACCOUNTS_NAMES.get(code), total, staff, total - staff)
        return page

    def _cars(self) -> Page:
        page = self.page("一般公共预算“三公”经费支出表", 9)
        page.put("项目", "预算数")
        for name, label in THREE.items():
            page.put(label, self.three[name])
        return page

    def _projects(self) -> Page:
        page = self.page("项目支出表", 10)
        page.put("项目名称", "合计", "一般公共预算", "政府性基金预算", "单位资金")
        rows: dict[str, tuple[Decimal, int]] = {name: (amount, 0) for name, amount in self.projects.items()}
        rows["基金安排的项目"] = (_of(self.kinds["政府性基金"], "项目支出"), 1)
        rows |= {"国资安排的项目": (_of(self.kinds["国有资本经营"], "项目支出"), 3)}
        own = _of(self.kinds["事业"], "项目支出")
        rows |= {"自有资金项目": (own, 2)} if own else {}
        listed = [(name, amount, column) for name, (amount, column) in rows.items() if column < 3]
        columns = [sum((a for _, a, c in listed if c == column), NOTHING) for column in range(3)]
        page.put("合计", sum(columns, NOTHING), *columns)
        for name, amount, column in listed:
            page.put(name, amount, *(amount if column == each else None for each in range(3)))
        return page


THREE = {
    "合计": "合计",
    "出国经费": "1、因公出国（境）费",
    "公务用车": "2、公务用车购置及运行维护费",
    "公车购置": "（1）公务用车购置费",
    "公车运行维护": "（2）公务用车运行维护费",
    "公务接待": "3、公务接待费",
}
ACCOUNTS_NAMES: Mapping[str, str] = {
    code: name for names in ACCOUNTS.names_of_codes.values() for code, name in names.items()
}


def _more(amount: Decimal) -> Decimal:
    return (amount * Decimal("1.02")).quantize(CENT)


def _planned(leaves: Mapping[str, Amounts]) -> dict[str, Amounts]:
    return {
        code: {name: _more(row.get(name, NOTHING)) for name in ("基本支出", "项目支出")}
        for code, row in leaves.items()
    }


def _own(accounts: AccountsYear) -> dict[str, Amounts]:
    """What is spent of money that is not from the treasury."""
    tables = ("一般公共", "政府性基金", "国资")
    rest: dict[str, Amounts] = {}
    for code, row in accounts.leaves["支出决算"].items():
        spent = {
            name: row[name]
            - sum((accounts.leaves[t].get(code, {}).get(name, NOTHING) for t in tables), NOTHING)
            for name in ("基本支出", "项目支出")
        }
        rest |= {code: spent} if any(spent.values()) else {}
    return rest


def _of(leaves: Mapping[str, Amounts], column: str) -> Decimal:
    return sum((row[column] for row in leaves.values()), NOTHING)


def _classes(leaves: Amounts) -> Amounts:
    found: Amounts = {}
    for code, amount in sorted(leaves.items()):
        found[code[:3]] = found.get(code[:3], NOTHING) + amount
    return found


def _row(leaves: Mapping[str, Amounts], prefix: str) -> tuple[Decimal, Decimal, Decimal]:
    basic = sum((row["基本支出"] for code, row in leaves.items() if code.startswith(prefix)), NOTHING)
    project = sum((row["项目支出"] for code, row in leaves.items() if code.startswith(prefix)), NOTHING)
    return basic + project, basic, project

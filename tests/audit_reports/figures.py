"""A year of an invented unit in 元, consistent to the cent; leaves are random, totals are sums."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

CENT = Decimal("0.01")
ZERO = Decimal(0)

_NAMES = tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))


def _rows(kind: str) -> list[list[str]]:
    return [line.split("|") for line in _NAMES[kind].strip().splitlines()]


def listed(kind: str) -> list[str]:
    """Names without more about them."""
    return _NAMES[kind].split()


def in_words(name: str) -> str:
    """What the published tables call a slip or a genre."""
    return _NAMES["words"].get(name, name)


PLACES = listed("places")


@dataclass
class Account:
    """One account: of this year, of the budget of this year, of last year."""

    code: str
    name: str
    way: tuple[str, ...] = ()  # 类, 款
    now: Decimal = ZERO
    budget: Decimal = ZERO
    prior: Decimal = ZERO
    basic: Decimal = ZERO


@dataclass
class Year:
    year: int
    place: str  # 清浦县
    unit: str  # 清浦县水利局
    dice: random.Random
    personnel: list[Account] = field(default_factory=list)
    costs: list[Account] = field(default_factory=list)
    idle: list[Account] = field(default_factory=list)  # accounts that tables print and nobody used
    items: list[Account] = field(default_factory=list)
    projects: list[Account] = field(default_factory=list)
    other_income: list[Account] = field(default_factory=list)
    fund: Account = field(default_factory=lambda: Account("2120899", "其他国有土地使用权出让收入安排的支出"))
    opening: Decimal = ZERO
    trips: list[Account] = field(default_factory=list)  # 出国, 购置, 运行, 接待
    step: Decimal = CENT  # in what steps amounts are approved or booked

    def amount(self, low: int, high: int) -> Decimal:
        return self.stepped(Decimal(self.dice.randint(low * 100, high * 100)) * CENT)

    def stepped(self, amount: Decimal) -> Decimal:
        return (amount / self.step).to_integral_value() * self.step

    def near(self, amount: Decimal, spread: int = 20, equal: float = 0.1) -> Decimal:
        """Another year's amount of the same size; sometimes the same."""
        if self.dice.random() < equal:
            return amount
        share = Decimal(self.dice.randint(-spread * 100, spread * 100)) / 10000
        return self.stepped(amount * (1 + share))


def total(accounts: list[Account], of: str = "now") -> Decimal:
    return sum((getattr(account, of) for account in accounts), ZERO)


def invented(dice: random.Random, step: Decimal = CENT) -> Year:
    place = dice.choice(PLACES)
    bureau, class_code, class_name, group_code, group, ideas = dice.choice(_rows("offices"))
    year = Year(dice.randint(2019, 2025), place, place + bureau, dice, step=step)
    scale = dice.choice((3000, 9000, 40000))
    year.personnel = _accounts(year, _rows("people") + _rows("grants")[: dice.randint(0, 3)], scale)
    office_costs = _rows("office")
    costs = office_costs[:: dice.choice((1, 1, 2))] + _rows("capital")[: dice.randint(0, 1)]
    unused = [*_rows("seldom"), *(one for one in office_costs if one not in costs)]
    year.idle = [Account(code, name) for code, name, *_ in unused]
    year.costs = _accounts(year, costs, scale // 2)
    projects = ideas.split("、")
    names = dice.sample(projects, dice.randint(2, min(4, len(projects))))
    year.projects = [_account(year, "", name, scale, scale * 60) for name in names]
    year.items = _items(year, class_code, class_name, group_code, group)
    year.other_income = [
        _account(year, "", name, scale, scale * 9)
        for name in ("事业收入", "经营收入", "其他收入")
        if dice.random() < 0.4
    ]
    if dice.random() < 0.3:
        amount = year.amount(scale * 5, scale * 30)
        year.fund.now, year.fund.budget, year.fund.prior = amount, year.near(amount), year.near(amount)
    year.opening = ZERO if dice.random() < 0.3 else year.amount(scale, scale * 20)
    year.trips = _trips(year, scale)
    return year


def _account(year: Year, code: str, name: str, low: int, high: int) -> Account:
    now = year.amount(low, high)
    return Account(code, name, (), now, year.near(now), year.near(now))


def _accounts(year: Year, kinds: list[list[str]], scale: int) -> list[Account]:
    return [
        _account(year, code, name, int(weight) * scale // 2, int(weight) * scale)
        for code, name, weight in kinds
    ]


def _items(year: Year, class_code: str, class_name: str, group_code: str, group: str) -> list[Account]:
    """By function: contributions under their own, the rest of basic spending under 行政运行."""
    found = {account.code: account for account in year.personnel}
    items, left = [], {of: total(year.personnel + year.costs, of) for of in ("now", "budget", "prior")}
    for code, class_, group_, name, economic in _rows("welfare"):
        one = found[economic]
        items.append(Account(code, name, (class_, group_), one.now, one.budget, one.prior, one.now))
        left = {of: amount - getattr(one, of) for of, amount in left.items()}
    way, code = (class_name, group), class_code + group_code
    running = Account(code + "01", "行政运行", way, left["now"], left["budget"], left["prior"], left["now"])
    tails = (("02", "一般行政管理事务"), ("99", f"其他{group.removesuffix('事务')}支出"))
    projects = [Account(code + tail, name, way) for tail, name in tails]
    for number, project in enumerate(year.projects):
        item = projects[number % 2]
        for of in ("now", "budget", "prior"):
            setattr(item, of, getattr(item, of) + getattr(project, of))
    return sorted([running, *(one for one in projects if one.now), *items], key=lambda one: one.code)


def _trips(year: Year, scale: int) -> list[Account]:
    """The three public expenses; what costs more than its budget is rare, what costs nothing is not."""
    names, made = ("因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"), []
    for name, chance in zip(names, (0.15, 0.3, 0.9, 0.9), strict=True):
        one = Account("", name)
        if year.dice.random() < chance:
            one.now = year.amount(scale // 2, scale * 4)
            one.budget = one.now + year.amount(0, scale) * year.dice.choice((0, 1, 1))
            one.prior = year.near(one.now, 30)
        elif year.dice.random() < 0.3:
            one.budget = year.amount(scale, scale * 2)
        made.append(one)
    return made
